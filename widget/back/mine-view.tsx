/** One's own request: where it is, the promise, and how to correct or withdraw it. Own words and the whole number never show. */

import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { wayText } from '#core/say/contact.ts'
import type { WrittenContact } from '../contact/contact.ts'
import { Troubled } from '../help/troubled.tsx'
import { serverNow } from '../net/clock.ts'
import type { OwnRequest } from '../net/outbox.ts'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { CorrectRow } from './correct-row.tsx'
import { Next } from './next.tsx'
import { type Standing, standingOf } from './standing.ts'
import { Status } from './status.tsx'
import { useMine } from './use-mine.ts'
import { Withdraw } from './withdraw.tsx'

type Props = {
  code: string
  speech: Speech
  /** just sent: the promise stands above already */
  receipt?: boolean
  /** what may be done with the code besides */
  children?: ComponentChildren
  /** hears where it stands and what is promised, so that what is above can follow it */
  onStanding?: (standing: Standing, mine: OwnRequest | undefined) => void
  /** hears what was replaced by a correction made here */
  onCorrected?: (told: Partial<WrittenContact>) => void
  /** asks again with the same answers, where they still are */
  onAnew?: (() => void) | undefined
}

function Facts({ mine, speech }: { mine: OwnRequest; speech: Speech }) {
  const { way, phoneEnding: ending } = mine
  const reach = [wayText(speech, way), ending && speech.t('widget:back.ending', { ending })]
  return (
    <ul class="hours">
      <li>
        {speech.t('widget:sent.reference', { context: way })}: <b>{mine.reference}</b>
      </li>
      <li>
        {speech.t('widget:card.contact')}: <b>{reach.filter(Boolean).join(' · ')}</b>
      </li>
    </ul>
  )
}

type AnewProps = Pick<Props, 'speech' | 'onAnew'>

/** Withdrawn or erased: the focus comes here, because what was pressed is gone. */
function Gone({ speech, onAnew, focus }: AnewProps & { focus: boolean }) {
  const said = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    if (focus) said.current?.focus()
  }, [focus])
  return (
    <>
      <p class="status" role="status" ref={said} tabIndex={-1}>
        {speech.t(`widget:status.${focus ? 'withdrawn' : 'gone'}`)}
      </p>
      <Anew speech={speech} onAnew={onAnew} />
    </>
  )
}

/** Where this request has ended nobody stands at a dead end: it is asked again, or a new conversation begins. */
function Anew({ speech, onAnew }: AnewProps) {
  const { language, place } = useRoom().island
  const begin = () => location.assign(`/chat/${language.lang}?station=${place.station.station}`)
  return (
    <button type="button" class="second" onClick={onAnew ?? begin}>
      {speech.t('widget:status.anew')}
    </button>
  )
}

export function MineView({
  code,
  speech,
  receipt = false,
  children,
  onStanding,
  onCorrected,
  onAnew,
}: Props) {
  const { mine, trouble, refresh } = useMine(code)
  const [withdrawn, setWithdrawn] = useState(false)
  const gone = withdrawn || trouble?.code === 'gone'
  const standing = gone ? 'gone' : mine && standingOf(mine, serverNow())
  useEffect(() => {
    if (standing) onStanding?.(standing, mine)
  }, [standing, mine, onStanding])
  const follow = (now?: OwnRequest, told: Partial<WrittenContact> = {}) => {
    if (now) onCorrected?.(told)
    refresh(now)
  }
  if (standing === 'gone') return <Gone speech={speech} onAnew={onAnew} focus={withdrawn} />
  if (!mine || !standing) {
    const otherwise = trouble?.code === 'not-found' ? 'back.notFound' : 'status.away'
    return (
      <>
        {trouble ? (
          <Troubled trouble={{ code: 'offline' }} otherwise={`widget:${otherwise}`} />
        ) : (
          <p role="status">{speech.t('widget:status.wait')}</p>
        )}
        {children}
      </>
    )
  }
  const isComing = standing === 'pending' || standing === 'late'
  const next = isComing ? (
    <Next mine={mine} speech={speech} brief={receipt}>
      {children}
    </Next>
  ) : (
    children
  )
  return (
    <>
      {receipt && next}
      <section class={receipt ? 'asks' : 'status'} aria-label={speech.t('widget:status.title')}>
        {!receipt && <h3>{speech.t('widget:status.title')}</h3>}
        <Status mine={mine} standing={standing} speech={speech} brief={receipt} />
        <p class={trouble ? 'soft' : 'unseen'} role="status">
          {trouble && speech.t('widget:status.offline')}
        </p>
        {!receipt && <Facts mine={mine} speech={speech} />}
        {mine.mayCorrect && <CorrectRow code={code} speech={speech} way={mine.way} onCorrected={follow} />}
        {standing === 'ended' && <Anew speech={speech} onAnew={onAnew} />}
        {mine.mayWithdraw && <Withdraw code={code} speech={speech} onWithdrawn={() => setWithdrawn(true)} />}
      </section>
      {!receipt && next}
    </>
  )
}
