/** The request as plain text for the client system: what the resident said, what was done, what comes next. Made of what stands on the screen. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { MAIN, STRIP } from '#core/flow/words.ts'
import { contentText } from '../../words/content.ts'
import { visitWords, wholeMoment } from '../../words/dates.ts'
import { lifeAreaName, municipalityName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { happened } from './history.tsx'
import { needsInOrder, saidOf } from './needs-map.tsx'
import { factsOf, nextSteps } from './plan/words.ts'
import { circumstancesOf } from './situation.tsx'

type RecordPart = { title: string; lines: string[] }

const needLine = (request: OpenRequest, { need, scale }: ReturnType<typeof needsInOrder>[number]) => {
  const said = [scale?.text, ...saidOf(request, need)].filter(Boolean).join('. ')
  const name = lifeAreaName(request.revision, need)
  return said ? say('needs.said', { question: name, answer: said }) : name
}

const flagText = ({ revision }: OpenRequest, flag: string) =>
  contentText(revision, [`${MAIN}:${STRIP}.options.${flag}`]) ?? flag

function doneLines({ history, notes }: OpenRequest): string[] {
  const done = history.map((one) => ({ at: one.at, text: happened(one) }))
  // the note itself is told, and not that one was added
  const acts = done.filter((_, index) => history[index]?.type !== 'note-added')
  const written = notes.map(({ at, by, text }) => ({ at, text: say('copy.note', { by, what: text }) }))
  return [...acts, ...written]
    .sort((one, other) => one.at.localeCompare(other.at))
    .map(({ at, text }) => say('copy.at', { moment: wholeMoment(at), what: text }))
}

/** What is known to come; the rest is for whoever records it to write. */
function nextLines(request: OpenRequest): string[] {
  const { row, advice, revision } = request
  const titles = advice.map((id) => contentText(revision, [`advice:${id}.title`]) ?? id)
  return [
    ...nextSteps(request),
    ...(row.visit ? [say('visit.due', { when: visitWords(row.visit) })] : []),
    ...(row.finished ? titles.map((title) => say('copy.advice', { what: title })) : []),
  ]
}

function partsOf(request: OpenRequest, outcome: string | undefined): RecordPart[] {
  const { contact, flags } = request
  const ended = outcome ?? request.closing?.outcome
  return [
    { title: 'section.ownWords', lines: [contact.ownWords ?? say('ownWords.none')] },
    { title: 'section.flags', lines: flags.map((flag) => flagText(request, flag)) },
    { title: 'section.needs', lines: needsInOrder(request).map((need) => needLine(request, need)) },
    {
      title: 'section.situation',
      // what was not asked, or withheld, is nothing to record
      lines: circumstancesOf(request).flatMap(({ question, texts, kind }) =>
        kind === 'declined' ? [] : [say('needs.said', { question, answer: texts.join(', ') })],
      ),
    },
    { title: 'section.history', lines: doneLines(request) },
    {
      title: 'section.plan',
      lines: factsOf(request).flatMap(({ name, texts }) =>
        texts.map((answer) => say('needs.said', { question: say(name), answer })),
      ),
    },
    { title: 'copy.outcome', lines: ended ? [say(`outcome.${ended}`)] : [] },
    { title: 'copy.next', lines: nextLines(request) },
  ]
}

/** A line stays a line: what somebody wrote on several stands below the first. */
const lineText = (line: string) => `- ${line.replaceAll('\n', '\n  ').replaceAll('\u00a0', ' ')}`

/**
 * Neither name nor number: the client system has them.
 * @param outcome as it is chosen in a form that is not sent yet
 */
export function recordText(request: OpenRequest, outcome?: string): string {
  const { row } = request
  const top = [
    say('request.title', { reference: row.reference }),
    municipalityName(row, request.revision),
    say('request.received', { moment: wholeMoment(row.receivedAt) }),
  ]
  const parts = partsOf(request, outcome)
    // what comes next is asked for also when nothing is known of it
    .filter(({ title, lines }) => lines.length > 0 || title === 'copy.next')
    .map(({ title, lines }) => [say(title), ...lines.map(lineText)].join('\n'))
  return [top.join(', ').replaceAll('\u00a0', ' '), ...parts].join('\n\n')
}
