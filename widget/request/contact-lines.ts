/** How to reach the resident, as lines of the card: each fact that is sent is one, and each can be changed or taken away. */
import type { Speech } from '../speech.ts'
import type { Written } from './contact.ts'

export type ContactLine = {
  label: string
  text: string
  /** what is left of the writing when the line is taken away; absent: the call needs it, so it can only be changed */
  without?: Partial<Written>
}

const whomWords = ({ whom, theyKnow }: Written, t: Speech['t']) => {
  const knows = whom === 'near-one' ? t(`widget:card.${theyKnow ? 'theyKnow' : 'theyDoNotKnow'}`) : ''
  return [t(`widget:form.whom.${whom}`), knows].filter(Boolean).join(' · ')
}

/** In the order of the form. `near`: asking for somebody close. */
export function contactLines(written: Written, near: boolean, { t }: Speech): ContactLine[] {
  const { way, phone, name, window, message, unsafe, safeWhen, interpreter, ownWords } = written
  const reach = [t(`widget:way.${way}`), way === 'visit' ? '' : phone.trim().replace(/ /g, '\u00a0')]
    .filter(Boolean)
    .join(' · ')
  const line = (label: string, text: string, without: Partial<Written>): ContactLine[] =>
    text.trim() ? [{ label: t(`widget:${label}`), text, without }] : []
  return [
    { label: t('widget:card.contact'), text: reach },
    ...line('card.name', name, { name: '' }),
    ...(near ? [{ label: t('widget:form.whom'), text: whomWords(written, t) }] : []),
    ...line('card.window', window === 'any' ? '' : t(`widget:window.${window}`), { window: 'any' }),
    ...line('card.message', message && t(`widget:form.message.${message}`), { message: '' }),
    ...line('card.safe', unsafe ? safeWhen.trim() || t('widget:form.unsafe') : '', {
      unsafe: false,
      safeWhen: '',
    }),
    ...line('form.interpreter', interpreter, { interpreter: '' }),
    ...line('form.ownWords', ownWords, { ownWords: '' }),
  ]
}
