/** What of a place holds from a day to a day, without any schema library, so that the desk says the same list as the contract. */
export const PLACE_KINDS = ['areas', 'municipalities', 'stations', 'hours', 'lanes', 'lines', 'duty'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
