/** Which municipalities residents choose from: those of the place, whatever list the content was published with. */
import type { Lists } from './definition.ts'
import { MUNICIPALITIES } from './named.ts'

/** @returns the list alone, to stand among the others of a dialogue or instead of its own */
export const offeredIn = (municipalities: readonly { code: string; area: string }[]): Lists => ({
  [MUNICIPALITIES]: municipalities.map(({ code: id, area }) => ({ id, area })),
})
