/** How to reach the resident, as lines of the card: each fact that is sent is one, and each can be changed or taken away. */
import type { Place } from '#core/contract/content.ts'
import { factName, halfDaysText, messageText, wayText, windowName, windowText } from '#core/say/contact.ts'
import { phoneText } from '#core/say/phone.ts'
import type { Speech } from '../words/speech.ts'
import { type Asker, settled, type WrittenContact } from './contact.ts'

export type ContactLine = {
  /** its place on the card, in every language */
  id: string
  label: string
  text: string
  /** what is left of the writing when the line is taken away; absent: the call needs it, so it can only be changed */
  without?: Partial<WrittenContact>
}

/** Who is contacted: the line that is there only because somebody else asks. */
export const WHOM_LINE = 'contact.whom'

const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ')

/** In the order of the form. `place`: names of stations. */
export function contactLines(
  written: WrittenContact,
  asker: Asker,
  speech: Speech,
  { station, stations }: Place,
): ContactLine[] {
  const { t } = speech
  const now = settled(written, asker)
  const times = halfDaysText(speech, now.safeTimes)
  const { way, phone, window, safe, safeWhen, message, ifOther, known } = now
  const where = stations.find((one) => one.station === now.station) ?? station
  const line = (id: string, label: string, text: string, without: Partial<WrittenContact>): ContactLine[] =>
    text.trim() ? [{ id: `contact.${id}`, label, text, without }] : []
  const whom = joined(
    t(`widget:form.whom.${now.whom}`),
    asker === 'relative' && known ? t(`widget:card.known.${known}`) : '',
  )
  return [
    {
      id: 'contact.way',
      label: t('widget:card.contact'),
      text: joined(
        wayText(speech, way),
        way === 'visit' ? where.name : phoneText(phone).replace(/ /g, '\u00a0'),
      ),
    },
    ...(asker ? [{ id: WHOM_LINE, label: t('widget:form.whom'), text: whom }] : []),
    ...line('answered', t('widget:form.other'), ifOther && t(`widget:form.other.${ifOther}`), {
      ifOther: '',
    }),
    ...line(
      'safe',
      t('widget:card.safe'),
      safe && joined(t(`widget:form.safe.${safe}`), times, safeWhen.trim()),
      // a part of the day chosen before it does not come in its place
      { safe: '', safeTimes: [], safeWhen: '', ...(safe === 'no' && { window: 'any' }) },
    ),
    ...line('message', factName(speech, 'message'), message && messageText(speech, message === 'yes'), {
      message: '',
    }),
    ...line('name', factName(speech, 'name'), now.name, { name: '' }),
    ...line('window', windowName(speech, way), window === 'any' ? '' : windowText(speech, window), {
      window: 'any',
    }),
    ...line('interpreter', factName(speech, 'interpreter'), now.interpreter, { interpreter: '' }),
    ...line('ownWords', t('widget:form.ownWords'), now.ownWords, { ownWords: '' }),
  ]
}
