/** The screens of the later chunk: one request fetches them all, in idle time, whatever is answered. */
import { lazy } from '../parts/lazy.tsx'

/** Everything of the later chunk. */
export const later = () => import('../later.ts')

export const Result = lazy(async () => (await later()).Result)
export const Request = lazy(async () => (await later()).Request)
export const Keep = lazy(async () => (await later()).Keep, true)
export const SentElsewhere = lazy(async () => (await later()).SentElsewhere)
export const Stands = lazy(async () => (await later()).Stands, true)
/** Of the way back alone: a conversation does without. */
export const WayBack = lazy(async () => (await import('../back/way-back.tsx')).WayBack)
