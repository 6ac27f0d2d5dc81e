/** From a schema of the contract to values that fit it: whatever the schema lets through may be sent. */
import fc from 'fast-check'
import type { Random } from '#core/walk/random.ts'

type Schema = {
  $ref?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
}
type Named = Record<string, object>

/** Nothing that the server keeps for itself, such as its log, may hold it. */
export const MARKER = 'Zyxmerkki'

const DAYS = ['2026-11-27', '2026-11-24', '2024-02-29', '0001-01-01', '9999-12-31', '1999-12-31']
/** Plain text with which machines trip. */
const WORDS = [
  ...[MARKER, 'en tiedä', 'dontKnow', 'declined', '__proto', 'coping', 'needs/coping', 'a/b', '1e3', ' '],
  ...[
    '👩‍👩‍👧‍👦',
    '\u202eabc',
    '\u2066',
    'e\u0301',
    '\u0007',
    '\ufffe',
    "'); drop table person; --",
    '<b>',
    '%00',
  ],
]
const NUMBERS = [0, -0, 1, 0.1, -1, 10, 2 ** 31, 2 ** 53, 1e21, -1e308, 5e-324]

/** Drawing from a pattern is slow: a handful is drawn once and picked from. */
const drawn = new Map<string, string[]>()
function matching(pattern: string): string[] {
  const known =
    drawn.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 100, seed: 1 })
  drawn.set(pattern, known)
  return known
}

function text({ pattern, format, minLength = 0, maxLength = 60 }: Schema, random: Random): string {
  if (pattern) return random.pick(matching(pattern))
  if (format === 'date') return random.pick(DAYS)
  if (random.chance(0.1)) return 'å'.repeat(maxLength)
  const several = Array.from({ length: 1 + random.below(3) }, () => random.pick(WORDS)).join('')
  return [...several].slice(0, maxLength).join('').padEnd(minLength, 'x')
}

function object(
  { properties = {}, required = [], additionalProperties }: Schema,
  named: Named,
  random: Random,
) {
  const fields: [string, unknown][] = []
  for (const [key, inner] of Object.entries(properties))
    if (required.includes(key) || random.chance(0.4)) fields.push([key, fittingOf(inner, named, random)])
  if (typeof additionalProperties === 'object')
    for (let more = random.below(8); more > 0; more--)
      fields.push([random.pick(WORDS), fittingOf(additionalProperties, named, random)])
  return Object.fromEntries(fields)
}

function number({ type, minimum = -1_000_000, maximum = 1_000_000 }: Schema, random: Random): number {
  if (type === 'number' && random.chance(0.5)) return random.pick(NUMBERS)
  const whole = minimum + random.below(maximum - minimum + 1)
  return random.chance(0.1) ? Number.MAX_SAFE_INTEGER : whole
}

function array(
  { items = {}, minItems = 0, maxItems = 5, uniqueItems }: Schema,
  named: Named,
  random: Random,
) {
  const count = minItems + random.below(Math.min(maxItems, 40) - minItems + 1)
  const drawn = Array.from({ length: count }, () => fittingOf(items, named, random))
  return uniqueItems ? [...new Set(drawn)] : drawn
}

/** @param named shapes that a schema refers to, by name */
export function fittingOf(schema: Schema, named: Named, random: Random): unknown {
  if (schema.$ref) return fittingOf(named[schema.$ref.split('/').at(-1) ?? ''] as Schema, named, random)
  if (schema.enum) return random.pick(schema.enum)
  if (schema.const !== undefined) return schema.const
  if (schema.anyOf) return fittingOf(random.pick(schema.anyOf), named, random)
  switch (schema.type) {
    case 'object':
      return object(schema, named, random)
    case 'array':
      return array(schema, named, random)
    case 'string':
      return text(schema, random)
    case 'integer':
    case 'number':
      return number(schema, random)
    case 'boolean':
      return random.chance(0.5)
    default:
      return null
  }
}
