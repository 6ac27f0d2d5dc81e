/**
 * `npm run mutants [-- PATH…]`: breaks what decides in every small way there is, and looks whether a test tells. What was tried is
 * kept in the table `tests/MUTANTS.md`; ends with 1 when of a file less than 95 % of what its tests reach was told.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { groupsOf } from './mutants/groups.mjs'
import { judge } from './mutants/judge.mjs'
import { GOAL, page, rowsOf, shareOf, table } from './mutants/table.mjs'

const OUTPUT = 'tests/MUTANTS.md'
const EQUAL = 'tests/mutants/equal.json'
const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-mutants-'))

/** @typedef {import('./mutants/groups.mjs').Group} Group */
/** @typedef {import('./mutants/judge.mjs').Tried} Tried */
/** @typedef {import('./mutants/table.mjs').Row} Row */

/** @param {string[]} words */
const git = (...words) => spawnSync('git', words, { encoding: 'utf8' }).stdout.trim()

/**
 * Runs Stryker over one group.
 * @param {Group} group
 * @param {string | undefined} postgres the address of a PostgreSQL
 * @returns {Record<string, Tried>} its report by file
 */
function trial({ name, files, tests }, postgres) {
  process.stdout.write(`\n${name}: ${files.length} files, ${tests.length} files of tests\n`)
  const report = path.join(folder, `${name}.json`)
  const config = path.join(folder, `${name}.config.json`)
  writeFileSync(
    config,
    JSON.stringify({
      mutate: files,
      testRunner: 'in-one-process',
      plugins: [path.resolve('tools/mutants/runner.mjs')],
      concurrency: 1,
      reporters: ['progress-append-only', 'json'],
      jsonReporter: { fileName: report },
      tempDirName: path.join(folder, 'tree'),
      ignorePatterns: ['dist', 'data', 'docs', 'coverage'],
      // Stryker would read it with a TypeScript that has an interface; nothing here needs it
      tsconfigFile: 'none',
      // a busy machine is no mutant: what goes round for ever mostly ends by the count of its turns
      timeoutMS: 90_000,
    }),
  )
  const GIT_DIR = git('rev-parse', '--absolute-git-dir')
  const env = { ...process.env, GIT_DIR, KYNNYS_MUTANTS: JSON.stringify({ tests, postgres }) }
  const { status } = spawnSync('node_modules/.bin/stryker', ['run', config], { stdio: 'inherit', env })
  if (!existsSync(report)) throw new Error(`Stryker gave no report of ${name} (it ended with ${status}).`)
  return JSON.parse(readFileSync(report, 'utf8')).files
}

async function database() {
  const { startCluster } = await tsImport('../tests/support/cluster.ts', import.meta.url)
  return startCluster()
}

/** @type {import('./mutants/judge.mjs').Equal} */
const equal = JSON.parse(readFileSync(EQUAL, 'utf8'))
const today = new Date().toISOString().slice(0, 10)
/** The day, and the short name of the text that was tried: `git hash-object FILE` tells whether it is still the same. @param {string} file */
const triedNow = (file) => `${today} ${git('hash-object', file).slice(0, 8)}`
const machine = `Node ${process.versions.node}, ${cpus().length} cores, ${process.platform}`

/**
 * The rows of what was tried take the place of those that were kept; files that are no more have none.
 * @param {Row[]} rows
 */
function keep(rows) {
  const kept = existsSync(OUTPUT) ? rowsOf(readFileSync(OUTPUT, 'utf8')) : []
  const others = kept.filter(({ file }) => existsSync(file) && !rows.some((row) => row.file === file))
  writeFileSync(OUTPUT, page([...rows, ...others], machine))
}

/**
 * Tries a group, tells what is alive and keeps the rows.
 * @param {Group} group
 * @param {string | undefined} postgres
 * @returns the rows, and whether all that is written down as equal is so
 */
function told(group, postgres) {
  const { rows, alive, stale } = judge(trial(group, postgres), equal)
  for (const { file, line, from, to } of alive)
    process.stdout.write(`\n${file}:${line}\n  - ${from}\n  + ${to}\n`)
  for (const { file, from, to } of stale)
    process.stdout.write(`\nwritten down as equal, and not so: ${file}\n  - ${from}\n  + ${to}\n`)
  const dated = rows.map((row) => ({ ...row, tried: triedNow(row.file) }))
  keep(dated)
  return { rows: dated, isTrue: stale.length === 0 }
}

const began = Date.now()
const asked = process.argv.slice(2)
const groups = groupsOf(asked)
if (groups.length === 0)
  throw new Error(`Nothing of ${asked.join(', ')} is tried: see tools/mutants/groups.mjs.`)
const cluster = groups.some((group) => group.database) ? await database() : undefined
/** @type {ReturnType<typeof told>[]} */
let all = []
try {
  all = groups.map((group) => told(group, cluster?.url))
} finally {
  await cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
}
const rows = all.flatMap((group) => group.rows)
process.stdout.write(`\n${table(rows)}\n\n${Math.round((Date.now() - began) / 60_000)} min\n`)
process.exitCode = all.some(({ isTrue }) => !isTrue) || rows.some((row) => shareOf(row) < GOAL) ? 1 : 0
