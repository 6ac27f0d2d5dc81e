/**
 * Room that comes back little by little: a leaking bucket, kept as the one instant at which it will be empty. Who has used it
 * up waits for the next drop and not for the end of a window.
 */

/** `max` at once; what was taken comes back evenly, all of it within `window` ms. */
export type Allowance = { max: number; window: number }

/** How long (ms) taking so much keeps the bucket from being empty. */
export const costOf = ({ max, window }: Allowance, weight: number): number =>
  Math.round((weight * window) / max)

/** No bucket holds more than a window: one that seems to was filled by a clock that has gone back since, and keeps nobody. */
export const asOf = (emptyAt: number, { window }: Allowance, now: number): number =>
  emptyAt > now + window ? now : Math.max(emptyAt, now)

/** @param emptyAt epoch ms @returns how long (ms) until so much more fits; 0: it fits now */
export const waitFor = (emptyAt: number, cost: number, room: Allowance, now: number): number =>
  Math.max(0, asOf(emptyAt, room, now) + cost - room.window - now)

/** Buckets by key, in memory: so many, and of too many the one used longest ago is forgotten first. */
export function makeBuckets(most: number) {
  const emptyAt = new Map<string, number>()
  return {
    of: (key: string): number => emptyAt.get(key) ?? 0,
    set(key: string, instant: number) {
      emptyAt.delete(key)
      emptyAt.set(key, instant)
      if (emptyAt.size > most) emptyAt.delete(emptyAt.keys().next().value as string)
    },
  }
}
export type Buckets = ReturnType<typeof makeBuckets>
