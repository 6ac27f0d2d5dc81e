/** Runs Vitest and tells at the end what a long list hides: who needed a second try, and where the minutes went. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const VITEST = path.resolve(import.meta.dirname, '../node_modules/.bin/vitest')
const REPORTER = path.resolve(import.meta.dirname, 'run-reporter.mjs')

/**
 * @typedef {{
 *   figures: { passed: number, failed: number, skipped: number },
 *   secondTries: string[],
 *   rooms: { name: string, files: number, sum: number, wall: number }[],
 *   slowest: { file: string, time: number }[],
 * }} Report times in milliseconds
 */

/**
 * Runs tests; what Vitest itself says goes to the screen.
 * @param {string[]} words of Vitest: projects, files, options
 * @param {Record<string, string>} env besides our own
 * @param {{ reporter?: string, stdio?: import('node:child_process').StdioOptions }} [how]
 * @returns {Report} the report of `run-reporter.mjs`; a run that ended without one has failed as one test
 */
export function runTests(words, env, { reporter = REPORTER, stdio = 'inherit' } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-run-'))
  const file = path.join(folder, 'report.json')
  const run = spawnSync(VITEST, ['run', '--reporter=default', `--reporter=${reporter}`, ...words], {
    stdio,
    env: { ...process.env, ...env, KYNNYS_RUN_REPORT: file },
  })
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    // a hook or a global set-up that failed leaves its tests unrun
    if (run.status !== 0 && report.figures.failed === 0) report.figures.failed = 1
    return report
  } catch {
    process.stdout.write('The test runner ended without a report.\n')
    return { figures: { passed: 0, failed: 1, skipped: 0 }, secondTries: [], rooms: [], slowest: [] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {number} time */
const minutes = (time) => (time / 60_000).toFixed(1)
/** @param {number} time */
const seconds = (time) => (time / 1000).toFixed(1)

/**
 * @param {Report} report
 * @returns what is said of a run before its last line: second tries by name, minutes of each room, the slowest files
 */
export const saidOf = ({ secondTries, rooms, slowest }) =>
  [
    `Second tries: ${secondTries.length}`,
    ...secondTries.map((name) => `  ${name}`),
    '',
    'Minutes of each room, summed over its files (and from its first to its last):',
    ...rooms.map(
      ({ name, files, sum, wall }) =>
        `  ${name.padEnd(10)} ${minutes(sum).padStart(5)} (${minutes(wall)}) in ${files} files`,
    ),
    '',
    'The slowest files, in seconds:',
    ...slowest.map(({ file, time }) => `  ${seconds(time).padStart(6)} ${file}`),
  ].join('\n')
