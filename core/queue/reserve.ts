/**
 * For whom a day's reserve of places is kept: by what the person said, never by a class of urgency. One rule for the
 * estimate in the browser and for the binding promise of the server.
 */
import type { Answers } from '../flow/definition.ts'
import { AGE, SPECIAL_SUPPORT, TODAY, UNDER_18, WHEN_NEEDED } from '../flow/named.ts'
import type { Outcome } from '../flow/result.ts'

/** Help is wanted today. */
export const isForToday = (answers: Answers): boolean => answers[WHEN_NEEDED] === TODAY

/** @param answers by address: that help is wanted today, or that the person is under 18 */
export const isForReserve = (
  answers: Answers,
  {
    dangers,
    attention,
  }: { dangers: readonly string[]; attention: readonly Pick<Outcome['attention'][number], 'id'>[] },
): boolean =>
  isForToday(answers) ||
  answers[AGE] === UNDER_18 ||
  dangers.length > 0 ||
  attention.some(({ id }) => id === SPECIAL_SUPPORT)
