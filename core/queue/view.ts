/** What a person may keep of how they look at the queue: lists without a schema library, for the browser and the contract alike. */

/** Rows by status as a coordinator thinks of them. */
export const LENSES = ['waiting', 'mine', 'tried', 'unrecorded', 'all'] as const
export type Lens = (typeof LENSES)[number]

/** How high a row stands. */
export const DENSITIES = ['roomy', 'dense'] as const

/** So many views has a person at most, with names so long. */
export const MOST_VIEWS = 8
export const LONGEST_NAME = 40
