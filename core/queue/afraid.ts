/** Does a request tell of fear of somebody near: one rule for who shows its number and for who folds it. */
import { SAFETY, VIOLENCE } from '../flow/named.ts'

/** @param told flags of the strip, and marks of attention */
export const isAfraid = ({ flags, attention }: { flags: string[]; attention: { id: string }[] }): boolean =>
  flags.includes(VIOLENCE) || attention.some(({ id }) => id === SAFETY)
