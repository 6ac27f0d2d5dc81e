/** After sending: the reference, the promise, the code that leads back, and what happens if no call comes. */
import type { ComponentChildren } from 'preact'
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Contact } from '#core/contract/callback.ts'
import type { Id } from '#core/flow/definition.ts'
import { OPENS } from '#core/request/half-day.ts'
import { byWhen } from '#core/say/time.ts'
import { MineView } from '../back/mine-view.tsx'
import type { Standing } from '../back/standing.ts'
import type { WrittenContact } from '../contact/contact.ts'
import { Help } from '../help/help.tsx'
import { serverNow } from '../net/clock.ts'
import { inFours } from '../net/keys.ts'
import type { OwnRequest, Stored } from '../net/outbox.ts'
import type { Estimate } from '../net/promises.ts'
import { copied, mark, printed } from '../parts/clipboard.ts'
import { download } from '../parts/download.ts'
import { useTitle } from '../parts/use-title.ts'
import { useStay } from '../press/back.ts'
import { calendarFile, isPast } from '../save/calendar.ts'
import { useRoom } from '../state/context.ts'
import { fullText, promisedText } from '../words/promised.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  receipt: Stored
  code: string
  speech: Speech
  estimate: Estimate | undefined
  /** how the resident wants to be reached: the promise is said accordingly */
  contact: Contact
  /** told in this conversation: what answers now stays in sight */
  dangers: Id[]
  /** what else may be done while the promise holds: saving the conversation, with the promise as it now is */
  children: (promise: string) => ComponentChildren
  /** what a correction replaced is what a request after this one begins with */
  onCorrected: (told: Partial<WrittenContact>) => void
  /** asks again: what was said and written is still here */
  onAnew: () => void
}

function Code({ code, speech }: Pick<Props, 'code' | 'speech'>) {
  const [said, setSaid] = useState<'copied' | 'notCopied'>()
  const shown = useRef<HTMLParagraphElement>(null)
  const copy = async () => {
    const could = await copied(inFours(code))
    if (!could) mark(shown.current)
    setSaid(could ? 'copied' : 'notCopied')
  }
  return (
    <section class="status">
      <h3>{speech.t('widget:sent.codeTitle')}</h3>
      <p>{speech.t('widget:sent.codeText')}</p>
      <p class="code" ref={shown}>
        {inFours(code)}
      </p>
      <button type="button" class="second" onClick={() => void copy()}>
        {speech.t('widget:sent.copy')}
      </button>
      <Told>{said && <span key={said}>{speech.t(`widget:sent.${said}`)}</span>}</Told>
    </section>
  )
}

/** What a press did, aloud too: the region stands from the beginning, and takes no room until then. */
const Told = ({ children }: { children: ComponentChildren }) => (
  <p role="status" class={children ? undefined : 'unseen'}>
    {children}
  </p>
)

/** Paper, and the page on which the code works. */
function Elsewhere({ speech }: Pick<Props, 'speech'>) {
  const { island } = useRoom()
  const [failed, setFailed] = useState(false)
  return (
    <>
      <button type="button" class="second" onClick={() => setFailed(!printed())}>
        {speech.t('widget:sent.print')}
      </button>
      <Told>{failed && speech.t('widget:sent.notPrinted')}</Told>
      <a
        class="link"
        href={`/chat/${island.language.lang}/request?station=${island.place.station.station}`}
        target="_blank"
        rel="noreferrer"
      >
        {speech.t('widget:sent.backLink')}
        <span class="unseen"> {speech.t('widget:foot.newTab')}</span>
      </a>
    </>
  )
}

/** The time for one's own calendar, under a word that says nothing of the matter; not when it has gone by. */
function Calendar({ now, way, speech }: { now: Stored | OwnRequest; way: Contact['way']; speech: Speech }) {
  const [isSaved, setSaved] = useState(false)
  const { promise, visit, safeTime } = now
  // of a visit whose time is not set it is known only by when that will be told
  const timed = visit ?? (way === 'visit' || safeTime === 'words' ? undefined : promise)
  if (!timed) return null
  const { day, from = OPENS } = timed
  const entry = { day, from, to: 'to' in timed ? timed.to : timed.by, now: serverNow() }
  if (isPast(entry)) return null
  const save = () => {
    const title = speech.t('widget:sent.event', { context: way })
    download(calendarFile({ ...entry, title }), `${title}.ics`, 'calendar')
    setSaved(true)
  }
  return (
    <>
      <button type="button" class="second" onClick={save}>
        {speech.t('widget:sent.calendar')}
      </button>
      <Told>{isSaved && speech.t('widget:save.downloaded')}</Told>
    </>
  )
}

type PromisedProps = Omit<Props, 'code' | 'children' | 'onAnew' | 'onCorrected'> & {
  /** as it stands now */
  now: Stored | OwnRequest
  told: string[]
  /** corrected on this page: what the receipt and the form said of the time holds no more */
  isCorrected: boolean
}

function Promised({ receipt, speech, estimate, contact, dangers, now, told, isCorrected }: PromisedProps) {
  const { promise, safeTime, visit } = receipt
  const { safeToCall, safeWhen } = contact
  const before = estimate?.promise
  const moved = !visit && before && safeTime !== 'words' && !isCorrected && before.until !== promise?.until
  /** beside it stands the promise itself, if there is one */
  const full = fullText(speech, now)
  return (
    <div class="sent">
      {told.map((text) => (
        <p key={text} class={text === full ? undefined : 'promise'}>
          {text}
        </p>
      ))}
      {moved && (
        <p>
          {speech.t(`widget:sent.${promise ? 'moved' : 'movedFull'}`, { before: byWhen(speech, before) })}
        </p>
      )}
      {safeToCall === false && safeWhen && !isCorrected && (
        <p>{speech.t('widget:sent.safe', { safeWhen })}</p>
      )}
      <p>
        {speech.t('widget:sent.reference', { context: contact.way })}: <b>{receipt.reference}</b>
      </p>
      {/* a calendar may be looked at by whoever is feared */}
      {safeToCall !== false && dangers.length === 0 && (
        <Calendar now={now} way={contact.way} speech={speech} />
      )}
    </div>
  )
}

export function Sent(props: Props) {
  const { code, speech, receipt, contact, dangers } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const [standing, setStanding] = useState<Standing>('pending')
  const [mine, setMine] = useState<OwnRequest>()
  const [corrected, setCorrected] = useState(false)
  const follow = useCallback((next: Standing, now: OwnRequest | undefined) => {
    setStanding(next)
    setMine(now)
  }, [])
  // one promise on the screen: a correction moves this one too
  const { place } = useRoom().island
  const now = mine ?? receipt
  const told = promisedText(speech, place, now, contact.way)
  const isMoved = told.join() !== promisedText(speech, place, receipt, contact.way).join()
  const gone = standing === 'gone'
  useTitle(props.speech.t('widget:page.done'))
  const stays = useStay(() => heading.current?.focus()) && !gone
  return (
    <section class="request">
      <h2 id="heading" class={gone ? undefined : 'done'} ref={heading} tabIndex={-1}>
        {speech.t(gone ? 'widget:withdraw.done' : 'widget:sent.title')}
      </h2>
      <p role="status" class={stays ? 'notice' : 'unseen'}>
        {stays && speech.t('widget:sent.stays')}
      </p>
      {/* a promise that no longer holds does not stay on the screen */}
      {standing === 'pending' && (
        <Promised {...props} now={now} told={told} isCorrected={corrected || isMoved} />
      )}
      {dangers.length > 0 && <Help dangers={dangers} speech={speech} folded />}
      {!gone && <Code code={code} speech={speech} />}
      <MineView
        code={code}
        speech={speech}
        receipt
        onStanding={follow}
        onCorrected={(told) => {
          setCorrected(true)
          props.onCorrected(told)
        }}
        onAnew={props.onAnew}
      >
        <Elsewhere speech={speech} />
      </MineView>
      {standing === 'pending' && props.children(told.join(' '))}
    </section>
  )
}
