/** Every line of the card the resident saw before sending, in the same order. “En tiedä” is a signal, not a gap. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { type AnswerLine, lineOf } from '../../words/answers.ts'
import { lifeAreaName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { Section } from './section.tsx'

type NeedGroup = { need: string | undefined; lines: AnswerLine[] }

/** Lines one after another that belong to the same need stand under its name. */
export function groupsOf(lines: AnswerLine[]): NeedGroup[] {
  const groups: NeedGroup[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last.need === line.need) last.lines.push(line)
    else groups.push({ need: line.need, lines: [line] })
  }
  return groups
}

const LineView = ({ line }: { line: AnswerLine }) => (
  <div class={`line line-${line.kind}`}>
    <dt>{line.question}</dt>
    {line.texts.map((text) => (
      <dd key={text}>{text}</dd>
    ))}
  </div>
)

export const Answers = ({ request }: { request: OpenRequest }) => {
  const lines = request.answers.map((answer) => lineOf(request, answer))
  return (
    <Section title="section.answers">
      {lines.length === 0 && (
        <p class="soft">{say(request.row.finished ? 'answers.none' : 'answers.unanswered')}</p>
      )}
      {groupsOf(lines).map(({ need, lines: inGroup }) => (
        <div key={inGroup[0]?.address} class="answer-group">
          {need && <h4>{lifeAreaName(request.revision, need)}</h4>}
          <dl class="lines">
            {inGroup.map((line) => (
              <LineView key={line.address} line={line} />
            ))}
          </dl>
        </div>
      ))}
    </Section>
  )
}
