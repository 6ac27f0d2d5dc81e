/** Bodies are JSON in UTF-8, shallow, without names or characters that could mean something else further in; texts as they were meant. */
import type { FastifyInstance } from 'fastify'
import { typedText } from '#core/request/typed-text.ts'
import { refuse } from '../refusal.ts'

/** Deep enough for every body of the contract, with room. */
const DEEPEST = 8
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
/** NUL cannot be stored by PostgreSQL; half a surrogate pair cannot be written as UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is NUL that is refused
const UNSAFE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Not text that is read but a secret that is compared: not a character of it is changed. */
const SECRET = new Set(['password'])
const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * A text as it was meant. The one place where text comes in.
 * @throws Refusal `invalid-field` that names the field, or `malformed-body` where there is none
 */
function textOf(text: string, at: string[]): string {
  if (UNSAFE.test(text)) {
    if (at.length === 0) return refuse('malformed-body')
    return refuse('invalid-field', { field: at.map((key) => `/${escaped(key)}`).join('') })
  }
  return SECRET.has(at.at(-1) ?? '') ? text : typedText(text)
}

/** The value with its texts as they were meant. @param at keys that lead to it */
function read(value: unknown, at: string[]): unknown {
  if (typeof value === 'string') return textOf(value, at)
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse('malformed-body')
  if (value === null || typeof value !== 'object') return value
  if (at.length >= DEEPEST) return refuse('malformed-body')
  if (Array.isArray(value)) return value.map((item, place) => read(item, [...at, String(place)]))
  const entries = Object.entries(value).map(([key, item]) => {
    if (FORBIDDEN.has(key) || UNSAFE.test(key)) return refuse('malformed-body')
    return [key, read(item, [...at, key])]
  })
  return Object.fromEntries(entries)
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Bytes → value, its texts composed and without what cannot be seen.
 * @throws Refusal `malformed-body` when it is not JSON in UTF-8, is too deep, or hides a prototype; `invalid-field` when a
 * text holds NUL or half a character
 */
export function parseBody(bytes: Uint8Array): unknown {
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(bytes))
  } catch {
    return refuse('malformed-body')
  }
  return read(value, [])
}

/** The only content type that is read. An absent body stays absent: acts such as *take* have none. */
export function readBodies(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => (body.length ? parseBody(body) : undefined),
  )
}
