/** The advice the person was shown, with its text to open, in the words for whom they asked: it need not be told again, and what was meant can be looked up. */
import type { OpenRequest } from '#core/contract/desk.ts'
import type { Speaker } from '#core/say/speaker.ts'
import { speakerTo } from '../../words/answers.ts'
import { say } from '../../words/words.ts'
import { Section } from './section.tsx'

/** Parts of an item under their names, in the order in which they were shown; how to appeal stands where somebody decides. */
const PARTS = ['how', 'ready', 'decides', 'appeal'] as const

const Item = ({ speaker, id }: { speaker: Speaker; id: string }) => {
  const text = (part: string) => {
    const key = `advice:${id}.${part}`
    return speaker.has(key) ? speaker.t(key) : undefined
  }
  const title = text('title') ?? id
  const situation = text('situation')
  const parts = PARTS.flatMap((part) => {
    const said = text(part)
    return said ? [{ part, said }] : []
  })
  if (!situation && parts.length === 0) return <p>{title}</p>
  return (
    <details>
      <summary>{title}</summary>
      {situation && <p class="advice-text">{situation}</p>}
      {parts.map(({ part, said }) => (
        <div key={part} class="advice-part">
          <h4>{say(`advice.part.${part}`)}</h4>
          <p class="advice-text">{said}</p>
        </div>
      ))}
    </details>
  )
}

/** Advice stands at the end of the conversation: who asked for a person before it has not been shown any. */
const isUnseen = ({ advice, row }: OpenRequest) => advice.length > 0 && !row.finished

const seenWords = (request: OpenRequest) =>
  say(isUnseen(request) ? 'advice.unseen' : request.advice.length > 0 ? 'advice.seen' : 'advice.none')

export const Advice = ({ request }: { request: OpenRequest }) => (
  <Section title={`section.${isUnseen(request) ? 'advicePossible' : 'advice'}`}>
    <p class="soft">{seenWords(request)}</p>
    <ul class="advice">
      {request.advice.map((id) => (
        <li key={id}>
          <Item speaker={speakerTo(request)} id={id} />
        </li>
      ))}
    </ul>
  </Section>
)
