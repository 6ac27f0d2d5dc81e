/** “Keep this conversation on this device”: off until asked, explained, and offered again after a reload. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Dialogue } from '#core/flow/definition.ts'
import { type Elsewhere, leaveOffer, standIn } from '../net/tabs.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import { forget, isOwn, type KeptConversation, keep, kept } from '../state/kept.ts'
import { OwnRow } from './own-row.tsx'
import { SentElsewhere } from './sent-elsewhere.tsx'

type OfferProps = {
  before: KeptConversation
  elsewhere: Elsewhere
  onResume: () => void
  onForget: () => void
}

/** What was kept before the page was loaded anew, or in the tab that was duplicated: to go on from, or to be wiped. */
function Offer({ before, elsewhere, onResume, onForget }: OfferProps) {
  const { t } = useRoom().speech
  useLayoutEffect(() => {
    if (before.id) standIn(before.id, 'reads')
    return leaveOffer
  }, [before.id])
  if (elsewhere === 'sent') return <SentElsewhere />
  return (
    <section class="keep" aria-labelledby="kept">
      <h2 id="kept">{t('widget:keep.found')}</h2>
      <p role="status">{elsewhere === 'open' && t('widget:keep.open')}</p>
      <div class="actions">
        <button type="button" class="first" onClick={onResume}>
          {t('widget:keep.resume')}
        </button>
        <button type="button" class="quiet" onClick={onForget}>
          {t('widget:keep.forget')}
        </button>
      </div>
    </section>
  )
}

type KeepProps = { talk: Talk; dialogue: Dialogue; elsewhere?: Elsewhere; quiet?: boolean }

/** `quiet`: nothing is shown, and what is kept follows what is said all the same. */
export function Keep({ talk, dialogue, elsewhere = 'nowhere', quiet = false }: KeepProps) {
  const { speech } = useRoom()
  const { t } = speech
  const { answers, hidden, on: day, turn } = talk
  const [before, setBefore] = useState(kept)
  const [on, setOn] = useState(isOwn)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    // forgotten meanwhile, because it was sent: what is said after it is not kept
    if (on && turn > 0) setOn(isOwn() && keep({ answers, hidden, on: day }))
  }, [on, answers, hidden, day, turn])
  const begin = () => {
    const could = keep({ answers, hidden, on: day })
    setRefused(!could)
    setOn(could)
  }
  const wipe = () => {
    forget()
    setBefore(undefined)
    setOn(false)
  }
  const resume = (kept: KeptConversation) => {
    keep(kept)
    talk.resume(kept)
  }
  const file = <OwnRow title="widget:keep.file" {...{ talk, dialogue, speech }} file />
  if (turn === 0 && before)
    return <Offer before={before} elsewhere={elsewhere} onResume={() => resume(before)} onForget={wipe} />
  if (quiet || elsewhere === 'sent') return null
  // somebody who comes back another day has nothing to keep yet
  if (turn === 0) return file
  return (
    <details class="keep">
      <summary>{t(on ? 'widget:keep.isOn' : 'widget:keep.title')}</summary>
      <div class="inside">
        <label class="row">
          <input
            type="checkbox"
            checked={on}
            onChange={({ currentTarget }) => (currentTarget.checked ? begin() : wipe())}
          />
          <span>{t('widget:keep.label')}</span>
        </label>
        <p class="soft">{t('widget:keep.text')}</p>
        {refused && (
          <p class="error" role="alert">
            {t('widget:keep.refused')}
          </p>
        )}
        {file}
      </div>
    </details>
  )
}
