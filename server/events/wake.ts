/** “Something was written”: a doorbell that carries no data. The event table stays the truth. */
export type Wake = {
  /** rings for one organisation, or for all of them when it is not known whose it was */
  ring(organisation?: string): void
  /** @returns how to stop listening */
  on(organisation: string, wake: () => void): () => void
  /** how many listen now */
  listeners(): number
}

export function createWake(): Wake {
  const ears = new Map<string, Set<() => void>>()
  const ringOne = (organisation: string) => {
    for (const wake of ears.get(organisation) ?? []) wake()
  }
  return {
    ring(organisation) {
      if (organisation !== undefined) ringOne(organisation)
      else for (const known of ears.keys()) ringOne(known)
    },
    on(organisation, wake) {
      const set = ears.get(organisation) ?? new Set()
      ears.set(organisation, set.add(wake))
      return () => {
        set.delete(wake)
        if (set.size === 0 && ears.get(organisation) === set) ears.delete(organisation)
      }
    },
    listeners: () => [...ears.values()].reduce((sum, set) => sum + set.size, 0),
  }
}
