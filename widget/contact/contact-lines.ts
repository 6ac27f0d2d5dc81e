/** How to reach the resident, as lines of the card: each fact that is sent is one, and each can be changed or taken away. */
import type { Place } from '#core/contract/content.ts'
import { halfDayName } from '../words/format.ts'
import type { Speech } from '../words/speech.ts'
import { type Asker, settled, type Written } from './contact.ts'

export type ContactLine = {
  label: string
  text: string
  /** what is left of the writing when the line is taken away; absent: the call needs it, so it can only be changed */
  without?: Partial<Written>
}

const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ')

/** In the order of the form. `place`: names of stations. */
export function contactLines(
  written: Written,
  asker: Asker,
  speech: Speech,
  { station, stations }: Place,
): ContactLine[] {
  const { t } = speech
  const now = settled(written, asker)
  const times = now.safeTimes.map((half) => halfDayName(speech, half, 'short')).join(', ')
  const { way, phone, window, safe, safeWhen, message, ifOther, known } = now
  const where = stations.find((one) => one.station === now.station) ?? station
  const line = (label: string, text: string, without: Partial<Written>): ContactLine[] =>
    text.trim() ? [{ label: t(`widget:${label}`), text, without }] : []
  const whom = joined(
    t(`widget:form.whom.${now.whom}`),
    asker === 'relative' && known ? t(`widget:card.known.${known}`) : '',
  )
  return [
    {
      label: t('widget:card.contact'),
      text: joined(t(`widget:way.${way}`), way === 'visit' ? where.name : phone.replace(/ /g, '\u00a0')),
    },
    ...(asker ? [{ label: t('widget:form.whom'), text: whom }] : []),
    ...line('form.other', ifOther && t(`widget:form.other.${ifOther}`), { ifOther: '' }),
    ...line('card.safe', safe && joined(t(`widget:form.safe.${safe}`), times, safeWhen.trim()), {
      safe: '',
      safeTimes: [],
      safeWhen: '',
    }),
    ...line('card.message', message && t(`widget:form.message.${message}`), { message: '' }),
    ...line('card.name', now.name, { name: '' }),
    ...line('card.window', window === 'any' ? '' : t(`widget:window.${window}`), { window: 'any' }),
    ...line('form.interpreter', now.interpreter, { interpreter: '' }),
    ...line('form.ownWords', now.ownWords, { ownWords: '' }),
  ]
}
