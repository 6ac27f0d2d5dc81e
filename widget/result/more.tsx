/** What was not among the matters chosen: one's own words once more, at the end, and what they offer is added to the conversation. */
import { useState } from 'preact/hooks'
import { carriedBy } from '#core/flow/danger.ts'
import type { Id } from '#core/flow/definition.ts'
import { Matters } from '../match/matters.tsx'
import { phrasesOf } from '../match/phrases.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import type { Speech } from '../words/speech.ts'

type Props = { talk: Pick<Talk, 'said' | 'say' | 'used' | 'answers' | 'setAnswers' | 'show'>; speech: Speech }

export function More({ talk, speech }: Props) {
  const { island } = useRoom()
  const [ticked, setTicked] = useState<Id[]>([])
  const { visit } = island.first
  const given = talk.used[visit.address]
  const chosen = Array.isArray(given) ? given : []
  if (!phrasesOf(island)) return null
  const add = () => {
    talk.setAnswers({ ...talk.answers, [visit.address]: [...chosen, ...ticked] })
    talk.show('talk')
  }
  return (
    <details class="more">
      <summary>{speech.t('widget:own.more')}</summary>
      <div class="inside">
        <Matters
          {...{ speech, said: talk.said, ticked }}
          onSaid={talk.say}
          onTick={(id, on) => setTicked((now) => [...now.filter((one) => one !== id), ...(on ? [id] : [])])}
          dangers={ticked.flatMap((id) => carriedBy(visit.question, id))}
          without={chosen}
          arrived
        />
        {ticked.length > 0 && (
          <button type="button" class="first" onClick={add}>
            {speech.t('widget:own.add')}
          </button>
        )}
      </div>
    </details>
  )
}
