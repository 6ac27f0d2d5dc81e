/** What was not among the matters chosen: one's own words once more, at the end, and what they offer is added to the conversation. */
import { useState } from 'preact/hooks'
import { carriedBy } from '#core/flow/danger.ts'
import type { Id } from '#core/flow/definition.ts'
import { optionText } from '#core/say/answer.ts'
import { OwnFirst } from '../match/own-first.tsx'
import { phrasesOf } from '../match/phrases.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import type { Speech } from '../words/speech.ts'

type Props = { talk: Pick<Talk, 'said' | 'say' | 'used' | 'answers' | 'setAnswers' | 'show'>; speech: Speech }

export function More({ talk, speech }: Props) {
  const { island } = useRoom()
  const [ticked, setTicked] = useState<Id[]>([])
  const { visit, options } = island.first
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
        <OwnFirst
          {...{ speech, said: talk.said }}
          onSaid={talk.say}
          of="areas"
          known={(id) => options.includes(id) && !chosen.includes(id)}
          ticked={ticked.flatMap((id) => carriedBy(visit.question, id))}
          arrived
          row={(id) => (
            <label class="row" key={id}>
              <input
                type="checkbox"
                checked={ticked.includes(id)}
                onChange={({ currentTarget }) =>
                  setTicked((now) => [
                    ...now.filter((one) => one !== id),
                    ...(currentTarget.checked ? [id] : []),
                  ])
                }
              />
              <span>{optionText(speech, island.place, visit, id)}</span>
            </label>
          )}
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
