/** What has been done, when and by whom. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { momentWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { Readers } from './readers.tsx'
import { Section } from './section.tsx'

type Happening = OpenRequest['history'][number]

/** One thing that was done, and by whom. */
export function happened({ type, by, way, result }: Happening): string {
  const what = result ? say(`attempt.${result}`) : say(`event.${type}`)
  const how = way && result ? say('history.way', { what, way: say(`say:way.${way}`) }) : what
  return by ? say('history.by', { what: how, by }) : how
}

export const History = ({ request }: { request: OpenRequest }) => (
  <Section title="section.history">
    <ol class="history">
      {request.history.map((one) => (
        <li key={one.number}>
          <time dateTime={one.madeAt ?? one.at}>{momentWords(one.madeAt ?? one.at)}</time> {happened(one)}
        </li>
      ))}
    </ol>
    <Readers request={request} />
  </Section>
)
