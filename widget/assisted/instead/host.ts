/** In place of the line to a host page: there is none. The desk alone says which language is spoken. */
import { heedDesk } from '../desk-line.ts'

export const embedded = () => true
export const hasHost = () => false
export const heedLanguage = heedDesk
export function tellHost() {}
export function tellStep() {}
export function leave() {}
