/** Why the request came here as it did: marks of attention, the segment, and what is folded under it. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { becauseTexts } from '../../words/answers.ts'
import { momentWords } from '../../words/dates.ts'
import { attentionMeans, attentionName, segmentName, unfinishedName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { addressOf } from '../state/route.ts'
import { Section } from './section.tsx'

type Props = { request: OpenRequest }

/** Each mark with the answers that raised it: without its reason it would be a label. */
export const Attention = ({ request }: Props) => {
  if (request.attention.length === 0) return null
  return (
    <Section title="section.attention">
      <ul class="attentions">
        {request.attention.map(({ id, because }) => (
          <li key={id} class="attention">
            <strong>{attentionName(id, request.revision)}</strong>
            {attentionMeans(id) && <p>{attentionMeans(id)}</p>}
            <p class="because soft">{becauseTexts(request, because).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const Segment = ({ request }: Props) => {
  const { row } = request
  const { finished, segment } = row
  const answers = becauseTexts(request, request.because).join(' · ')
  // of a conversation that was not finished only what its answers raised is claimed
  const isClaimed = finished || answers !== ''
  return (
    <Section title="section.segment">
      {!finished && <p>{unfinishedName(row)}</p>}
      {isClaimed && <p>{segmentName(segment)}</p>}
      {answers && <p class="because soft">{say('because.all', { answers })}</p>}
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
