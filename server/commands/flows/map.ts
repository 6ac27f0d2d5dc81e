/** The flows as an indented text: every step, what it asks, and where each answer leads. */
import type { ParsedContent } from '#core/check/base/content.ts'
import { type Bag, isRecord, list, record, texts } from '#core/check/base/safe-access.ts'
import { MAIN } from '#core/flow/words.ts'

const INDENT = '  '

/** A condition on one line, as it is written, without the brackets around it. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inWords).join(', ')}]`
  if (!isRecord(value)) return String(value)
  return Object.entries(value)
    .map(([name, inner]) => (isRecord(inner) ? `${name} (${inWords(inner)})` : `${name} ${inWords(inner)}`))
    .join(', ')
}

function kindOf(step: Bag): string {
  if ('end' in step) return ['end', ...texts(Object.values(step))].join(': ')
  if ('shared' in step) return 'shared question'
  if ('agenda' in step) return `walks what was chosen in ${step.agenda}`
  const choices = step.options
    ? `: ${texts(step.options).join(' · ')}`
    : step.list
      ? `: list ${step.list}`
      : ''
  return `${step.ask}${choices}${step.for ? ` (for the ${step.for})` : ''}`
}

function arrowsOf(step: Bag): string[] {
  if (typeof step.next === 'string') return [`→ ${step.next}`]
  return list(step.next).map((branch) => {
    const { when, go, ...ends } = record(branch)
    const goal = go ?? `end: ${Object.values(ends)}`
    return when === undefined ? `→ ${goal} otherwise` : `→ ${goal} when ${inWords(when)}`
  })
}

function stepLines(content: ParsedContent, name: string, step: Bag, depth: number, open: string[]): string[] {
  const indent = INDENT.repeat(depth)
  const lines = [`${indent}${name}  ${kindOf(step)}`]
  for (const [need, flow] of Object.entries(record(step.sections))) {
    lines.push(`${indent}${INDENT}${need}: ${flow}.yaml`)
    if (open.includes(String(flow))) continue
    lines.push(...flowLines(content, String(flow), depth + 2, open))
  }
  return [...lines, ...arrowsOf(step).map((arrow) => `${indent}${INDENT}${arrow}`)]
}

function flowLines(content: ParsedContent, id: string, depth: number, open: string[]): string[] {
  const steps = Object.entries(record(record(content.flows[id]).steps))
  return steps.flatMap(([name, step]) => stepLines(content, name, record(step), depth, [...open, id]))
}

/** The map of every flow, sub-flows where they are walked; flows that nobody walks at the end. */
export function mapOf(content: ParsedContent): string[] {
  const main = flowLines(content, MAIN, 1, [])
  const shown = new Set(main.flatMap((line) => /: ([a-z0-9-]+)\.yaml$/.exec(line)?.[1] ?? []))
  const alone = Object.keys(content.flows).filter((id) => id !== MAIN && !shown.has(id))
  return [`${MAIN}.yaml`, ...main, ...alone.flatMap((id) => [`${id}.yaml`, ...flowLines(content, id, 1, [])])]
}
