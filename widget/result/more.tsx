/** What was not among the matters chosen: one's own words once more, at the end, and what they offer is added to the conversation. */
import { carriedBy } from '#core/flow/danger.ts'
import type { Id } from '#core/flow/definition.ts'
import { Matters } from '../match/matters.tsx'
import { phrasesOf } from '../match/phrases.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  talk: Talk
  speech: Speech
  /** matters that often stand behind those that were told */
  linked: Id[]
}

/** So many matters are walked: another one would only stand on the card. */
const MOST = 3

export function More({ talk, speech, linked: [linked] }: Props) {
  const { island } = useRoom()
  const { visit, options } = island.first
  const { more, setMore, used, answers } = talk
  const given = used[visit.address]
  const chosen = Array.isArray(given) ? given : []
  const add = (ids: readonly Id[]) => {
    const all = options.filter((id) => chosen.includes(id) || ids.includes(id))
    setMore([])
    talk.setAnswers({ ...answers, [visit.address]: all })
    talk.show('talk')
  }
  const { flow, step } = visit
  const offered = linked !== undefined && chosen.length < MOST && (
    <p class="linked">
      {speech.t('widget:result.linked', { need: speech.t(`${flow}:${step}.options.${linked}`) })}{' '}
      <button type="button" class="quiet" onClick={() => add([linked])}>
        {speech.t('widget:result.linkedAdd')}
      </button>
    </p>
  )
  if (!phrasesOf(island)) return offered || null
  return (
    <>
      {offered}
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
            <button type="button" class="first" onClick={() => add(more)}>
              {speech.t('widget:own.add')}
            </button>
          )}
        </div>
      </details>
    </>
  )
}
