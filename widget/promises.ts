/** When we would call, for every area at once: asking for it says nothing of the answers. */

import type { Place } from '#core/contract/content.ts'
import type { Promises } from '#core/contract/promise.ts'
import type { Answers } from '#core/flow/definition.ts'

export type Estimate = Promises['areas'][number]

/** The estimate of the area of the answered municipality, else of the station's own. */
export function estimateFor(
  promises: Promises | undefined,
  place: Place,
  answers: Answers,
): Estimate | undefined {
  const { municipality } = answers
  const area = place.municipalities.find(({ code }) => code === municipality)?.area ?? promises?.area
  return (
    promises?.areas.find((one) => one.area === area) ??
    promises?.areas.find((one) => one.area === promises.area)
  )
}
