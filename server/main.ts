/** The program: the process, and a sentence when it cannot start. */
import { sentenceFor } from './commands/sentence.ts'
import { start } from './process.ts'

start().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exit(1)
})
