/** How often one network may ask: counted by the server's clock, kept in memory, never by address. */
import { createHmac, randomBytes } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Limits } from '../config.ts'
import { prefixesOf } from '../network/prefixes.ts'
import { Refusal } from '../refusal.ts'

type Tally = { current: number; from: number }
type Told = (error: Error | null, result?: { current: number; ttl: number }) => void

/** So many networks are remembered for one limit; the one counted longest ago is forgotten first. */
const MOST = 20_000

/** Counts in fixed windows. `@fastify/rate-limit` has its own, but bound to the machine's clock. */
function windowsBy(clock: Clock) {
  return class Windows {
    readonly counts = new Map<string, Tally>()
    incr(key: string, told: Told, window: number) {
      const now = clock.now()
      const old = this.counts.get(key)
      const count =
        old && old.from + window > now ? { ...old, current: old.current + 1 } : { current: 1, from: now }
      this.counts.delete(key)
      this.counts.set(key, count)
      if (this.counts.size > MOST) this.counts.delete(this.counts.keys().next().value as string)
      told(null, { current: count.current, ttl: count.from + window - now })
    }
    child() {
      return new Windows()
    }
  }
}

export type Limiter = (request: FastifyRequest) => Promise<void>

/**
 * Makes `app.limiters`: one preHandler for each limit of the configuration. A route names the one that guards it.
 * Refuses with 429 `too-many-requests` and `retry-after` in seconds.
 */
export async function limit(app: FastifyInstance, limits: Limits, clock: Clock) {
  const key = randomBytes(32)
  const keyOf = (address: string) =>
    createHmac('sha256', key)
      .update(prefixesOf(address)[0]?.network ?? '')
      .digest('base64url')
  await app.register(rateLimit, { global: false, store: windowsBy(clock) as never })
  const limiter = ({ max, window }: { max: number; window: number }): Limiter => {
    const count = app.createRateLimit({
      max,
      timeWindow: window,
      keyGenerator: (request) => keyOf(request.ip),
    })
    return async (request) => {
      const counted = await count(request)
      if (!counted.isAllowed && counted.isExceeded)
        throw new Refusal('too-many-requests', { retryAfter: Math.max(1, counted.ttlInSeconds) })
    }
  }
  const limiters = {
    requests: limiter(limits.requests),
    codes: limiter(limits.codes),
    signIns: limiter(limits.signIns),
    stray: limiter(limits.stray),
  }
  app.decorate('limiters', limiters)
}

declare module 'fastify' {
  interface FastifyInstance {
    limiters: Record<keyof Limits, Limiter>
  }
}
