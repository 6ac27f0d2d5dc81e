/** The check and nothing around it: reading, parsing and checking our content, timed inside a process of its own. */
import { check } from '#core/check/check.ts'
import { readContent } from '../../../server/content/reading/parse.ts'

function once(): number {
  const began = performance.now()
  const { content, locate } = readContent('flows', 'locales')
  check(content, locate)
  return performance.now() - began
}

const first = once()
const more = Array.from({ length: 3 }, once)
process.stdout.write(JSON.stringify({ first, again: Math.min(...more) }))
