/** What coordinators have written of the request; writing one is an act of its own. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { momentWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { Section } from './section.tsx'

export const Notes = ({ request }: { request: OpenRequest }) => {
  if (request.notes.length === 0) return null
  return (
    <Section title="section.notes" id="notes">
      <ul class="notes">
        {request.notes.map(({ at, by, text }) => (
          <li key={at + by}>
            <p class="soft">{say('note.by', { by, moment: momentWords(at) })}</p>
            <p class="note-text" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
