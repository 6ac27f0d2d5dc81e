/**
 * The desk's own program without its screens, many times in one process: each desk is what ships from `desk/state` and
 * `desk/net`, started as a function that is given its line, its clock and its sockets.
 */
import vm from 'node:vm'
import { build } from 'vite'
import { type MessageEvent, WebSocket } from 'ws'
import type { Me, Queue } from '#core/contract/desk.ts'
import { type Fault, fault } from '../../support/broken.ts'

type State = { queue: Queue | undefined }
type Program = {
  callbacks: { get(): State }
  session: { set(change: { phase: string; me: Me }): void }
  forget(left: 'signed-out'): void
  call<Answer>(method: string, path: string): Promise<Answer>
  follow(): Promise<void>
  speak(language: string): Promise<void>
}

const ENTRY = 'virtual:desk'
const entry = `
export { callbacks } from '/desk/callbacks/state/callbacks.ts'
export { follow } from '/desk/callbacks/state/live.ts'
export { call } from '/desk/net/api.ts'
export { forget, session } from '/desk/state/session.ts'
export { speak } from '/desk/words/words.ts'
`
const virtual = {
  name: 'kynnys-desk-without-screens',
  resolveId: (id: string) => (id.endsWith(ENTRY) ? `\0${ENTRY}` : undefined),
  load: (id: string) => (id === `\0${ENTRY}` ? entry : undefined),
}

/** @param faults of a red twin @returns the program as one text */
export async function deskProgram(faults: Fault[] = []): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [virtual, ...faults.map(fault)],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: ENTRY, formats: ['iife'], name: 'program', fileName: 'program' },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (!first || !('output' in first)) throw new Error('The desk was not built')
  return first.output[0].code
}

/** The surroundings that the program takes from the browser: everything else it finds in Node. */
const GIVEN = [
  'fetch',
  'WebSocket',
  'location',
  'document',
  'navigator',
  'addEventListener',
  'removeEventListener',
  'setTimeout',
  'AbortSignal',
] as const

export type Heard = { after: number; numbers: number[] }

/** Sockets that write down what came to the desk: one list for each connection, with the number it asked from. */
function socketsOf(heard: Heard[], headers: Record<string, string>, open: Set<WebSocket>) {
  return class extends WebSocket {
    constructor(address: URL) {
      super(address, { headers })
      const { numbers } = heard[
        heard.push({ after: Number(address.searchParams.get('after')), numbers: [] }) - 1
      ] as Heard
      const write = ({ data }: MessageEvent) => {
        const { type, number } = JSON.parse(String(data)) as { type: string; number: number }
        if (type !== 'heartbeat') numbers.push(number)
      }
      open.add(this)
      this.on('error', () => {}).on('close', () => open.delete(this))
      // the desk listens by this property, and lets go of it before it closes: what comes after that it has not heard
      let listener: ((frame: MessageEvent) => void) | null = null
      const receive = (frame: MessageEvent) => {
        if (!listener) return
        write(frame)
        listener(frame)
      }
      this.addEventListener('message', receive)
      Object.defineProperty(this, 'onmessage', { set: (given: typeof listener) => (listener = given) })
    }
  }
}

export type Desk = {
  heard: Heard[]
  state(): State
  /** signed out, as when the page is left */
  leave(): void
}

type Options = { program: string; url: string; cookie: string; faster: number }

/** Opens a desk for a signed-in person. `faster`: the desk's own times are divided by it. */
export async function openDesk({ program, url, cookie, faster }: Options): Promise<Desk> {
  const heard: Heard[] = []
  const open = new Set<WebSocket>()
  const headers = { cookie, origin: url }
  const given: Record<(typeof GIVEN)[number], unknown> = {
    fetch: (path: string, init: RequestInit) =>
      fetch(new URL(path, url), { ...init, headers: { ...init.headers, ...headers } }),
    WebSocket: socketsOf(heard, headers, open),
    location: new URL('/desk', url),
    document: { documentElement: {} },
    navigator: { languages: ['fi'] },
    addEventListener: () => {},
    removeEventListener: () => {},
    setTimeout: (act: () => void, time: number) => setTimeout(act, time / faster),
    // how long it waits for an answer is not: what it would give up on a busy machine comes late
    AbortSignal: { timeout: (time: number) => AbortSignal.timeout(time) },
  }
  const start = vm.compileFunction(`${program}\nreturn program`, [...GIVEN])
  const desk = start(...GIVEN.map((name) => given[name])) as Program
  await desk.speak('fi')
  desk.session.set({ phase: 'signed-in', me: await desk.call<Me>('GET', '/api/session') })
  await desk.follow()
  return {
    heard,
    state: desk.callbacks.get,
    leave() {
      desk.forget('signed-out')
      for (const socket of open) socket.terminate()
    },
  }
}
