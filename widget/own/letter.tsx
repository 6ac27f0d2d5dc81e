/** A decision that came by post: until when one may appeal, reckoned on the device, or where in the letter it stands. */
import { useState } from 'preact/hooks'
import { dayOf, isDay } from '#core/flow/day.ts'
import type { AdviceItem } from '#core/flow/definition.ts'
import { lastDayOf } from '#core/request/days-off.ts'
import { wholeDate } from '#core/say/day.ts'
import { written } from '#core/say/forms.ts'
import { localTime } from '#core/say/time.ts'
import { serverNow } from '../net/clock.ts'
import { download } from '../parts/download.ts'
import { Radios } from '../parts/inputs.tsx'
import { calendarFile } from '../save/calendar.ts'
import { DateField } from '../talk/field.tsx'
import type { Speech } from '../words/speech.ts'

type Props = {
  speech: Speech
  appeal: NonNullable<AdviceItem['appeal']>
  /** a calendar is looked at by others */
  afraid: boolean
}
type Term = { last: string; isMoved: boolean; isPast: boolean }

/** It stands in the calendar in the daytime. */
const OFFICE = { from: '08:00', to: '16:00' }
/** All three fields are written. */
const WHOLE = /^\d{4}-(?!00)\d\d-(?!00)\d\d$/

/** `ke 7.1.2027`: a weekday helps to see that it is right. */
const dayText = (speech: Speech, day: string) =>
  `${written(speech.lang, { weekday: 'short' }).format(new Date(`${day}T12:00:00Z`))} ${wholeDate(speech, day)}`

function termOf(sent: string, days: number, today: string): Term {
  const last = lastDayOf(sent, days)
  return { last, isMoved: last !== dayOf(`on+${days}d`, sent), isPast: last < today }
}

function LastDay({ speech, term: { last, isMoved, isPast } }: Pick<Props, 'speech'> & { term: Term }) {
  const { t } = speech
  return (
    <>
      <p class="term">{t('own:letter.last', { day: dayText(speech, last) })}</p>
      <p>
        <b>{t('own:letter.check')}</b> {isMoved && t('own:letter.moved')}
      </p>
      {isPast && <p>{t('own:letter.past')}</p>}
    </>
  )
}

function ToCalendar({ speech, day }: Pick<Props, 'speech'> & { day: string }) {
  const [saved, setSaved] = useState(false)
  const { t } = speech
  const save = () => {
    const entry = { title: t('own:letter.event'), day, ...OFFICE, now: serverNow() }
    download(calendarFile(entry), 'kalenteri.ics', 'calendar')
    setSaved(true)
  }
  return (
    <>
      <button type="button" class="second" onClick={save}>
        {t('widget:sent.calendar')}
      </button>
      <p role="status">{saved && t('own:letter.saved')}</p>
    </>
  )
}

type SentProps = Pick<Props, 'speech'> & { sent: string; onSent: (day: string) => void; isWrong: boolean }

function SentOn({ speech, sent, onSent, isWrong }: SentProps) {
  const { t } = speech
  return (
    <div class="input">
      <b id="letter-day">{t('own:letter.day')}</b>
      <small id="letter-hint">{t('own:letter.dayHint')}</small>
      {isWrong && (
        <p class="error" id="letter-error" role="alert">
          {t('own:letter.wrong')}
        </p>
      )}
      <DateField
        {...{ speech, text: sent, onText: onSent }}
        onEnter={() => undefined}
        labelledBy="letter-day"
        describedBy={`letter-hint${isWrong ? ' letter-error' : ''}`}
      />
    </div>
  )
}

export function Letter({ speech, appeal, afraid }: Props) {
  const { of, days, source, checkedOn } = appeal
  const [from, setFrom] = useState<'known' | 'other' | ''>('')
  const [sent, setSent] = useState('')
  const { t } = speech
  const [today] = localTime(serverNow())
  const isGood = isDay(sent) && sent <= today
  const term = from === 'known' && isGood && termOf(sent, days, today)
  return (
    <details>
      <summary>{t('own:letter.title')}</summary>
      <div class="inside">
        <p>{t('own:letter.private')}</p>
        <Radios
          legend={t('own:letter.who')}
          name="letter-from"
          options={['known', 'other'] as const}
          text={(one) => t(one === 'known' ? `widget:provider.${of}` : 'own:letter.other')}
          value={from}
          onValue={setFrom}
        />
        {from === 'known' && (
          <SentOn {...{ speech, sent, onSent: setSent }} isWrong={WHOLE.test(sent) && !isGood} />
        )}
        <div role="status">
          {from === 'other' && <p>{t('own:letter.where')}</p>}
          {term && <LastDay {...{ speech, term }} />}
        </div>
        {term && (
          <p class="soft">{t('own:letter.source', { days, source, day: wholeDate(speech, checkedOn) })}</p>
        )}
        {term && !term.isPast && !afraid && <ToCalendar key={sent} speech={speech} day={term.last} />}
      </div>
    </details>
  )
}
