/** The advice the person was shown, with its text to open: it need not be told again, and what was meant can be looked up. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { contentText } from '../../words/content.ts'
import { say } from '../../words/words.ts'
import { Section } from './section.tsx'

/** Parts of an item as the person read them; the ready list is for who applies. */
const PARTS = ['situation', 'how', 'ready', 'decides'] as const

const Item = ({ revision, id }: { revision: string; id: string }) => {
  const text = (part: string) => contentText(revision, [`advice:${id}.${part}`])
  const title = text('title') ?? id
  const parts = PARTS.flatMap((part) => text(part) ?? [])
  if (parts.length === 0) return <p>{title}</p>
  return (
    <details>
      <summary>{title}</summary>
      {parts.map((part) => (
        <p key={part} class="advice-text">
          {part}
        </p>
      ))}
    </details>
  )
}

/** Advice stands at the end of the conversation: who asked for a person before it has not read any. */
const isUnseen = ({ advice, row }: OpenRequest) => advice.length > 0 && !row.finished

const seenWords = (request: OpenRequest) =>
  say(isUnseen(request) ? 'advice.unseen' : request.advice.length > 0 ? 'advice.seen' : 'advice.none')

export const Advice = ({ request }: { request: OpenRequest }) => (
  <Section title={`section.${isUnseen(request) ? 'advicePossible' : 'advice'}`}>
    <p class="soft">{seenWords(request)}</p>
    <ul class="advice">
      {request.advice.map((id) => (
        <li key={id}>
          <Item revision={request.revision} id={id} />
        </li>
      ))}
    </ul>
  </Section>
)
