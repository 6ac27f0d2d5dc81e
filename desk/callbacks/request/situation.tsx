/** The situation at a glance: own words first, what was flagged, and what already is, so that nothing is asked again. */
import type { OpenRequest } from '#core/contract/desk.ts'
import type { ContentId } from '#core/flow/named.ts'
import { MAIN, STRIP } from '#core/flow/words.ts'
import { Icon } from '../../parts/icon.tsx'
import { answerTo, lineOf, questionText } from '../../words/answers.ts'
import { contentText } from '../../words/content.ts'
import { languageName } from '../../words/names.ts'
import { FIRST, say } from '../../words/words.ts'
import { ALWAYS, CIRCUMSTANCES, PRIORITIES } from '../state/known.ts'
import { Section } from './section.tsx'

type Props = { request: OpenRequest }

/** As written, in the language of the conversation as far as we know it. */
export const OwnWords = ({ request }: Props) => {
  const { ownWords } = request.contact
  const { language } = request.row
  const isOther = language !== FIRST
  return (
    <Section title="section.ownWords">
      {ownWords ? (
        <blockquote class="own-words" lang={language} dir="auto">
          {ownWords}
        </blockquote>
      ) : (
        <p class="soft">{say('ownWords.none')}</p>
      )}
      {isOther && <p class="soft">{say('ownWords.language', { language: languageName(language) })}</p>}
    </Section>
  )
}

export const Flags = ({ request }: Props) => {
  if (request.flags.length === 0) return null
  const text = (flag: string) => contentText(request.revision, [`${MAIN}:${STRIP}.options.${flag}`]) ?? flag
  return (
    <Section title="section.flags" mood="alarm">
      <ul class="flags">
        {request.flags.map((flag) => (
          <li key={flag}>
            <Icon shape="flag" />
            {text(flag)}
          </li>
        ))}
      </ul>
      <p>{say('flags.shown')}</p>
    </Section>
  )
}

/** An answer of the main flow with its short question; undefined when it has no place in the conversation. */
function circumstance(request: OpenRequest, step: ContentId) {
  const answer = answerTo(request, step)
  if (answer) return { ...lineOf(request, answer), step }
  const question = questionText(request, { flow: MAIN, step })
  if (question === step || !ALWAYS.includes(step)) return undefined
  return { step, question, texts: [say('situation.notAsked')], kind: 'declined' as const }
}

/** Those that have a place in the conversation, in the order in which a coordinator reads them. */
export const circumstancesOf = (request: OpenRequest) =>
  CIRCUMSTANCES.flatMap((step) => circumstance(request, step) ?? [])

export const Circumstances = ({ request }: Props) => {
  const lines = circumstancesOf(request)
  if (lines.length === 0) return null
  return (
    <Section title="section.situation" id="situation">
      <dl class="facts">
        {lines.map(({ step, question, texts, kind }) => (
          <div key={step} class="fact" data-step={step}>
            <dt>{question}</dt>
            <dd
              class={kind === 'dontKnow' ? 'unsure' : kind === 'declined' ? 'soft' : undefined}
              {...(kind === 'answer' &&
                PRIORITIES.includes(step) && { lang: request.row.language, dir: 'auto' })}
            >
              {texts.join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
