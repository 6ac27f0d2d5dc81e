/** A value that components watch: the whole state management of the desk. */
import { useEffect, useState } from 'preact/hooks'

export type StateStore<State> = {
  get(): State
  /** merges the given fields and tells the watchers once */
  set(change: Partial<State>): void
  watch(watcher: () => void): () => void
}

/** Makes a store that begins with `initial`. */
export function createStore<State extends object>(initial: State): StateStore<State> {
  let state = initial
  const watchers = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      for (const watcher of [...watchers]) watcher()
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** Re-renders when what `pick` takes from the store is another value (`Object.is`). */
export function useStore<State extends object, Picked>(
  store: StateStore<State>,
  pick: (state: State) => Picked,
): Picked {
  const [, render] = useState(0)
  const picked = pick(store.get())
  useEffect(() => {
    // A change between the first render and this effect must not be lost.
    let last = picked
    const look = () => {
      const now = pick(store.get())
      if (Object.is(now, last)) return
      last = now
      render((count) => count + 1)
    }
    look()
    return store.watch(look)
  }, [store])
  return picked
}
