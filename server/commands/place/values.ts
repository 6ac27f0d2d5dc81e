/** `capacity=20 hours='1-5 08:00-16:00'` → what a change of the place is told. */
import type { TSchema } from 'typebox'
import Value from 'typebox/value'

type Open = { weekday: number; from: string; to: string }
const WEEK = /^([1-7])(?:-([1-7]))?\s+(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)$/

/** @param text `1-5 08:00-16:00, 6 10:00-12:00`: weekdays (1 is Monday) and times; nothing: closed all week */
function weekOf(text: string): Open[] {
  const parts = text.split(',').map((part) => part.trim())
  return parts.filter(Boolean).flatMap((part) => {
    const [, first, last = first, from = '', to = ''] = WEEK.exec(part) ?? []
    if (first === undefined)
      throw new Error(`“${part}” is no opening: write it as 1-5 08:00-16:00, 6 10:00-12:00 (1 is Monday).`)
    const days = Number(last) - Number(first) + 1
    return Array.from({ length: days }, (_, ahead) => ({ weekday: Number(first) + ahead, from, to }))
  })
}

/** @param text as it was typed: nothing is `null`, an object is JSON, a list has commas */
function typedAs(field: string, text: string): unknown {
  if (text === '' || text === 'null') return field === 'hours' ? [] : null
  if (field === 'hours' || field === 'reception') return weekOf(text)
  if (field === 'capacity' || field === 'reserve' || field === 'position') return Number(text)
  if (field === 'always') return text === 'true' || null
  if (field === 'speaks' || field === 'allowedOrigins') return text.split(',')
  if (!text.startsWith('{')) return text
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${field}: “${text}” is no JSON. Write it as {"fi": "…", "sv": "…"}.`)
  }
}

/** @throws Error in a sentence, for a word that is no `field=value` */
export const valuesOf = (words: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    words.map((word) => {
      const [field = '', ...rest] = word.split('=')
      if (rest.length === 0) throw new Error(`“${word}” is no field=value.`)
      return [field, typedAs(field, rest.join('='))]
    }),
  )

/** What is told, without what was not said. @throws Error that names the field */
export function judged<Told>(schema: TSchema, told: object): Told {
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  if (Value.Check(schema, said)) return said as Told
  const [first] = Value.Errors(schema, said)
  const strange = (first?.params as { additionalProperties?: string[] } | undefined)?.additionalProperties
  const missing = (first?.params as { requiredProperties?: string[] } | undefined)?.requiredProperties
  if (missing) throw new Error(`${missing.join(', ')}: it must be said.`)
  const field = strange?.[0] ?? first?.instancePath.split('/')[1] ?? ''
  const known = Object.keys((schema as unknown as { properties: object }).properties)
  if (known.includes(field))
    throw new Error(`${field}: ${JSON.stringify(said[field])} cannot be (${first?.message}).`)
  throw new Error(`${field}: there is no such field. Fields are ${known.join(', ')}.`)
}
