/** Does a parsed value have the shape its schema asks for? The branch is chosen by hand, so that each sentence is exact. */

import { resolve, type Schema } from '../../flow/schema.ts'
import type { Path } from '../base/problem.ts'
import { inWords, kindOf } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import { type Code, phrase } from '../said/saying.ts'
import { choose } from './branch.ts'
import { answersNotListed } from './joined.ts'
import { noCondition, otherWords } from './other-words.ts'
import { textProblem } from './text-formats.ts'
import { type CheckedFile, lastName, wrongType } from './wrong-type.ts'

/** Keys whose absence deserves a sentence of its own. */
const MISSING: Record<string, Code> = {
  next: 'missing-next',
  contact: 'no-human-exit',
  unfinished: 'no-unfinished',
  dutyArea: 'no-duty-area',
  reviewBy: 'missing-review-date',
  author: 'missing-provenance',
  date: 'missing-provenance',
  reason: 'missing-provenance',
  source: 'missing-provenance',
  owner: 'missing-provenance',
  verifiedOn: 'number-not-verified',
  verifiedBy: 'number-not-verified',
  nextCheck: 'number-not-verified',
}

/** Reports everything in `value` that the schema does not allow; `true` when there is nothing. */
export function shaped(place: CheckedFile, given: Schema, value: unknown, path: Path): boolean {
  const schema = resolve(given)
  if (schema !== given && typeof value !== 'object') return noCondition(place, value, path)
  if (schema !== given && Array.isArray(value)) return noCondition(place, value, path)
  if (schema.anyOf) {
    const branch = choose(place, schema.anyOf, value, path)
    return branch === undefined ? false : shaped(place, branch, value, path)
  }
  if (schema.enum || schema.const !== undefined) return fitChoice(place, schema, value, path)
  const type = schema.type ?? 'object'
  const found = kindOf(value)
  const fits = found === type || (type === 'number' && found === 'integer')
  if (!fits) return misread(place, schema, type, value, path)
  if (type === 'object') return fitObject(place, schema, value as Record<string, unknown>, path)
  if (type === 'array') return fitList(place, schema, value as unknown[], path)
  if (type === 'string') return textProblem(place, schema, value as string, path)
  return type === 'boolean' || type === 'null' || fitNumber(place, schema, value as number, path)
}

/** A day or a time that was read as something else would only be refused again when it is put in quotes. */
function misread(place: CheckedFile, schema: Schema, type: string, value: unknown, path: Path): false {
  const told = (code: Code): false => {
    place.report(code, place.file, path, { value: inWords(value) })
    return false
  }
  if (typeof value !== 'object' && value !== undefined) {
    if (schema.format === 'date') return told('bad-day')
    if (schema.pattern?.includes(':[0-5]')) return told('bad-time')
    if (lastName(path) === 'weekday') return told('bad-weekday')
    if (lastName(path) === 'link') return told('link-as-text')
  }
  return type === 'array' && answersNotListed(place, value, path)
    ? false
    : wrongType(place, [type], value, path)
}

function fitNumber(place: CheckedFile, { minimum, maximum }: Schema, value: number, path: Path): boolean {
  const least = minimum ?? -Infinity
  const greatest = maximum ?? Infinity
  if (value >= least && value <= greatest) return true
  const kind = minimum === undefined ? 'rangeTo' : maximum === undefined ? 'rangeFrom' : 'rangeBetween'
  place.report('out-of-range', place.file, path, { value, range: phrase(kind, { least, greatest }) })
  return false
}

function fitChoice(place: CheckedFile, schema: Schema, value: unknown, path: Path): boolean {
  const allowed = schema.enum ?? [schema.const]
  if (allowed.includes(value)) return true
  const fill = { value: inWords(value), name: lastName(path), hint: hint(value, allowed.map(inWords)) }
  place.report('not-one-of', place.file, path, fill)
  return false
}

function fitList(place: CheckedFile, schema: Schema, value: unknown[], path: Path): boolean {
  if (value.length < (schema.minItems ?? 0)) {
    place.report('empty-list', place.file, path)
    return false
  }
  const items = schema.items ?? {}
  return value.map((item, index) => shaped(place, items, item, [...path, index])).every(Boolean)
}

function fitObject(place: CheckedFile, schema: Schema, value: Record<string, unknown>, path: Path): boolean {
  const known = schema.properties ?? {}
  if (otherWords(place, known, value, path)) return false
  let fits = true
  for (const name of schema.required ?? []) {
    if (name in value) continue
    fits = false
    place.report(
      MISSING[name] ?? 'missing-key',
      place.file,
      path,
      { name: missingName(name, value, path), day: name },
      { part: 'key', fold: `${place.file} ${path.join()}` },
    )
  }
  const [keys, pattern] = Object.entries(schema.patternProperties ?? {})[0] ?? []
  const other = pattern ?? schema.additionalProperties
  for (const [name, item] of Object.entries(value)) {
    if (keys !== undefined && !(name in known) && !keyFits(place, keys, name, path)) fits = false
    const inner = known[name] ?? (typeof other === 'object' ? other : undefined)
    if (inner) fits = shaped(place, inner, item, [...path, name]) && fits
    else if (other === false) {
      fits = false
      place.report(
        'unknown-key',
        place.file,
        [...path, name],
        { name, hint: hint(name, Object.keys(known)) },
        { part: 'key' },
      )
    }
  }
  return fits
}

/** A missing `next` is told of by the step it is missing from, a missing verification by its line. */
const missingName = (name: string, value: Record<string, unknown>, path: Path): string =>
  name === 'next'
    ? inWords(path.at(-1))
    : MISSING[name] === 'number-not-verified'
      ? inWords(value.line)
      : name

function keyFits(place: CheckedFile, pattern: string, name: string, path: Path): boolean {
  if (new RegExp(pattern).test(name)) return true
  const code = pattern.startsWith('^[a-z]{2,3}') ? 'bad-language' : 'bad-name'
  place.report(code, place.file, [...path, name], { name }, { part: 'key' })
  return false
}
