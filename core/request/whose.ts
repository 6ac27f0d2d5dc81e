/** Whose coordinators call: one rule for the estimate in the browser and for the binding promise of the server. */

type Here = {
  /** the area of the station the resident is on */
  station: string
  /** the organisation's duty area, when it has one */
  duty?: string | null | undefined
}

/**
 * The municipality's area; who lives elsewhere, does not know or does not say is called by the duty area; who was not
 * asked, by the station's own.
 * @param answered the answer to the municipality question, undefined while there is none
 * @param served the area that serves that municipality, undefined when it is not one of ours
 */
export const areaFor = (answered: unknown, served: string | undefined, { station, duty }: Here): string =>
  served ?? (answered === undefined ? station : (duty ?? station))
