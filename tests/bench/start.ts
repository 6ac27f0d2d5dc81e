/** How long from the command to the first answer, and what an idle process holds in memory. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { freePort } from '../support/process.ts'
import { type Figure, interleave, type Measure, median, ratioOf, spread } from './bench.ts'
import { nodeFlags, type Place, place } from './serving.ts'

const ROUNDS = 7
/** Memory has come to rest when it moved less than this between two looks. */
const REST_MB = 0.5
const LOOK_MS = 1000
const MOST_LOOKS = 30

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

async function atRest(pid: number): Promise<number> {
  let before = memoryOf(pid)
  for (let look = 0; look < MOST_LOOKS; look++) {
    await pause(LOOK_MS)
    const now = memoryOf(pid)
    if (Math.abs(now - before) < REST_MB) return now
    before = now
  }
  return before
}

type Seen = { started: number; memory: number }

/** Starts a program and asks it until it answers. @param rests whether to wait for its memory too */
async function begin(words: string[], environment: Record<string, string>, rests: boolean): Promise<Seen> {
  const port = String(await freePort())
  const began = performance.now()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, words, {
    env: { PATH, HOME, ...environment, PORT: port },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const answers = () =>
    fetch(`http://localhost:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`${words.join(' ')} ended with ${child.exitCode}.`)
    await pause(2)
  }
  const started = performance.now() - began
  const memory = rests ? await atRest(child.pid as number) : Number.NaN
  child.kill('SIGKILL')
  await ended
  return { started, memory }
}

async function figures(at: Place, say: (progress: string) => void): Promise<Figure[]> {
  const ours = (rests: boolean) => begin([...nodeFlags(), 'tools/start.mjs'], at.environment, rests)
  const bare = (rests: boolean) => begin(['tests/bench/floor/bare-server.mjs', `${at.file}.bare`], {}, rests)
  const times = await interleave({ ours: () => ours(false), bare: () => bare(false) }, ROUNDS, say)
  const rests = await interleave({ ours: () => ours(true), bare: () => bare(true) }, 3, say)
  const started = { ours: times.ours.map((one) => one.started), bare: times.bare.map((one) => one.started) }
  const memory = { ours: rests.ours.map((one) => one.memory), bare: rests.bare.map((one) => one.memory) }
  return [
    {
      what: 'the command → the first answer',
      ours: spread(started.ours, 'ms'),
      beside: { 'bare Fastify with SQLite': spread(started.bare, 'ms') },
      ratio: ratioOf(started.ours, started.bare),
      goal: 'at most 1 s',
      held: median(started.ours) <= 1000,
    },
    {
      what: 'memory of an idle process',
      ours: spread(memory.ours, 'MB'),
      beside: { 'bare Fastify with SQLite': spread(memory.bare, 'MB') },
      ratio: ratioOf(memory.ours, memory.bare),
      goal: 'at most 120 MB',
      held: median(memory.ours) <= 120,
    },
  ]
}

export const start: Measure = {
  name: 'start',
  async run(say) {
    const at = place()
    try {
      return await figures(at, say)
    } finally {
      at.remove()
    }
  },
}
