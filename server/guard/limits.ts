/** How often somebody may ask, and what it costs: what was asked in vain costs little, what is one's own nothing. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import type { Meter } from '../network/meter.ts'
import type { limitedRooms } from '../network/rooms.ts'
import { Refusal } from '../refusal.ts'

export type Kind = keyof ReturnType<typeof limitedRooms>
export type Limiter = (request: FastifyRequest) => Promise<void>

/** A mistake is corrected by asking again: so much of the whole it costs. */
const MISTAKE = 0.1

/** @throws Refusal `too-many-requests` */
async function take(meter: Meter<Kind>, ...asked: Parameters<Meter<Kind>['take']>): Promise<void> {
  const { over, retryAfter } = await meter.take(...asked)
  if (over) throw new Refusal('too-many-requests', { retryAfter })
}

/**
 * For a route: hooks that take before anything is read of the request, and give back of it by how it was answered.
 * A refusal of ours (5xx) costs nothing, a mistake of the sender little.
 */
function asking(meter: Meter<Kind>, kind: Kind) {
  const taken = new WeakSet<FastifyRequest>()
  return {
    takes: async (request: FastifyRequest) => {
      await take(meter, { address: request.ip }, kind)
      taken.add(request)
    },
    settles: async (request: FastifyRequest, { statusCode }: FastifyReply) => {
      if (statusCode < 400 || !taken.delete(request)) return
      await meter.take({ address: request.ip }, kind, statusCode < 500 ? MISTAKE - 1 : -1)
    },
  }
}

/**
 * Does what a code opens. A valid one costs its network nothing; a miss does, and what is tried beyond the limit cannot be told
 * from it. A code itself has room of its own, for looking and for changing apart.
 */
const owning =
  (meter: Meter<Kind>, kind: 'follows' | 'changes') =>
  async <Seen>(request: FastifyRequest, code: string, act: () => Promise<Seen>): Promise<Seen> => {
    await take(meter, { name: code }, kind)
    return act().catch(async (error: unknown) => {
      if (error instanceof Refusal && error.code === 'not-found')
        await take(meter, { address: request.ip }, 'codes')
      throw error
    })
  }

type SigningIn = { username: string; device?: string }

/**
 * Does what a password opens. A right one costs nothing; a wrong one is counted for the name in its network, and for the name from
 * everywhere, so that who guesses shuts out neither the others of a school nor, for long, the one whose name it is; who has signed in on
 * the device before is counted by it alone.
 */
const signingIn =
  (meter: Meter<Kind>) =>
  async <Opened>(request: FastifyRequest, who: SigningIn, act: () => Promise<Opened>): Promise<Opened> => {
    const name = who.username.normalize('NFKC').toLowerCase()
    const asked: [Parameters<Meter['take']>[0], Kind][] = who.device
      ? [[{ name: who.device }, 'signIns']]
      : [
          [{ address: request.ip, name }, 'signIns'],
          [{ name }, 'names'],
        ]
    const taken: typeof asked = []
    const giveBack = () => Promise.all(taken.map(([of, kind]) => meter.take(of, kind, -1)))
    try {
      for (const [of, kind] of asked) {
        await take(meter, of, kind)
        taken.push([of, kind])
      }
      const opened = await act()
      await giveBack()
      return opened
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'wrong-sign-in') await giveBack()
      throw error
    }
  }

const limitersOf = (meter: Meter<Kind>) => {
  const each =
    (kind: Kind): Limiter =>
    (request) =>
      take(meter, { address: request.ip }, kind)
  return {
    requests: asking(meter, 'requests'),
    promises: each('promises'),
    stray: each('stray'),
    signingIn: signingIn(meter),
    following: owning(meter, 'follows'),
    changing: owning(meter, 'changes'),
    /** one person of the staff looks for somebody */
    searching: (person: string) => take(meter, { name: person }, 'searches'),
  }
}

/** Makes `app.limiters`: a route names the one that guards it. Refuses with 429 `too-many-requests` and `retry-after` in seconds. */
export function limit(app: FastifyInstance, meter: Meter<Kind>) {
  app.decorate('limiters', limitersOf(meter))
}

declare module 'fastify' {
  interface FastifyInstance {
    limiters: ReturnType<typeof limitersOf>
  }
}
