/** “Keep this conversation on this device”: off until asked, explained, and offered again after a reload. */
import { useEffect, useState } from 'preact/hooks'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import { forget, isOwn, type KeptConversation, keep, kept } from '../state/kept.ts'

/** What was kept before the page was loaded anew: to go on from, or to be wiped. */
function Offer({ talk, before, onForget }: { talk: Talk; before: KeptConversation; onForget: () => void }) {
  const { t } = useRoom().speech
  const resume = () => {
    keep(before)
    talk.resume(before)
  }
  return (
    <section class="keep" aria-labelledby="kept">
      <h2 id="kept">{t('widget:keep.found')}</h2>
      <div class="actions">
        <button type="button" class="first" onClick={resume}>
          {t('widget:keep.resume')}
        </button>
        <button type="button" class="quiet" onClick={onForget}>
          {t('widget:keep.forget')}
        </button>
      </div>
    </section>
  )
}

/** `quiet`: nothing is shown, and what is kept follows what is said all the same. */
export function Keep({ talk, quiet = false }: { talk: Talk; quiet?: boolean }) {
  const { t } = useRoom().speech
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
  if (turn === 0) return before ? <Offer talk={talk} before={before} onForget={wipe} /> : null
  if (quiet) return null
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
      </div>
    </details>
  )
}
