/** Which field cannot be sent as it is, found here or refused by the server, and what is said at it. */
import type { Speech } from '../words/speech.ts'
import {
  type Asker,
  blank,
  canBeReached,
  isWithoutSafeTime,
  settled,
  type WrittenContact,
} from './contact.ts'
import { MOST } from './own-words.ts'

/** What must be mended before the card. */
export type Wrong = { [Field in keyof WrittenContact]?: true }

/** The two screens of the form: the number and the way, and what is good to know besides. */
export type FormPart = 'reach' | 'more'
const REACH: readonly string[] = ['phone', 'way', 'station', 'ifOther', 'known', 'whom']
export const partOf = (field: string): FormPart => (REACH.includes(field) ? 'reach' : 'more')

/** Fields that are sent under another name than they are written in. */
const WRITTEN_IN: Record<string, keyof WrittenContact> = {
  mayLeaveMessage: 'message',
  safeToCall: 'safe',
  theyKnow: 'known',
}

/** The field of the form to which a JSON pointer leads; the station is one of a visit only. */
export function fieldAt(pointer: string, way: WrittenContact['way']): keyof WrittenContact | undefined {
  const [, part, key = ''] = pointer.split('/')
  if (part === 'station') return way === 'visit' ? part : undefined
  const field = WRITTEN_IN[key] ?? key
  return part === 'contact' && Object.hasOwn(blank, field) ? (field as keyof WrittenContact) : undefined
}

const WORDS: { [Field in keyof WrittenContact]?: string } = {
  phone: 'messages:answer-not-a-phone',
  safe: 'widget:form.safeMissing',
  safeTimes: 'widget:form.safeTimesMissing',
  ownWords: 'messages:answer-too-long',
}

/** What keeps the request from the card. @param afraid safety must be answered then */
export const faultsOf = (written: WrittenContact, asker: Asker, afraid: boolean) =>
  [
    !canBeReached(written) && 'phone',
    afraid && !written.safe && 'safe',
    isWithoutSafeTime(written) && 'safeTimes',
    settled(written, asker).ownWords.length > MOST && 'ownWords',
  ].filter((field): field is keyof WrittenContact & string => field !== false)

export type ErrorOf = (field: keyof WrittenContact) => string | undefined

/** What is said at a field. */
export const errorsOf =
  ({ t }: Speech, wrong: Wrong): ErrorOf =>
  (field) =>
    wrong[field] && t(WORDS[field] ?? 'widget:form.refused')
