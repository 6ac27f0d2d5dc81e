/** Sends bytes compressed to those who can read them, and says how long what is public may be kept. */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Packed } from '../content/serving/edition.ts'

/** Caching of what others keep the address of, such as the loader in their pages: it is asked for again soon. */
export const SOON = 'public, max-age=300, stale-while-revalidate=86400'

const readsBrotli = (request: FastifyRequest) =>
  /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))

export async function sendPacked(request: FastifyRequest, reply: FastifyReply, packed: Packed, type: string) {
  reply
    .header('vary', 'accept-encoding')
    .type(type)
    .serializer((bytes: unknown) => bytes as string)
  if (!readsBrotli(request)) return reply.send(packed.plain)
  reply.header('content-encoding', 'br')
  return reply.send(await packed.brotli())
}

const compress = promisify(brotliCompress)
/** Quick rather than small: it is made anew for each who asks. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** Of an answer that is not known beforehand. For what is the same for everybody: the length of a secret would tell of it. */
export async function packNow(request: FastifyRequest, reply: FastifyReply, answer: unknown) {
  reply.header('vary', 'accept-encoding')
  if (typeof answer !== 'string' || reply.statusCode !== 200 || !readsBrotli(request)) return answer
  reply.header('content-encoding', 'br')
  return compress(answer, QUICK)
}
