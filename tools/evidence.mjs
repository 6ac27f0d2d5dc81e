/** `npm run evidence`: the bench, then the slow proofs in their long form; what they saw is written to `tests/EVIDENCE.md` by the run. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { browsers } from './browser.mjs'
import { longForms } from './long-forms.mjs'
import { runTests, saidOf } from './run-tests.mjs'
import { buildStep, runStep } from './steps.mjs'

const OUTPUT = 'tests/EVIDENCE.md'
const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-evidence-'))

/** @typedef {Record<string, string | number>} Figures */
/** @typedef {{ proof: string, what: string, twin?: boolean, figures: Figures }} Told a line of `told.jsonl` */
/**
 * A line of `bench.jsonl`.
 * @typedef {{ what: string, ours: string, beside: Figures, ratio?: number, goal?: string, held?: boolean }} Measured
 */

/** @param {string} name */
const linesOf = (name) => {
  const file = path.join(folder, name)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  return lines.map((line) => JSON.parse(line))
}

/** The lines that proofs told, grouped by proof in the order of their first word. */
function toldByProof() {
  /** @type {Map<string, Told[]>} */
  const groups = new Map()
  for (const told of linesOf('told.jsonl')) groups.set(told.proof, [...(groups.get(told.proof) ?? []), told])
  return groups
}

/** @param {Figures} figures */
const inBold = (figures) =>
  Object.entries(figures)
    .map(([name, figure]) => `${name} **${figure}**`)
    .join(' · ')

/** @param {Told} told */
const rowOf = (told) => `| ${told.twin ? 'red twin: ' : ''}${told.what} | ${inBold(told.figures)} |`

/** @param {Measured} figure */
const goalOf = ({ goal, held }) => (goal === undefined ? '' : `${held ? 'held' : '**missed**'}: ${goal}`)

/** What the bench measured, each figure beside its floor. */
function bench() {
  const rows = linesOf('bench.jsonl').map(
    (/** @type {Measured} */ figure) =>
      `| ${figure.what} | **${figure.ours}** | ${inBold(figure.beside)} | ${figure.ratio?.toFixed(2) ?? ''} | ${goalOf(figure)} |`,
  )
  return [
    '## bench',
    '',
    '| figure | ours | beside | ratio | goal |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** @param {{ passed: number, failed: number, seconds: number }} run */
function page({ passed, failed, seconds }) {
  const proofs = [...toldByProof()].map(([proof, told]) =>
    [`## ${proof}`, '', '| what was tried | what was seen |', '|---|---|', ...told.map(rowOf), ''].join('\n'),
  )
  const machine = `Node ${process.versions.node}, ${cpus().length} cores, ${process.platform}`
  return [
    '# Evidence',
    '',
    'Written by `npm run evidence`; nobody edits it. A proof tries to make a promise fail; its red twin is the same trial on a',
    'deliberately broken build, which must fail. The short form of each runs with `npm test`.',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${machine} · ${seconds} s · ${passed} passed, ${failed} failed`,
    '',
    ...proofs,
    bench(),
  ].join('\n')
}

const began = Date.now()
if (!(await runStep(buildStep))) process.exit(1)
const only = process.argv.slice(2)
const env = { ...process.env, ...browsers(), KYNNYS_EVIDENCE: folder }
// first, while nothing else was busy; a goal that is missed is told, not a failure
if (only.length === 0) spawnSync(process.execPath, ['tools/bench.mjs'], { stdio: 'inherit', env })
// one after the other: beside trials that break databases, a disk that is late would be told as a database that is away
const words = ['--no-file-parallelism']
const report = runTests([...words, ...(only.length > 0 ? only : longForms())], env)
const { passed, failed } = report.figures
const seconds = Math.round((Date.now() - began) / 1000)
const text = page({ passed, failed, seconds })
// a part of the proofs is shown, not kept: the file holds one whole run
if (only.length === 0) writeFileSync(OUTPUT, text)
else process.stdout.write(text)
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`\n${saidOf(report)}\n\n${passed} passed, ${failed} failed, 0 skipped\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
