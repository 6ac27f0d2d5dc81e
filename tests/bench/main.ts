/** `npm run bench`: every figure that has a goal, beside its floor, in one run. `npm run bench -- start "first question"` runs some. */
import { appendFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import type { Figure, Measure } from './bench.ts'

import { bytes } from './bytes.ts'
import { checking } from './checking.ts'
import { fanOut } from './fan-out.ts'
import { firstQuestion } from './first-question.ts'
import { growth } from './growth.ts'
import { nextQuestion } from './next-question.ts'
import { ownWords } from './own-words.ts'
import { start } from './start.ts'
import { submissions } from './submissions.ts'

const measures: Measure[] = [
  bytes,
  firstQuestion,
  nextQuestion,
  start,
  submissions,
  fanOut,
  growth,
  checking,
  ownWords,
]
const asked = process.argv.slice(2)

const say = (measure: string) => (progress: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${measure}: ${progress}`)
}

const goalOf = ({ goal, held, ratio }: Figure): string => {
  const beside = ratio === undefined ? '' : `×${ratio.toFixed(2)}`
  if (goal === undefined) return beside
  return `${beside} ${held ? 'held' : 'MISSED'}: ${goal}`.trim()
}

const lines = (figure: Figure): string[] => [
  `  ${figure.what.padEnd(58)} ${figure.ours.padEnd(30)} ${goalOf(figure)}`,
  ...Object.entries(figure.beside).map(([name, value]) => `    ${name.padEnd(56)} ${value}`),
]

/** For `npm run evidence`, which gathers them. */
function keep(figure: Figure) {
  const folder = process.env.KYNNYS_EVIDENCE
  if (folder) appendFileSync(path.join(folder, 'bench.jsonl'), `${JSON.stringify(figure)}\n`)
}

const print = (text: string) => process.stdout.write(`${text}\n`)

print(
  `Kynnys bench · Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before it began\n`,
)
let missed = 0
for (const measure of measures.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  print(measure.name)
  const figures = await measure.run(say(measure.name))
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  for (const line of figures.flatMap(lines)) print(line)
  for (const figure of figures) keep(figure)
  print('')
  missed += figures.filter(({ held }) => held === false).length
}
print(missed === 0 ? 'Every goal was held.' : `${missed} of the goals were missed on this machine.`)
process.exit(0)
