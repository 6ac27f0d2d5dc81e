/** The advice the person was shown, with its text to open: it need not be told again, and what was meant can be looked up. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { contentText } from '../words/content.ts'
import { say } from '../words/words.ts'
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

export const Advice = ({ request }: { request: OpenRequest }) => (
  <Section title="section.advice">
    <p class="soft">{say(request.advice.length > 0 ? 'advice.seen' : 'advice.none')}</p>
    <ul class="advice">
      {request.advice.map((id) => (
        <li key={id}>
          <Item revision={request.revision} id={id} />
        </li>
      ))}
    </ul>
  </Section>
)
