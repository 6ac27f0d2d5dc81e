/** Many triggers, few runs: after the last trigger there is always one more run, so the screen ends up right. */

/** Returns a trigger. Runs at most one at a time, `wait` ms after the first trigger; a trigger during a run leads to one more. */
export function coalesce(run: () => Promise<unknown>, wait: number): () => void {
  let state: 'idle' | 'waiting' | 'running' | 'running-again' = 'idle'
  const start = async () => {
    state = 'running'
    await run().catch(() => undefined) // a refusal is shown by `run` itself
    const again = (state as string) === 'running-again'
    state = 'idle'
    if (again) trigger()
  }
  const trigger = () => {
    if (state === 'running') state = 'running-again'
    if (state !== 'idle') return
    state = 'waiting'
    setTimeout(() => void start(), wait)
  }
  return trigger
}
