/** `npm test`: every check and every test, on SQLite and PostgreSQL and in a real browser; ends with one line of figures. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { browsers } from './browser.mjs'
import { runStep, steps } from './steps.mjs'

const figures = { passed: 0, failed: 0, skipped: 0 }
/** @param {boolean} passed */
const count = (passed) => {
  figures[passed ? 'passed' : 'failed'] += 1
}

/** @param {Record<string, string>} found where the browsers are */
function runVitest(found) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-test-'))
  const report = path.join(folder, 'report.json')
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = spawnSync('node_modules/.bin/vitest', words, {
    stdio: 'inherit',
    env: { ...process.env, ...found },
  })
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    figures.passed += result.numPassedTests
    figures.failed += result.numFailedTests
    figures.skipped += result.numPendingTests + result.numTodoTests
    // a file that cannot even be loaded fails no test of its own
    if (run.status !== 0 && result.numFailedTests === 0) count(false)
  } catch {
    process.stdout.write('The test runner ended without a report.\n')
    count(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  const found = browsers()
  for (const step of steps) count(runStep(step))
  runVitest(found)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
  count(false)
}
process.stdout.write(`\n${figures.passed} passed, ${figures.failed} failed, ${figures.skipped} skipped\n`)
process.exitCode = figures.failed > 0 || figures.passed === 0 ? 1 : 0
