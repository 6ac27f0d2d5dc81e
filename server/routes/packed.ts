/** Sends bytes compressed to those who can read them, and says how long what is public may be kept. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Packed } from '../content/serving/edition.ts'
import { encodingFor, varyBy } from '../guard/accept.ts'

/** Caching of what others keep the address of, such as the loader in their pages: it is asked for again soon. */
export const SOON = 'public, max-age=300, stale-while-revalidate=86400'

/** Bytes in the encoding that suits the asker best; the bytes of each are made once. */
export async function sendPacked(request: FastifyRequest, reply: FastifyReply, packed: Packed, type: string) {
  varyBy(reply, 'accept-encoding')
  reply.type(type).serializer((bytes: unknown) => bytes as string)
  const encoding = encodingFor(request)
  if (encoding === 'identity') return reply.send(packed.plain)
  reply.header('content-encoding', encoding)
  return reply.send(await (encoding === 'br' ? packed.brotli() : packed.gzip()))
}

/**
 * May what is asked for be told to be unchanged? Sets its tag; who has it from before is answered 304. Weak: the same text, in
 * whatever encoding.
 */
export function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const etag = `W/"${tag}"`
  reply.header('etag', etag)
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return known?.some((one) => one === '*' || `W/${one}` === etag) ?? false
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Quick rather than small: it is made anew for each who asks. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** Of an answer that is not known beforehand. For what is the same for everybody: the length of a secret would tell of it. */
export async function packNow(request: FastifyRequest, reply: FastifyReply, answer: unknown) {
  varyBy(reply, 'accept-encoding')
  const encoding = encodingFor(request)
  if (typeof answer !== 'string' || reply.statusCode !== 200 || encoding === 'identity') return answer
  reply.header('content-encoding', encoding)
  return encoding === 'br' ? brotli(answer, QUICK) : zip(answer)
}
