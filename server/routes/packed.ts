/** Sends bytes that were compressed beforehand to those who can read them. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Packed } from '../content/edition.ts'

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
