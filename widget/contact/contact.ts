/** How the resident wants to be reached, as it is being written, and as it is sent. */
import type { Contact } from '#core/contract/callback.ts'
import { PROFESSIONAL } from '#core/flow/named.ts'
import type { IF_OTHER, WAYS, WHOM, WINDOWS } from '#core/request/choices.ts'
import { HALF_DAYS, type HalfDay } from '#core/request/half-day.ts'
import { readPhone } from '#core/request/phone.ts'
import { typedText } from '#core/request/typed-text.ts'
import { isNearOne } from '#core/say/speaker.ts'

export const YES_NO = ['yes', 'no'] as const
/** Not said, yes or no: nothing is chosen beforehand. */
export type YesNo = '' | (typeof YES_NO)[number]

export type WrittenContact = {
  way: (typeof WAYS)[number]
  phone: string
  name: string
  window: (typeof WINDOWS)[number]
  /** is it safe to call at any time; “no” is also “I am not sure” */
  safe: YesNo
  /** half-days in which it is, when it is not always */
  safeTimes: HalfDay[]
  safeWhen: string
  /** may a message be left */
  message: YesNo
  /** what to say when somebody else answers a shared phone */
  ifOther: '' | (typeof IF_OTHER)[number]
  /** a visit: to which station; empty: the one whose page this is */
  station: string
  interpreter: string
  /** does the near one know; of a client it is the permission given in the conversation */
  known: YesNo
  whom: (typeof WHOM)[number]
  ownWords: string
}

export const blank: WrittenContact = {
  way: 'call',
  phone: '',
  name: '',
  window: 'any',
  safe: '',
  safeTimes: [],
  safeWhen: '',
  message: '',
  ifOther: '',
  station: '',
  interpreter: '',
  known: '',
  whom: 'me',
  ownWords: '',
}

/** Who asks, when it is about somebody else. */
export type Asker = 'relative' | 'professional' | undefined
export const askerOf = (answer: unknown): Asker =>
  isNearOne(answer) ? 'relative' : answer === PROFESSIONAL ? 'professional' : undefined

export const looksLikePhone = (phone: string) => readPhone(typedText(phone)) !== undefined

/** Can this person be reached so; a visit needs no number. */
export const canBeReached = ({ way, phone }: WrittenContact) => way === 'visit' || looksLikePhone(phone)

/** Not always safe, and not a word of when it is: a visit needs none, because nobody makes contact. */
export const isWithoutSafeTime = ({ way, safe, safeTimes, safeWhen }: WrittenContact) =>
  safe === 'no' && way !== 'visit' && safeTimes.length === 0 && !typedText(safeWhen).trim()

/** What has been written, without what no longer belongs to it: the card shows this, and this is sent. */
export function settled(written: WrittenContact, asker: Asker): WrittenContact {
  const { way, safe, safeTimes, safeWhen, known } = written
  const calls = way === 'call' || way === 'shared-phone'
  return {
    ...written,
    // as it is read, and not what stands around it: the card, what is sent and the desk show one thing
    phone: way === 'visit' ? '' : (readPhone(typedText(written.phone)) ?? typedText(written.phone).trim()),
    name: typedText(written.name),
    interpreter: typedText(written.interpreter),
    ownWords: typedText(written.ownWords),
    message: calls ? written.message : '',
    ifOther: way === 'shared-phone' ? written.ifOther : '',
    station: way === 'visit' ? written.station : '',
    safeTimes: safe === 'no' && way !== 'visit' ? HALF_DAYS.filter((half) => safeTimes.includes(half)) : [],
    safeWhen: safe === 'no' ? typedText(safeWhen) : '',
    // a safe time says more than a part of the day
    window: safe === 'no' ? 'any' : written.window,
    known: asker ? known : '',
    whom: asker && known === 'yes' ? written.whom : 'me',
  }
}

const told = <Key extends string>(key: Key, said: YesNo) =>
  said ? ({ [key]: said === 'yes' } as Record<Key, boolean>) : {}

/** Only what was said: an empty field is not sent. */
export function contactOf(written: WrittenContact, asker: Asker): Contact {
  const now = settled(written, asker)
  const { way, window, ifOther } = now
  const said = (key: 'phone' | 'name' | 'interpreter' | 'ownWords' | 'safeWhen') => {
    const text = now[key].trim()
    return text ? { [key]: text } : {}
  }
  return {
    way,
    ...(window === 'any' ? {} : { window }),
    ...told('mayLeaveMessage', now.message),
    ...(ifOther ? { ifOther } : {}),
    ...told('safeToCall', now.safe),
    ...(now.safeTimes.length > 0 ? { safeTimes: now.safeTimes } : {}),
    ...said('safeWhen'),
    ...said('phone'),
    ...said('name'),
    ...said('interpreter'),
    ...said('ownWords'),
    ...(asker ? { whom: now.whom } : {}),
    ...(asker === 'relative' ? told('theyKnow', now.known) : {}),
  }
}
