/**
 * The number, as a link for its holder alone: who waits is taken and called in one act, and whom a colleague holds is not called
 * by a press. Where a call at the wrong time is dangerous, it is shown only to one who has read when.
 */
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import { type Hold, isPossible } from '#core/request/life.ts'
import { phoneText } from '#core/say/phone.ts'
import { asRefused, type Refused } from '../../net/api.ts'
import { inPractice } from '../../net/practice.ts'
import { Icon } from '../../parts/icon.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useNow } from '../../state/clock.ts'
import { session } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { holdOf } from '../queue/hold.ts'
import { act } from '../state/request.ts'
import { useChecked } from './checked.ts'
import { SAFETY_ID, type Warning } from './safety.tsx'

type Props = { request: OpenRequest; warnings: Warning[] }

/** For whom the number is: its holder, one who may take the request, or one who looks on. */
type Sight = 'holder' | 'taker' | 'onlooker'
const sightOf = ({ row }: OpenRequest, hold: Hold): Sight => {
  if (hold === 'mine' && row.status !== 'closed') return 'holder'
  return isPossible('take', row, hold) ? 'taker' : 'onlooker'
}

/** Opened by a press, and closed again when the resident changes what was read. */
function useReveal(warnings: Warning[]) {
  const toRead = warnings.filter(({ holds }) => holds).map(({ id, quote }) => `${id} ${quote ?? ''}`)
  const now = toRead.join('\n')
  const [read, markRead] = useState<string>()
  const isRead = read === now
  return { isToRead: toRead.length > 0, hidden: toRead.length > 0 && !isRead, reveal: () => markRead(now) }
}

/** Takes the request; what then follows waits until it is mine on the screen. */
function useTaking(request: OpenRequest) {
  const [busy, setBusy] = useState(false)
  // known at once: a second press may come before the first has been drawn
  const isTaking = useRef(false)
  const [refused, refuse] = useState<Refused>()
  useChecked(request, refused, refuse)
  /** @returns that it was taken; nothing while it is being taken: a second press changes nothing */
  const take = async (): Promise<boolean | undefined> => {
    if (isTaking.current) return undefined
    isTaking.current = true
    setBusy(true)
    refuse(undefined)
    try {
      await act('take')
      speaking.set({ announcement: say('act.done.take') })
      return true
    } catch (thrown) {
      refuse(asRefused(thrown))
      return false
    } finally {
      isTaking.current = false
      setBusy(false)
    }
  }
  return { busy, refused, take }
}

/** What was pressed is gone: focus goes to the number that it gave, which is called where nothing had to be read before. */
function useNumber(isShown: boolean) {
  const number = useRef<HTMLElement>(null)
  const then = useRef<'call' | 'focus' | undefined>(undefined)
  useLayoutEffect(() => {
    if (!isShown || !then.current) return
    number.current?.focus()
    if (then.current === 'call') number.current?.click()
    then.current = undefined
  }, [isShown])
  return { number, then }
}

type Pressed = { label: string; safety?: boolean; busy?: boolean; onClick(): void }
const Before = ({ label, safety = false, busy = false, onClick }: Pressed) => (
  <button
    type="button"
    class={safety ? 'button reveal' : 'button strong take-call'}
    aria-describedby={safety ? SAFETY_ID : undefined}
    aria-disabled={busy}
    onClick={onClick}
  >
    {!safety && <Icon shape="phone" />}
    {busy ? say('act.busy') : label}
  </button>
)

type ToldProps = { request: OpenRequest; phone: string; number: RefObject<HTMLParagraphElement> }
/** The number of a request that another holds, or that is closed: to be read, not pressed. */
const Told = ({ request: { row }, phone, number }: ToldProps) => (
  <p class="phone-told" tabIndex={-1} ref={number}>
    {row.status !== 'closed' && row.takenBy && (
      <span>{say('contact.heldBy', { name: row.takenBy.firstName })}</span>
    )}
    <strong>{phoneText(phone)}</strong>
  </p>
)

/** An invented number: nothing that is pressed here may ring. */
const NotCalled = ({ phone, number }: Omit<ToldProps, 'request'>) => (
  <p class="phone-told" tabIndex={-1} ref={number}>
    <strong>{phoneText(phone)}</strong>
    <span>{say('practice.noCall')}</span>
  </p>
)

function TheNumber({ request, warnings, phone }: Props & { phone: string }) {
  const me = useStore(session, (state) => state.me)
  const sight = sightOf(request, holdOf(request.row, me, useNow()))
  const { isToRead, hidden, reveal } = useReveal(warnings)
  const { busy, refused, take } = useTaking(request)
  const { number, then } = useNumber(sight !== 'taker' && !hidden)
  const isText = request.contact.way === 'text'
  const showAndFocus = () => {
    then.current = 'focus'
    reveal()
  }
  const takeFirst = async () => {
    then.current = isToRead ? 'focus' : 'call'
    const taken = await take()
    if (taken) reveal()
    else if (taken === false) then.current = undefined
  }
  const way = isText ? 'text' : 'call'
  return (
    <>
      {sight === 'taker' ? (
        <Before
          label={say(isToRead ? 'contact.takeReveal' : `contact.take.${way}`)}
          safety={isToRead}
          busy={busy}
          onClick={() => void takeFirst()}
        />
      ) : hidden ? (
        <Before label={say('contact.reveal')} safety onClick={showAndFocus} />
      ) : sight === 'holder' && inPractice ? (
        <NotCalled phone={phone} number={number as RefObject<HTMLParagraphElement>} />
      ) : sight === 'holder' ? (
        <a
          class="phone"
          ref={number as RefObject<HTMLAnchorElement>}
          href={isText ? `sms:${phone}` : `tel:${phone}`}
        >
          <Icon shape="phone" />
          <span class="unseen">{say(isText ? 'contact.textTo' : 'contact.callTo')} </span>
          {phoneText(phone)}
        </a>
      ) : (
        <Told request={request} phone={phone} number={number as RefObject<HTMLParagraphElement>} />
      )}
      <Problem refused={refused} />
    </>
  )
}

export function Phone({ request, warnings }: Props) {
  const { phone, contact } = request
  if (!phone) return <p>{say(contact.way === 'visit' ? 'contact.visits' : 'contact.noPhone')}</p>
  return <TheNumber request={request} warnings={warnings} phone={phone} />
}
