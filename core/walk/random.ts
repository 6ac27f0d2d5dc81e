/** A small seeded generator (mulberry32), so that a walk that fails can be walked again. */
export type Random = {
  below(limit: number): number
  pick<Item>(items: Item[]): Item
  chance(part: number): boolean
}

/** The same seed gives the same walk. Not for secrets. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    chance: (part) => next() < part,
  }
}
