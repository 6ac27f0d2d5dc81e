/** In place of the chat's later screens: no form and no sending, for the desk stores what was asked; what is kept is told instead. */
import { lazy } from '../../parts/lazy.tsx'
import { Done } from '../done.tsx'
import { SoFar } from '../so-far.tsx'

/** Everything of the later chunk. */
export const later = () => import('../later.ts')

const Nothing = () => null
const here = { prefetch: async () => {} }
export const Result = lazy(async () => (await later()).Result)
export const Request = Object.assign(Done, here)
export const Keep = SoFar
export const SentElsewhere = Nothing
export const Stands = Nothing
export const WayBack = Object.assign(Nothing, here)
