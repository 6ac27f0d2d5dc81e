/** The checks that need no running program: types, lint, unused code, content. Each says how it ended. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'

/** @typedef {{ name: string, run: [command: string, ...words: string[]] }} Step */

/** @param {string} name */
const bin = (name) => `node_modules/.bin/${name}`
/**
 * The last step; the evidence is of what it builds.
 * @type {Step}
 */
export const buildStep = {
  name: 'build of widget, desk and server',
  run: [process.execPath, 'tools/build.mjs', '--if-stale'],
}

/** @type {Step[]} */
export const steps = [
  // `tsconfig.json` names every room, each with its own walls
  { name: 'types', run: [bin('tsc'), '-b'] },
  { name: 'lint and format', run: [bin('biome'), 'ci', '--colors=off', '.'] },
  { name: 'no unused files, exports or packages', run: [bin('knip')] },
  { name: 'content check', run: [process.execPath, 'tools/run.mjs', 'flows'] },
  buildStep,
]

/**
 * Runs a program to its end.
 * @param {Step['run']} run
 * @returns {Promise<{ passed: boolean, said: string }>} whether it ended well, and what it said
 */
const ran = ([command, ...words]) =>
  new Promise((resolve) =>
    execFile(command, words, { maxBuffer: 64 * 1024 * 1024 }, (fault, out, errors) =>
      resolve({ passed: !fault, said: `${out}${errors}` }),
    ),
  )

/**
 * Runs one step; its output is shown only when it fails.
 * @param {Step} step
 */
export async function runStep({ name, run }) {
  const began = Date.now()
  const { passed, said } = existsSync(run[0])
    ? await ran(run)
    : { passed: false, said: `${run[0]} is missing: run npm ci first\n` }
  process.stdout.write(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`)
  if (!passed) process.stdout.write(`${said}\n`)
  return passed
}

/**
 * Runs steps, two at a time.
 * @param {Step[]} all
 * @returns whether each passed
 */
export async function runSteps(all) {
  /** @type {boolean[]} */
  const passed = []
  const waiting = all.entries()
  const hand = async () => {
    for (const [place, step] of waiting) passed[place] = await runStep(step)
  }
  await Promise.all([hand(), hand()])
  return passed
}
