/** The screens that come in their own chunks. */
import { lazy } from './lazy.tsx'

export const Result = lazy(async () => (await import('../result/Result.tsx')).Result)
export const Request = lazy(async () => (await import('../request/Request.tsx')).Request)
export const WayBack = lazy(async () => (await import('../back/WayBack.tsx')).WayBack)
