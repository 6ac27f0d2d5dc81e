/** One's own request: where it is, the promise, and how to correct or withdraw it. Own words and the whole number never show. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { byWhen, moment } from '../format.ts'
import type { Mine } from '../request/outbox.ts'
import { Troubled } from '../request/Troubled.tsx'
import { useRoom } from '../room/context.ts'
import type { Speech } from '../speech.ts'
import { Correct } from './Correct.tsx'
import { useMine } from './useMine.ts'
import { Withdraw } from './Withdraw.tsx'

const ENDED: Mine['status'][] = ['unreachable', 'closed', 'erased']

type Props = {
  code: string
  speech: Speech
  /** just sent: the reference stands above already */
  brief?: boolean
  /** hears the status, so that what stands above can follow it */
  onStatus?: (status: Mine['status']) => void
}

function Status({ mine, speech }: { mine: Mine; speech: Speech }) {
  const { status, caller, attempts, promise } = mine
  const last = attempts.at(-1)
  const trying = last && (status === 'waiting' || status === 'taken')
  return (
    <div role="status">
      <p>
        <b>
          {speech.t(trying ? 'widget:status.attempt' : `widget:status.${status}`, {
            when: trying ? moment(speech, last.at) : byWhen(speech, promise),
            name: caller?.firstName ?? speech.t('widget:status.someone'),
            context: mine.way,
          })}
        </b>
      </p>
      {trying && <p>{speech.t('widget:status.again')}</p>}
    </div>
  )
}

function Facts({ mine, speech }: { mine: Mine; speech: Speech }) {
  const facts = [
    ['widget:sent.reference', mine.reference],
    [
      'widget:card.contact',
      [
        speech.t(`widget:way.${mine.way}`),
        mine.phoneEnding && speech.t('widget:back.ending', { ending: mine.phoneEnding }),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
  ] as const
  return (
    <ul class="hours">
      {facts.map(([key, text]) => (
        <li key={key}>
          {speech.t(key)}: <b>{text}</b>
        </li>
      ))}
    </ul>
  )
}

/** Withdrawn or erased: the focus comes here, because what was pressed is gone. */
function Gone({ speech, focus }: { speech: Speech; focus: boolean }) {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (focus) said.current?.focus()
  }, [focus])
  return (
    <>
      <p class="status" role="status" ref={said} tabIndex={-1}>
        {speech.t('widget:status.withdrawn')}
      </p>
      <Anew speech={speech} />
    </>
  )
}

/** Where this request has ended: a new conversation, so that nobody stands at a dead end. */
function Anew({ speech }: { speech: Speech }) {
  const { page, language, place } = useRoom().island
  const begin = () =>
    page === 'chat'
      ? location.reload()
      : location.assign(`/chat/${language.lang}?station=${place.station.station}`)
  return (
    <button type="button" class="second" onClick={begin}>
      {speech.t('widget:status.anew')}
    </button>
  )
}

export function MineView({ code, speech, brief, onStatus }: Props) {
  const { mine, trouble, refresh } = useMine(code)
  const [withdrawn, setWithdrawn] = useState(false)
  const gone = withdrawn || trouble?.code === 'gone'
  const status = gone ? 'withdrawn' : mine?.status
  useEffect(() => {
    if (status) onStatus?.(status)
  }, [status, onStatus])
  if (gone) return <Gone speech={speech} focus={withdrawn} />
  if (!mine && trouble?.code === 'not-found')
    return (
      <p class="error" role="alert">
        {speech.t('widget:back.notFound')}
      </p>
    )
  if (!mine)
    return trouble ? <Troubled trouble={trouble} /> : <p role="status">{speech.t('widget:status.wait')}</p>
  return (
    <section class="status" aria-label={speech.t('widget:status.title')}>
      <h3>{speech.t('widget:status.title')}</h3>
      <Status mine={mine} speech={speech} />
      {trouble && <p class="soft">{speech.t('widget:status.offline')}</p>}
      {!brief && <Facts mine={mine} speech={speech} />}
      {mine.mayCorrect && <Correct code={code} speech={speech} way={mine.way} onCorrected={refresh} />}
      {ENDED.includes(mine.status) && <Anew speech={speech} />}
      {mine.mayWithdraw && <Withdraw code={code} speech={speech} onWithdrawn={() => setWithdrawn(true)} />}
    </section>
  )
}
