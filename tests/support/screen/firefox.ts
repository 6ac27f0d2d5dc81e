/**
 * A real Firefox as it is installed, by the browsers' own standard, WebDriver BiDi: the driver of our other journeys wants a Firefox
 * of its own make, and others who speak the standard bring eighty packages with them.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WebSocket } from 'ws'
import { findFirefox } from '../../../tools/browser.mjs'
import { until } from '../process.ts'

/** What a page gave: a value, or something that stays in the page and is named. */
type Remote = { type: string; value?: unknown; sharedId?: string }
export type Node = { sharedId: string }
type Size = { width: number; height: number }

/** A page, or a frame in it. */
export type View = {
  /** runs there; arguments and answer are plain, or nodes of the page */
  evaluate<Answer>(run: (...given: never[]) => Answer, ...given: unknown[]): Promise<Awaited<Answer>>
  /** the root of an element that lets nobody in: as a driver sees it, and no script of the page */
  rootOf(selector: string): Promise<Node | undefined>
  /** presses the middle of what the function finds, once it is there and stands still */
  press(what: string, find: (...given: never[]) => unknown, ...given: unknown[]): Promise<void>
  type(text: string): Promise<void>
}
export type FirefoxPage = View & {
  goto(url: string): Promise<void>
  resize(size: Size): Promise<void>
  /** one step in the history of the tab, frames among it */
  back(): Promise<void>
  /** frames by the beginning of their address */
  frame(address: string): Promise<View>
  /** what was written to the console or thrown */
  said: string[]
  close(): Promise<void>
}
export type Firefox = {
  newPage(before?: () => void): Promise<FirefoxPage>
  close(): Promise<void>
}

type Wire = {
  ask(method: string, params: object): Promise<Record<string, unknown>>
  hear(method: string, listener: (params: Record<string, unknown>) => void): void
}

async function speak(url: string): Promise<Wire> {
  const socket = new WebSocket(`${url}/session`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>()
  const listeners: [string, (params: Record<string, unknown>) => void][] = []
  let last = 0
  socket.on('message', (data) => {
    const { id, result, error, message, method, params } = JSON.parse(String(data))
    for (const [name, listener] of listeners) if (name === method) listener(params)
    if (error) waiting.get(id)?.reject(new Error(`${error}: ${message}`))
    else waiting.get(id)?.resolve(result as never)
  })
  return {
    ask: (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params }))
      }),
    hear: (method, listener) => listeners.push([method, listener]),
  }
}

/** Arguments on their way to a page. */
function local(value: unknown): object {
  if (value && typeof value === 'object' && 'sharedId' in value) return { sharedId: value.sharedId }
  if (Array.isArray(value)) return { type: 'array', value: value.map(local) }
  return value === undefined ? { type: 'undefined' } : { type: typeof value, value }
}

/** What a page gave, as we have it. */
function plain({ type, value, sharedId }: Remote): unknown {
  if (type === 'node') return { sharedId }
  if (type === 'array') return (value as Remote[]).map(plain)
  if (type === 'object')
    return Object.fromEntries((value as [string, Remote][]).map(([key, one]) => [key, plain(one)]))
  return value
}

function viewOf({ ask }: Wire, context: string): View {
  const call = async (run: string, given: unknown[], serializationOptions = {}) => {
    const { type, result, exceptionDetails } = (await ask('script.callFunction', {
      functionDeclaration: run,
      arguments: given.map(local),
      target: { context },
      awaitPromise: true,
      serializationOptions,
    })) as { type: string; result: Remote; exceptionDetails?: { text: string } }
    if (type === 'exception') throw new Error(exceptionDetails?.text)
    return result
  }
  const evaluate: View['evaluate'] = async (run, ...given) => plain(await call(String(run), given)) as never
  const perform = (actions: object[]) => ask('input.performActions', { context, actions })
  const middle = (element: Element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { x, y, width, height } = element.getBoundingClientRect()
    const at = (element.getRootNode() as ShadowRoot).elementFromPoint(x + width / 2, y + height / 2)
    return width && at?.className !== 'shield' ? y : undefined
  }
  return {
    evaluate,
    async rootOf(selector) {
      const { value } = await call(`() => document.querySelector(${JSON.stringify(selector)})`, [], {
        includeShadowTree: 'all',
        maxDomDepth: 1,
      })
      const { shadowRoot } = (value ?? {}) as { shadowRoot?: Remote }
      return shadowRoot?.sharedId ? { sharedId: shadowRoot.sharedId } : undefined
    },
    async press(what, find, ...given) {
      let element: Node | undefined
      let before = Number.NaN
      await until(what, async () => {
        element = (await evaluate(find, ...given)) as Node | undefined
        const top = element && (await evaluate(middle as () => number | undefined, element))
        // what is brought to the middle may stand half a pixel higher or lower each time
        const stands = Math.abs(Number(top) - before) <= 1
        before = Number(top)
        return stands
      })
      const origin = { type: 'element', element }
      await perform([
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x: 0, y: 0, origin },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ])
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await perform([{ type: 'key', id: 'keys', actions }])
    },
  }
}

type Tree = { context: string; url: string; children?: Tree[] }

async function openPage(wire: Wire, before?: () => void): Promise<FirefoxPage> {
  const { ask, hear } = wire
  const { context } = (await ask('browsingContext.create', { type: 'tab' })) as { context: string }
  if (before)
    await ask('script.addPreloadScript', { functionDeclaration: String(before), contexts: [context] })
  const said: string[] = []
  hear('log.entryAdded', ({ text, level }) => said.push(`${level}: ${text}`))
  const framesOf = async () => {
    const { contexts } = (await ask('browsingContext.getTree', { root: context })) as { contexts: Tree[] }
    return contexts.flatMap(({ children = [] }) => children)
  }
  return {
    ...viewOf(wire, context),
    said,
    async goto(url) {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    async resize(viewport) {
      await ask('browsingContext.setViewport', { context, viewport })
    },
    async back() {
      await ask('browsingContext.traverseHistory', { context, delta: -1 })
    },
    async close() {
      await ask('browsingContext.close', { context })
    },
    async frame(address) {
      let found: Tree | undefined
      await until(`a frame at ${address}`, async () => {
        found = (await framesOf()).find(({ url }) => url.startsWith(address))
        return found !== undefined
      })
      return viewOf(wire, (found as Tree).context)
    },
  }
}

/** Starts it with a profile of its own, which goes when it is closed. */
export async function startFirefox(): Promise<Firefox> {
  const profile = mkdtempSync(path.join(tmpdir(), 'kynnys-firefox-'))
  const words = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const child: ChildProcess = spawn(findFirefox(), words, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let text = ''
  child.stderr?.on('data', (part) => {
    text += part
  })
  const address = () => /listening on (ws:\S+)/.exec(text)?.[1]
  await until('Firefox listens', () => {
    if (child.exitCode !== null) throw new Error(`Firefox ended:\n${text}`)
    return address() !== undefined
  })
  const wire = await speak(address() as string)
  await wire.ask('session.new', { capabilities: {} })
  await wire.ask('session.subscribe', { events: ['log.entryAdded'] })
  return {
    newPage: (before) => openPage(wire, before),
    async close() {
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
