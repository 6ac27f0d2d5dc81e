/** How a resident is reached, in words: facts of the card, alike where they are sent and where they are read. */
import type { Contact } from '../contract/callback.ts'
import type { HalfDay } from '../request/half-day.ts'
import { halfDayName } from './day.ts'
import type { Speaker } from './speaker.ts'

type Fact = 'name' | 'message' | 'interpreter'

/** What a fact is called. */
export const factName = ({ t }: Speaker, fact: Fact): string => t(`say:contact.${fact}`)

/** What the wished part of the day is called: a time to be called, or of another way. */
export const windowName = ({ t }: Speaker, way: Contact['way']): string =>
  t(way === 'text' || way === 'visit' ? 'say:contact.time' : 'say:contact.window')

/** `Soitto`, `Tapaaminen` */
export const wayText = ({ t }: Speaker, way: Contact['way']): string => t(`say:way.${way}`)

/** `Aamupäivällä` */
export const windowText = ({ t }: Speaker, window: NonNullable<Contact['window']>): string =>
  t(`say:window.${window}`)

/** `Viestin voi jättää` */
export const messageText = ({ t }: Speaker, may: boolean): string => t(`say:message.${may ? 'yes' : 'no'}`)

/** `ti aamupäivä, to iltapäivä`: the half-days in which alone contact is safe. */
export const halfDaysText = (speaker: Speaker, halves: readonly HalfDay[]): string =>
  halves.map((half) => halfDayName(speaker, half, 'short')).join(', ')
