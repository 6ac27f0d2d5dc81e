/** How long an editor waits for `npm run flows`: of unchanged content, and when everything has to be looked at. */
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { KEEPING } from '../../server/commands/flows/kept.ts'
import { type Figure, interleave, type Measure, median, ratioOf, spread } from './bench.ts'

const ROUNDS = 3
const MOST_MS = 2000
const MOST_RATIO = 2
const run = promisify(execFile)

/** What was measured, in milliseconds: a command once, the bare check first and again. */
type Times = { first: number; again: number }

async function command(): Promise<Times> {
  const began = performance.now()
  await run('npm', ['run', 'flows'])
  const took = performance.now() - began
  return { first: took, again: took }
}

/** As after a change of everything: nothing is kept before it. */
function fromCold(): Promise<Times> {
  rmSync(KEEPING, { recursive: true, force: true })
  return command()
}

/** The content as it was just before: its answer is kept. */
async function unchanged(): Promise<Times> {
  await command()
  return command()
}

/** The check alone, in a process that has just begun: what its loader takes is not counted. */
async function bareCheck(): Promise<Times> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'tests/bench/floor/bare-check.ts'])
  return JSON.parse(stdout) as Times
}

async function figures(say: (progress: string) => void): Promise<Figure[]> {
  await command() // builds what is not built
  const seen = await interleave({ cold: fromCold, kept: unchanged, bare: bareCheck }, ROUNDS, say)
  const firsts = (times: Times[]) => times.map(({ first }) => first)
  const [cold, kept, bare] = [firsts(seen.cold), firsts(seen.kept), firsts(seen.bare)]
  const again = seen.bare.map((one) => one.again)
  const beside = {
    'the bare check, first in its process': spread(bare, 'ms'),
    'the bare check, again in the same process': spread(again, 'ms'),
  }
  const ratio = ratioOf(cold, bare)
  return [
    {
      what: 'npm run flows, content unchanged',
      ours: spread(kept, 'ms'),
      beside,
      ratio: ratioOf(kept, bare),
      goal: 'at most 2 s',
      held: median(kept) <= MOST_MS,
    },
    {
      what: 'npm run flows, from cold',
      ours: spread(cold, 'ms'),
      beside: {},
      ratio,
      goal: 'at most 2 × the bare check',
      held: ratio <= MOST_RATIO,
    },
  ]
}

export const checking: Measure = { name: 'check of the content', run: figures }
