/** `npm run check`: types, lint, unused code and content, without running the tests. */
import { runStep, steps } from './steps.mjs'

const failed = steps.map(runStep).filter((passed) => !passed).length
process.exitCode = failed ? 1 : 0
