/** One's own request: where it is, the promise, and how to correct or withdraw it. Own words and the whole number never show. */
import { useState } from 'preact/hooks'
import { byWhen, moment } from '../format.ts'
import type { Mine } from '../request/outbox.ts'
import { Troubled } from '../request/Troubled.tsx'
import type { Speech } from '../speech.ts'
import { Correct } from './Correct.tsx'
import { useMine } from './useMine.ts'
import { Withdraw } from './Withdraw.tsx'

type Props = {
  code: string
  speech: Speech
  /** just sent: promise and reference stand above already */
  brief?: boolean
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
    ['widget:status.promise', byWhen(speech, mine.promise)],
    [
      'widget:card.contact',
      [speech.t(`widget:way.${mine.way}`), mine.phoneEnding && `…${mine.phoneEnding}`]
        .filter(Boolean)
        .join(' '),
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

export function MineView({ code, speech, brief }: Props) {
  const { mine, trouble, refresh } = useMine(code)
  const [withdrawn, setWithdrawn] = useState(false)
  if (withdrawn || trouble?.code === 'gone')
    return (
      <p class="status" role="status">
        {speech.t('widget:status.withdrawn')}
      </p>
    )
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
      {mine.mayWithdraw && <Withdraw code={code} speech={speech} onWithdrawn={() => setWithdrawn(true)} />}
    </section>
  )
}
