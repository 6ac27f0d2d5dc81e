/** Which field cannot be sent as it is, found here or refused by the server, and what is said at it. */
import type { Speech } from '../words/speech.ts'
import type { WrittenContact } from './contact.ts'

/** What must be mended before the card. */
export type Wrong = { [Field in keyof WrittenContact]?: true }

/** Fields of the contact as they are sent, each with the one that it is written in. */
const WRITTEN_IN: Record<string, keyof WrittenContact> = {
  way: 'way',
  phone: 'phone',
  name: 'name',
  window: 'window',
  mayLeaveMessage: 'message',
  safeToCall: 'safe',
  safeTimes: 'safeTimes',
  safeWhen: 'safeWhen',
  interpreter: 'interpreter',
  whom: 'whom',
  theyKnow: 'known',
  ifOther: 'ifOther',
  ownWords: 'ownWords',
}

/** The field of the form to which a JSON pointer leads; the station is one of a visit only. */
export function fieldAt(pointer: string, way: WrittenContact['way']): keyof WrittenContact | undefined {
  const [, part, key = ''] = pointer.split('/')
  if (part === 'station') return way === 'visit' ? 'station' : undefined
  return part === 'contact' ? WRITTEN_IN[key] : undefined
}

const WORDS: { [Field in keyof WrittenContact]?: string } = {
  phone: 'messages:answer-not-a-phone',
  safe: 'widget:form.safeMissing',
  safeTimes: 'widget:form.safeTimesMissing',
}

export type ErrorOf = (field: keyof WrittenContact) => string | undefined

/** What is said at a field. */
export const errorsOf =
  ({ t }: Speech, wrong: Wrong): ErrorOf =>
  (field) =>
    wrong[field] && t(WORDS[field] ?? 'widget:form.refused')
