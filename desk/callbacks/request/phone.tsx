/** The number, or the step before it: where a call at the wrong time is dangerous, it is shown only to one who has read when. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import { phoneText } from '#core/say/phone.ts'
import { Icon } from '../../parts/icon.tsx'
import { say } from '../../words/words.ts'
import { SAFETY_ID, type Warning } from './safety.tsx'

type Props = { request: OpenRequest; warnings: Warning[] }

/** Opened by a press, and closed again when the resident changes what was read. */
function useReveal(warnings: Warning[]) {
  const toRead = warnings.filter(({ holds }) => holds).map(({ id, quote }) => `${id} ${quote ?? ''}`)
  const now = toRead.join('\n')
  const [read, markRead] = useState<string>()
  const number = useRef<HTMLAnchorElement>(null)
  const revealed = read === now
  // The pressed button is gone: focus goes to what it gave.
  useLayoutEffect(() => {
    if (revealed) number.current?.focus()
  }, [revealed])
  return { hidden: toRead.length > 0 && !revealed, reveal: () => markRead(now), number }
}

export function Phone({ request, warnings }: Props) {
  const { hidden, reveal, number } = useReveal(warnings)
  const { phone, contact } = request
  const isText = contact.way === 'text'
  if (!phone) return <p>{say(contact.way === 'visit' ? 'contact.visits' : 'contact.noPhone')}</p>
  if (hidden)
    return (
      <button type="button" class="button reveal" aria-describedby={SAFETY_ID} onClick={reveal}>
        {say('contact.reveal')}
      </button>
    )
  return (
    <a class="phone" ref={number} href={isText ? `sms:${phone}` : `tel:${phone}`}>
      <Icon shape="phone" />
      <span class="unseen">{say(isText ? 'contact.textTo' : 'contact.callTo')} </span>
      {phoneText(phone)}
    </a>
  )
}
