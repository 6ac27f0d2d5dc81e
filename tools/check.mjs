/** `npm run check`: types, lint, unused code and content, without running the tests. */
import { runSteps, steps } from './steps.mjs'

const passed = await runSteps(steps)
process.exitCode = passed.every(Boolean) ? 0 : 1
