/** A hand-written page with the same questions and options as the conversation: nothing of its kind can be quicker. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { optionsOf } from '#core/flow/answer.ts'
import { DONT_KNOW, MAIN } from '#core/flow/words.ts'
import { loadDialogue, loadWords } from '../support/content.ts'

const STYLE = readFileSync('tests/bench/floor/page.css', 'utf8')
const dialogue = loadDialogue()
const words = loadWords()
const say = (key: string) => words[MAIN]?.[key] ?? words.say?.[key] ?? words.widget?.[key] ?? key

/** The floor's only style, for the policy. */
export const styleHash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** What is looked for on the screen: ours, the floor's and the peer's. */
export const FIRST_QUESTION = say('needs.question')

/** One question with its rows and Continue. */
function section(step: string, hidden = ''): string {
  const found = dialogue.flows[MAIN]?.steps[step]
  if (!found || !('ask' in found)) throw new Error(`${step} is no question of the conversation`)
  const kind = found.ask === 'many' ? 'checkbox' : 'radio'
  const row = (id: string, text: string) =>
    `<label><input type="${kind}" name="${step}" value="${id}"> ${text}</label>`
  const rows = optionsOf(found, dialogue.lists).map((id) => row(id, say(`${step}.options.${id}`)))
  return `<section${hidden}><fieldset><legend><h2 tabindex="-1">${say(`${step}.question`)}</h2></legend>
${rows.join('\n')}
${row(DONT_KNOW, words[MAIN]?.[`${step}.dontKnow`] ?? say('answer.dontKnow'))}
</fieldset><button type="button">${say('next')}</button></section>`
}

const page = (body: string) => `<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${say('title')}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<p>${say('disclosure')}</p>
${body}
</body>
</html>`

/** The first question, without script. */
export const firstPage = (): string => page(section('needs'))

/** Two questions that take turns. */
export const nextPage = (): string =>
  page(`${section('needs')}${section('asker', ' hidden')}<script src="/next.js"></script>`)
