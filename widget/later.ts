/** Ring 3: the screens that no first question needs, in one chunk that is fetched in idle time. */
export { WayBack } from './back/WayBack.tsx'
export { Request } from './request/Request.tsx'
export { Result } from './result/Result.tsx'
export { translated } from './room/translated.ts'
export { Keep } from './save/Keep.tsx'
