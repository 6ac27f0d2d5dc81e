/** Another type than the place asks for: a number for a text, a text for a list, nothing at all. */
import type { Path } from '../base/problem.ts'
import type { Report } from '../base/report.ts'
import { inWords, isRecord, kindOf } from '../base/safe-access.ts'
import { phrase } from '../said/saying.ts'

/** The file being held against its schema, and whom to tell. */
export type CheckedFile = { report: Report; file: string }

/** The nearest name in a path: what an editor would call the place. */
export const lastName = (path: Path): string =>
  inWords([...path].reverse().find((part) => typeof part === 'string') ?? '')

/** Reports a value of another type than any of `types`; always `false`. */
export function wrongType(place: CheckedFile, types: string[], value: unknown, path: Path): false {
  const expected = { or: [...new Set(types)].map((type) => phrase(type as 'text')) }
  const found = kindOf(value)
  if (found === 'null')
    place.report('empty-value', place.file, path, { name: lastName(path), expected }, { part: 'key' })
  else if (types.length === 1 && types[0] === 'string' && !isRecord(value) && !Array.isArray(value)) {
    const fill = { value: inWords(value), found: phrase(found as 'text') }
    place.report('needs-quotes', place.file, path, fill, {
      fold: `${place.file} ${path.slice(0, -1).join()}`,
    })
  } else place.report('wrong-type', place.file, path, { expected, found: phrase(found as 'text') })
  return false
}
