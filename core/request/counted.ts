/** By what requests are counted, without any schema library, so that browsers and the contract say the same lists. */
import { OUTCOMES } from './choices.ts'

/**
 * How a promise ended. `released`: taken back by the resident, or the same matter as another, before anybody had tried. `answered`: the
 * resident rang and staff answered, so that there was nothing to promise nor to try; neither a promise nor a time is counted of it.
 */
export const PROMISES = ['kept', 'broken', 'undated', 'released', 'answered'] as const
export const FIRST_TRIES = ['same-day', 'later', 'untried', 'answered'] as const
export const CONTACTS = ['reached', 'tried', 'untried'] as const
/** Every request has one of these of each. */
export const WAYS_TO_DIVIDE = ['area', 'lane', 'hour', 'language', 'asker', 'segment', 'channel'] as const
/** A request may have several life areas. */
export const DIMENSIONS = [...WAYS_TO_DIVIDE, 'lifeArea'] as const
export type Dimension = (typeof DIMENSIONS)[number]
/** How requests end: by a coordinator's word, or by the resident's. */
export const ENDINGS = [...OUTCOMES, 'withdrawn'] as const
/** The line of those who were not asked, or did not say, whose matter it is. */
export const UNASKED = 'unasked'
/** The line of areas that are told of together, because each has too few coordinators to be told of alone. */
export const TOGETHER = 'together'
