/** Why the request came here as it did: marks of attention, the segment, the advice shown, and what is folded under it. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { addressOf } from '../state/route.ts'
import { becauseTexts } from '../words/answers.ts'
import { contentText } from '../words/content.ts'
import { momentWords } from '../words/dates.ts'
import { attentionMeans, attentionName, segmentName } from '../words/names.ts'
import { say } from '../words/words.ts'
import { Section } from './section.tsx'

type Props = { request: OpenRequest }

const Because = ({ request, because }: Props & { because: OpenRequest['because'] }) => {
  const lines = becauseTexts(request, because)
  if (lines.length === 0) return null
  return (
    <>
      <p class="soft">{say('because.title')}</p>
      <ul class="because">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

export const Attention = ({ request }: Props) => {
  if (request.attention.length === 0) return null
  return (
    <Section title="section.attention">
      {request.attention.map(({ id, because }) => (
        <div key={id} class="attention">
          <h4>{attentionName(id)}</h4>
          {attentionMeans(id) && <p>{attentionMeans(id)}</p>}
          <Because request={request} because={because} />
        </div>
      ))}
    </Section>
  )
}

export const Segment = ({ request }: Props) => (
  <Section title="section.segment">
    <p>
      <strong>{segmentName(request.row.segment)}</strong>
    </p>
    <Because request={request} because={request.because} />
  </Section>
)

export const Advice = ({ request }: Props) => {
  if (request.advice.length === 0) return null
  return (
    <Section title="section.advice">
      <ul>
        {request.advice.map((id) => (
          <li key={id}>{contentText(request.revision, [`advice:${id}.title`]) ?? id}</li>
        ))}
      </ul>
    </Section>
  )
}

export const Folded = ({ request }: Props) => {
  if (request.folded.length === 0) return null
  return (
    <Section title="section.folded">
      <p class="soft">{say('folded.why')}</p>
      <ul>
        {request.folded.map((row) => (
          <li key={row.id}>
            <a href={addressOf(row.id)}>
              {say('folded.one', { reference: row.reference, moment: momentWords(row.receivedAt) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
