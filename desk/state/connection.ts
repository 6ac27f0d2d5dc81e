/** Whether the desk hears of what happens, and until when what it shows is known to be right. */
import type { LiveState } from '../net/live.ts'
import { whenForgotten } from './session.ts'
import { createStore } from './store.ts'

export type ConnectionState = {
  /** nothing while no page listens */
  live: LiveState | undefined
  /** server’s time, epoch ms */
  knownAt: number | undefined
}

const silent: ConnectionState = { live: undefined, knownAt: undefined }
export const connection = createStore<ConnectionState>(silent)

whenForgotten(() => connection.set(silent))
