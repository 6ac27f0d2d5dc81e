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

async function command(): Promise<number> {
  const began = performance.now()
  await run('npm', ['run', 'flows'])
  return performance.now() - began
}

/** As after a change of everything: nothing is kept before it. */
function fromCold(): Promise<number> {
  rmSync(KEEPING, { recursive: true, force: true })
  return command()
}

/** The content as it was just before: its answer is kept. */
async function unchanged(): Promise<number> {
  await command()
  return command()
}

type Bare = { first: number; again: number }
/** The check alone, in a process that has just begun: what its loader takes is not counted. */
async function bareCheck(): Promise<Bare> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'tests/bench/floor/bare-check.ts'])
  return JSON.parse(stdout) as Bare
}

async function figures(say: (progress: string) => void): Promise<Figure[]> {
  await command() // builds what is not built
  const seen = await interleave({ cold: fromCold, kept: unchanged, bare: bareCheck }, ROUNDS, say)
  const bare = { first: seen.bare.map(({ first }) => first), again: seen.bare.map(({ again }) => again) }
  const beside = {
    'the bare check, first in its process': spread(bare.first, 'ms'),
    'the bare check, again in the same process': spread(bare.again, 'ms'),
  }
  const ratio = ratioOf(seen.cold, bare.first)
  return [
    {
      what: 'npm run flows, content unchanged',
      ours: spread(seen.kept, 'ms'),
      beside,
      ratio: ratioOf(seen.kept, bare.first),
      goal: 'at most 2 s',
      held: median(seen.kept) <= MOST_MS,
    },
    {
      what: 'npm run flows, from cold',
      ours: spread(seen.cold, 'ms'),
      beside: {},
      ratio,
      goal: 'at most 2 × the bare check',
      held: ratio <= MOST_RATIO,
    },
  ]
}

export const checking: Measure = { name: 'check of the content', run: figures }
