/**
 * `npm run verify`: is the database as the server wrote it? One line when it is; else a sentence for each damage, and exit 1.
 * It reads everything, in small steps, and may run beside the server.
 */
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openAsItIs } from './opened.ts'
import { sentenceFor } from './sentence.ts'
import { verify } from './verify/command.ts'

const { stdout, stderr } = process
/** On a terminal alone, on one line: what has been read so far. */
const progress = (line: string) => void (stderr.isTTY && stderr.write(`\r${line.padEnd(60)}`))

const USAGE =
  'npm run verify      is the database of the environment as the server wrote it? exit 1 when it is not'

async function look() {
  const config = readConfig(process.env)
  const store = await openAsItIs(config)
  try {
    const { lines, code } = await verify(store, { ...config, progress })
    progress('')
    stdout.write(`${lines.join('\n')}\n`)
    process.exitCode = code
  } finally {
    await store.close()
  }
}

try {
  const { help } = parseArgs({ options: { help: { type: 'boolean' } } }).values
  if (help) stdout.write(`${USAGE}\n`)
  else await look()
} catch (error) {
  stderr.write(`${sentenceFor(error)}\n`)
  process.exitCode = 1
}
