/** `npm run translated [-- LANGUAGE [FILE] [KEY …] [--by machine|human|same] [--all]]`: says who translated what. */
import { run } from './translated/command.ts'

const { lines, code } = run(process.argv.slice(2), 'locales')
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = code
