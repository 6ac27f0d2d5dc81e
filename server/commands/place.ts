/** `npm run place -- list | set | end | closure | absence | organisation | numbers | verified | check`: the place of a running installation. */
import { onInstallation, whyNot } from './opened.ts'
import { runPlace, USAGE } from './place/command.ts'

const args = process.argv.slice(2)
const asksHelp = args.length === 0 || args.includes('--help')
const done = asksHelp
  ? Promise.resolve({ lines: [USAGE], code: 0 })
  : onInstallation((at) => runPlace(args, at))
done.then(
  ({ lines, code }) => {
    process.stdout.write(`${lines.join('\n')}\n`)
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${whyNot(error)}\n`)
    process.exitCode = 1
  },
)
