/** Bodies are JSON in UTF-8, shallow, without names or characters that could mean something else further in. */
import type { FastifyInstance } from 'fastify'
import { refuse } from '../refusal.ts'

/** Deep enough for every body of the contract, with room. */
const DEEPEST = 8
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
/** NUL cannot be stored by PostgreSQL; half a surrogate pair cannot be written as UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is NUL that is refused
const UNSAFE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !UNSAFE.test(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value !== 'object') return true
  if (depth >= DEEPEST) return false
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1))
  return Object.entries(value).every(
    ([key, item]) => !FORBIDDEN.has(key) && !UNSAFE.test(key) && isPlain(item, depth + 1),
  )
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Bytes → value.
 * @throws Refusal `malformed-body` when it is not JSON in UTF-8, is too deep, or hides a prototype
 */
export function parseBody(bytes: Uint8Array): unknown {
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(bytes))
  } catch {
    return refuse('malformed-body')
  }
  return isPlain(value, 0) ? value : refuse('malformed-body')
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
