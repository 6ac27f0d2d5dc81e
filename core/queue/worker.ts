/** One who needs special support has a worker by name before the request goes elsewhere: one rule for who closes and for who judges it. */
import { SPECIAL_SUPPORT } from '../flow/named.ts'

type Worked = { worker?: { name?: string | undefined; reason?: string | undefined } | undefined }

const HANDED_OVER: readonly string[] = ['handed-over-social', 'handed-over-health']

/**
 * One who needs special support is handed over to a named worker, or with a word why nobody is named: else nobody's.
 * @param attention ids of the marks of attention
 */
export const lacksWorker = (
  outcome: string,
  { attention, plan }: { attention: readonly string[]; plan: Worked | undefined },
): boolean =>
  HANDED_OVER.includes(outcome) &&
  needsWorker(attention) &&
  plan?.worker?.name === undefined &&
  plan?.worker?.reason === undefined

/** A named worker is to be found for this one. */
export const needsWorker = (attention: readonly string[]): boolean => attention.includes(SPECIAL_SUPPORT)
