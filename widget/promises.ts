/** When we would call, for every area at once: asking for it says nothing of the answers. */

import type { Place } from '#core/contract/content.ts'
import type { Promises } from '#core/contract/promise.ts'
import type { Answers } from '#core/flow/definition.ts'
import { areaFor } from '#core/flow/whose.ts'

export type Estimate = Promises['areas'][number]

/** The estimate of the area that would call, by the rule by which the server routes. */
export function estimateFor(
  promises: Promises | undefined,
  place: Place,
  answers: Answers,
): Estimate | undefined {
  if (!promises) return undefined
  const { municipality } = answers
  const served = place.municipalities.find(({ code }) => code === municipality)?.area
  const area = areaFor(municipality, served, { station: promises.area, duty: promises.dutyArea })
  const of = (name: string) => promises.areas.find((one) => one.area === name)
  return of(area) ?? of(promises.area)
}
