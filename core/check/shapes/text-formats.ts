/** Texts that must look a certain way: names, days, addresses of pages. */

import { dayOf, isDay } from '../../flow/day.ts'
import type { Schema } from '../../flow/schema.ts'
import { siteOf } from '../../say/link.ts'
import { dayNotThere } from '../base/days.ts'
import type { Path } from '../base/problem.ts'
import { inWords } from '../base/safe-access.ts'
import { type Code, phrase } from '../said/saying.ts'
import type { CheckedFile } from './wrong-type.ts'

const SOME_DAY = '2026-01-01'

/** How the pattern of a page’s address begins; what else makes one is judged with what is shown. */
const PAGE = '^https://'

/** Which sentence tells of a text that does not look as it should, by a part of the pattern. */
const PATTERNS: [string, Code][] = [
  [PAGE, 'bad-link'],
  ['http', 'bad-origin'],
  ['on(', 'bad-test-day'],
  [':[0-5]', 'bad-time'],
  ['{3}$', 'bad-code'],
  ['[0-9 ]', 'bad-phone'],
]

/** A day of the calendar, or one that is so far away that there is none. */
function isTestDay(text: string): boolean {
  try {
    return isDay(dayOf(text, SOME_DAY))
  } catch {
    return false
  }
}

function codeFor(schema: Schema, text: string): Code | undefined {
  if (schema.format === 'date')
    return !isDay(text) ? 'bad-day' : /^(19|2[1-9])/.test(text) ? 'day-far' : undefined
  if (schema.minLength && text.trim().length < schema.minLength) return 'empty-value'
  if (schema.pattern?.startsWith(PAGE)) return siteOf(text) === undefined ? 'bad-link' : undefined
  if (!schema.pattern || new RegExp(schema.pattern).test(text)) {
    return schema.pattern?.includes('on(') && !isTestDay(text) ? 'bad-test-day' : undefined
  }
  return PATTERNS.find(([part]) => schema.pattern?.includes(part))?.[1] ?? 'bad-name'
}

/** Reports a text that cannot be what its place needs; `true` when it can. */
export function textProblem(place: CheckedFile, schema: Schema, text: string, path: Path): boolean {
  const code = codeFor(schema, text)
  if (!code) return true
  const lacking = code === 'bad-day' || code === 'bad-test-day' ? dayNotThere(text) : undefined
  if (lacking) {
    place.report(lacking.code, place.file, path, lacking.fill)
    return false
  }
  const named = inWords(path.at(-1))
  place.report(code, place.file, path, {
    name: code === 'empty-value' ? named : text,
    value: text,
    expected: phrase('text'),
  })
  return false
}
