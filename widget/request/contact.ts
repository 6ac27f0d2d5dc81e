/** How the resident wants to be reached, as it is being written, and as it is sent. */
import type { Contact } from '#core/contract/callback.ts'

export const WAYS = ['call', 'text', 'shared-phone', 'visit'] as const
export const WINDOWS = ['any', 'morning', 'afternoon'] as const
/** The most that own words may be (characters). */
export const MOST = 500

export type Written = {
  way: (typeof WAYS)[number]
  phone: string
  name: string
  window: (typeof WINDOWS)[number]
  /** may a message be left: not said, yes or no */
  message: '' | 'yes' | 'no'
  unsafe: boolean
  safeWhen: string
  interpreter: string
  whom: 'me' | 'near-one'
  theyKnow: boolean
  ownWords: string
}

export const blank: Written = {
  way: 'call',
  phone: '',
  name: '',
  window: 'any',
  message: '',
  unsafe: false,
  safeWhen: '',
  interpreter: '',
  whom: 'me',
  theyKnow: false,
  ownWords: '',
}

/** Loose on purpose: the server knows numbers better. */
export const looksLikePhone = (phone: string) => /^\+?\d{5,15}$/.test(phone.replace(/[\s().\-–]/g, ''))

/** A Finnish personal identity code somewhere in the text: the form asks to leave it out, gently. */
export const hasIdentityCode = (text: string) => /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b/i.test(text)

/** Only what was said: an empty field is not sent. `near` when the asker is asking for somebody close. */
export function contactOf(written: Written, near: boolean): Contact {
  const { way, window, message, unsafe } = written
  const said = (key: 'phone' | 'name' | 'interpreter' | 'ownWords' | 'safeWhen') => {
    const text = written[key].trim()
    return text ? { [key]: text } : {}
  }
  return {
    way,
    ...(window === 'any' ? {} : { window }),
    ...(message ? { mayLeaveMessage: message === 'yes' } : {}),
    ...(way === 'visit' ? {} : said('phone')),
    ...said('name'),
    ...said('interpreter'),
    ...said('ownWords'),
    ...(unsafe ? { safeToCall: false, ...said('safeWhen') } : {}),
    ...(near ? { whom: written.whom } : {}),
    ...(near && written.whom === 'near-one' ? { theyKnow: written.theyKnow } : {}),
  }
}
