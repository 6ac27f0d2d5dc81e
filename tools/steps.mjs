/** The checks that need no running program: types, lint, unused code, content. Each says how it ended. */
import { spawnSync } from 'node:child_process'
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
  { name: 'content check', run: [bin('tsx'), 'server/commands/flows.ts'] },
  buildStep,
]

/**
 * Runs one step; its output is shown only when it fails.
 * @param {Step} step
 */
export function runStep({ name, run: [command, ...words] }) {
  const began = Date.now()
  const done = existsSync(command)
    ? spawnSync(command, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    : { status: 1, stdout: '', stderr: `${command} is missing: run npm ci first\n` }
  const passed = done.status === 0
  process.stdout.write(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`)
  if (!passed) process.stdout.write(`${done.stdout ?? ''}${done.stderr ?? ''}\n`)
  return passed
}
