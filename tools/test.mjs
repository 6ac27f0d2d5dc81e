/** `npm test`: every check and every test, on SQLite and PostgreSQL and in a real browser; ends with one line of figures. */
import { browsers } from './browser.mjs'
import { runTests, saidOf } from './run-tests.mjs'
import { runSteps, steps } from './steps.mjs'

const all = { passed: 0, failed: 0, skipped: 0 }
/** @param {boolean} passed */
const count = (passed) => {
  all[passed ? 'passed' : 'failed'] += 1
}

try {
  const found = browsers()
  for (const passed of await runSteps(steps)) count(passed)
  const report = runTests([], found)
  all.passed += report.figures.passed
  all.failed += report.figures.failed
  all.skipped += report.figures.skipped
  process.stdout.write(`\n${saidOf(report)}\n`)
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
  count(false)
}
process.stdout.write(`\n${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped\n`)
// nothing here is left out: what was not run has hidden something
process.exitCode = all.failed > 0 || all.skipped > 0 || all.passed === 0 ? 1 : 0
