/**
 * How much somebody has asked for lately: one meter for every limit of the house. Counted in this process's memory, and
 * with several processes in the database they share; never by address or name, only by keyed hashes.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Share } from '../store/meter.ts'
import type { Store } from '../store/store.ts'
import { type Allowance, asOf, type Buckets, costOf, makeBuckets, waitFor } from './bucket.ts'
import { prefixesOf } from './prefixes.ts'

/** Of whom: an address, in any spelling, is counted in each of its networks; a name alone, or within each network. */
export type Counted = { address?: string | undefined; name?: string }
/** `over`: nothing was taken. `retryAfter`: seconds until it is worth trying again, 0 when it fits. */
export type Taken = { over: boolean; retryAfter: number }

/** @param shared counted over all processes */
export type Rooms<Kind extends string> = Record<Kind, Allowance & { shared?: true }>

export type Meter<Kind extends string = string> = {
  /**
   * Takes so much of the room that somebody has for a kind; of an address, in every network it is in, or in none. A negative
   * weight gives back. Never throws: when the shared counts cannot be reached, this process's own decide.
   * @param weight 1 is one asking; 0 only looks
   */
  take(of: Counted, kind: Kind, weight?: number): Promise<Taken>
}

/** So many are remembered for one kind. */
const MOST = 20_000
/** The shared counts are not waited for longer (ms): a limit is no reason to keep somebody. */
const PATIENCE = 1000
/** Who was refused often lately is asked to wait longer, by so much at the most (ms): others are in the line too. */
const LONGEST_LINE = 30_000
/** A database that cannot count is told once in so long (ms). */
const TOLD_EVERY = 60_000
const DAY = 24 * 60 * 60_000

type Level = { key: string; use: string; room: Allowance; cost: number }

const given = (retryAfter: number): Taken => ({
  over: retryAfter > 0,
  retryAfter: Math.ceil(retryAfter / 1000),
})

/** Takes in all levels, or in none. @returns ms to wait; 0: taken */
function takeHere(buckets: Buckets, levels: readonly Level[], weight: number, now: number): number {
  const asked = (cost: number, room: Allowance) => (weight === 0 ? costOf(room, 1) : cost)
  const wait = Math.max(
    ...levels.map(({ key, room, cost }) => waitFor(buckets.of(key), asked(cost, room), room, now)),
  )
  if (weight > 0 && wait > 0) return wait
  if (weight !== 0)
    for (const { key, cost, room } of levels)
      buckets.set(key, Math.max(now, asOf(buckets.of(key), room, now) + cost))
  return weight < 0 ? 0 : wait
}

/** How many were refused since one was let in, by key. */
function makeLines() {
  const lines = makeBuckets(MOST)
  return {
    refused(key: string): number {
      const before = lines.of(key)
      lines.set(key, before + 1)
      return before
    },
    letIn: (key: string) => lines.of(key) > 0 && lines.set(key, Math.floor(lines.of(key) / 2)),
  }
}

type MeterDeps = {
  store: Pick<Store, 'engine' | 'record'>
  organisation: string
  clock: Clock
  log?: ((what: string) => void) | undefined
}

/** The counts that all processes share. @returns ms to wait, by level; nothing when they cannot be reached */
function sharedBy({ store, organisation, clock, log }: MeterDeps) {
  let told = Number.NEGATIVE_INFINITY
  const tell = () => {
    if (clock.now() - told < TOLD_EVERY) return
    told = clock.now()
    log?.('limits-apart')
  }
  return async (levels: readonly Level[], now: number) => {
    // hashes of another day cannot be told to be of the same network
    const day = Math.floor(now / DAY)
    const shares = levels.map(
      ({ use, room: { window }, cost }): Share => ({ use: `${day} ${use}`, cost, window, now }),
    )
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE)
    })
    const took = store.record(organisation, (tx) => tx.meter.take(shares))
    const answer = await Promise.race([took, late]).catch(() => undefined)
    took.catch(() => {})
    clearTimeout(timer)
    if (!answer) tell()
    return answer
  }
}

/** What is counted of whom: the narrowest network first. */
function levelsBy<Kind extends string>(rooms: Rooms<Kind>) {
  const secret = randomBytes(32)
  const hash = (use: string) => createHmac('sha256', secret).update(use).digest('base64url')
  return ({ address, name }: Counted, kind: Kind, weight: number): Level[] => {
    const isOfName = address === undefined && name !== undefined
    const networks = isOfName ? [{ network: '', times: 1 }] : prefixesOf(address)
    return networks.map(({ network, times }) => {
      const room = { ...rooms[kind], max: rooms[kind].max * times }
      const use = JSON.stringify([kind, network, name])
      return { key: hash(use), use, room, cost: costOf(room, weight) }
    })
  }
}

/** What the others have taken is known here from then on: most refusals cost no look at the database. */
function learn(buckets: Buckets, levels: readonly Level[], known: readonly number[]) {
  for (const [at, instant] of known.entries()) {
    const key = levels[at]?.key
    if (key) buckets.set(key, Math.max(instant, buckets.of(key)))
  }
}

/**
 * @param rooms how much there is of each kind
 * @returns the meter; several of one process do not know of each other
 */
export function openMeter<Kind extends string>(rooms: Rooms<Kind>, deps: MeterDeps): Meter<Kind> {
  const levelsOf = levelsBy(rooms)
  const kinds = Object.keys(rooms) as Kind[]
  const buckets = Object.fromEntries(kinds.map((kind) => [kind, makeBuckets(MOST)])) as Record<Kind, Buckets>
  const lines = makeLines()
  const share = deps.store.engine === 'postgres' ? sharedBy(deps) : undefined

  /** @returns ms to wait; 0: taken, or nobody can be asked */
  const takeShared = async (kind: Kind, levels: readonly Level[], weight: number, now: number) => {
    const answer = rooms[kind].shared ? await share?.(levels, now) : undefined
    if (!answer) return 0
    if (weight > 0) learn(buckets[kind], levels, answer.emptyAt)
    const at = answer.emptyAt.length - 1
    const { cost, room } = levels[at] as Level
    return answer.over ? Math.max(1, waitFor(answer.emptyAt[at] ?? 0, cost, room, now)) : 0
  }
  return {
    async take(of, kind, weight = 1) {
      const now = deps.clock.now()
      const levels = levelsOf(of, kind, weight)
      const [{ key, room }] = levels as [Level]
      const here = takeHere(buckets[kind], levels, weight, now)
      const wait = here === 0 && weight !== 0 ? await takeShared(kind, levels, weight, now) : here
      if (wait > 0 && weight > 0)
        return given(wait + Math.min(lines.refused(key) * costOf(room, 1), LONGEST_LINE))
      if (weight > 0) lines.letIn(key)
      return given(wait)
    },
  }
}
