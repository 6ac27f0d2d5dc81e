/** The shape of every file, by its schema, and the names that its writer has given. */

import { type SchemaName, schemas } from '../../flow/schema.ts'
import { attempt } from '../base/attempt.ts'
import { fileOf, type ParsedContent } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import type { Report } from '../base/report.ts'
import { record } from '../base/safe-access.ts'
import { phrase } from '../said/saying.ts'
import { shaped } from './value.ts'

const ID = /^[a-z0-9][a-z0-9-]*$/

/** Every file that has a schema: its logical name, schema and parsed value. */
function filesOf(content: ParsedContent): [string, SchemaName, unknown][] {
  const { flows, advice, area, routing, lists, cases, refused } = content
  const single: [string, SchemaName, unknown][] = [
    [fileOf.routing, 'routing', routing],
    [fileOf.lists, 'lists', lists],
    [fileOf.cases, 'cases', cases],
  ]
  return [
    ...Object.entries(flows).map(([id, value]): [string, SchemaName, unknown] => [
      fileOf.flow(id),
      'flow',
      value,
    ]),
    ...single,
    ...Object.entries(advice).map(([id, value]): [string, SchemaName, unknown] => [
      fileOf.advice(id),
      'advice',
      value,
    ]),
    ...Object.entries(area).map(([name, value]): [string, SchemaName, unknown] => [
      fileOf.area(name),
      `area-${name}` as SchemaName,
      value,
    ]),
    ...Object.entries(refused).map(([language, value]): [string, SchemaName, unknown] => [
      fileOf.refused(language),
      'refused',
      value,
    ]),
  ]
}

/** Names become parts of addresses, of file names and of keys: they must be able to. */
function checkNames(
  whole: Set<string>,
  report: Report,
  file: string,
  value: unknown,
  ...paths: Path[]
): void {
  for (const path of paths) {
    const inside = path.reduce<unknown>((inner, part) => record(inner)[part], value)
    for (const name of Object.keys(record(inside))) {
      if (ID.test(name)) continue
      whole.delete(file)
      report('bad-name', file, [...path, name], { name }, { part: 'key' })
    }
  }
}

/** By which of its words a file shows what it is. */
const SHOWN: [SchemaName, string[], 'aFlow' | 'anAdvice' | 'aTable', (stem: string) => string][] = [
  ['flow', ['start', 'steps'], 'aFlow', fileOf.flow],
  ['advice', ['provider', 'lifeAreas'], 'anAdvice', fileOf.advice],
  ['routing', ['segment', 'advice', 'attention'], 'aTable', () => fileOf.routing],
]

/** A file of one kind where another is looked for: told as that, and not by what it lacks. */
function isMisplaced(report: Report, file: string, name: SchemaName, value: unknown): boolean {
  const expected = SHOWN.find(([schema]) => schema === name)
  const looks = SHOWN.find(([, words]) => words.every((word) => word in record(value)))
  if (!expected || !looks || looks === expected) return false
  const stem = (file.split('/').at(-1) ?? '').replace('.yaml', '')
  const fill = { found: phrase(looks[2]), expected: phrase(expected[2]), place: looks[3](stem) }
  report('file-misplaced', file, [], fill)
  return true
}

/** Which files may be left out: `lists` when no question uses one, `cases`, the whole `area`. */
const OPTIONAL: string[] = [fileOf.lists, fileOf.cases]

/** Is a file what its place asks for? */
function isWhole(report: Report, [file, name, value]: ReturnType<typeof filesOf>[number]): boolean {
  const schema = schemas[name] as (typeof schemas)[SchemaName] | undefined
  if (schema && value !== undefined)
    return !isMisplaced(report, file, name, value) && shaped({ report, file }, schema, value, [])
  if (schema === undefined) report('file-unknown', file, [], { name: file.split('/').at(-1) ?? file })
  else if (!OPTIONAL.includes(file)) report('file-missing', file, [], { name: file })
  return schema !== undefined && OPTIONAL.includes(file)
}

/** Checks all shapes; gives the files that are whole. */
export function checkShapes(content: ParsedContent, report: Report): Set<string> {
  const whole = new Set<string>()
  for (const one of filesOf(content)) {
    const [file] = one
    if (content.broken.includes(file)) continue
    attempt(report, file, () => {
      if (isWhole(report, one)) whole.add(file)
    })
  }
  for (const [id, flow] of Object.entries(content.flows)) {
    checkNames(whole, report, fileOf.flow(id), flow, ['steps'], ['shared'], ['request'])
  }
  checkNames(whole, report, fileOf.routing, content.routing, ['facts'], ['segment', 'ends'])
  checkNames(whole, report, fileOf.lists, content.lists, [])
  return whole
}
