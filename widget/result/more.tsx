/** What was not among the matters chosen: one's own words once more, at the end, and what they offer is added to the conversation. */
import { carriedBy } from '#core/flow/danger.ts'
import { Matters } from '../match/matters.tsx'
import { phrasesOf } from '../match/phrases.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import type { Speech } from '../words/speech.ts'

type Props = { talk: Talk; speech: Speech }

export function More({ talk, speech }: Props) {
  const { island } = useRoom()
  const { visit, options } = island.first
  const { more, setMore, used, answers } = talk
  const given = used[visit.address]
  const chosen = Array.isArray(given) ? given : []
  if (!phrasesOf(island)) return null
  const add = () => {
    const all = options.filter((id) => chosen.includes(id) || more.includes(id))
    setMore([])
    talk.setAnswers({ ...answers, [visit.address]: all })
    talk.show('talk')
  }
  return (
    <details class="more">
      <summary>{speech.t('widget:own.more')}</summary>
      <div class="inside">
        <Matters
          {...{ speech, said: talk.said, ticked: more }}
          onSaid={talk.say}
          onTick={(id, on) => setMore([...more.filter((one) => one !== id), ...(on ? [id] : [])])}
          dangers={more.flatMap((id) => carriedBy(visit.question, id))}
          without={chosen}
          alone
        />
        {more.length > 0 && (
          <button type="button" class="first" onClick={add}>
            {speech.t('widget:own.add')}
          </button>
        )}
      </div>
    </details>
  )
}
