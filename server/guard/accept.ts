/** What an asker says it takes, with weights: read once for languages and encodings, as RFC 9110 (12.5) has it. */
import type { FastifyReply, FastifyRequest } from 'fastify'

type Weighted = { name: string; weight: number }

/** `gzip;q=0.5, br` → what is named, in small letters and its own order; a weight that is none counts as nothing wished. */
function weighted(header: string | string[] | undefined): Weighted[] {
  return String(header ?? '')
    .split(',')
    .flatMap((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const given = parameters.find((one) => /^q\s*=/.test(one))?.replace(/^q\s*=\s*/, '')
      const weight = given === undefined ? 1 : Number(given)
      return name ? [{ name, weight: weight >= 0 && weight <= 1 ? weight : 0 }] : []
    })
}

export type Encoding = 'br' | 'gzip' | 'identity'
/** The smallest first. */
const OFFERED: Encoding[] = ['br', 'gzip', 'identity']

/**
 * The encoding that an answer is sent in. Nobody is refused for it: who leaves nothing that we have gets plain bytes.
 * @param offered what the answer can be had in
 */
export function encodingFor(request: Pick<FastifyRequest, 'headers'>, offered = OFFERED): Encoding {
  const named = new Map(
    weighted(request.headers['accept-encoding']).map(({ name, weight }) => [
      name.replace(/^x-gzip$/, 'gzip'),
      weight,
    ]),
  )
  // plain bytes that nobody spoke of may be sent, and are liked least
  const weightOf = (one: Encoding) =>
    named.get(one) ?? named.get('*') ?? (one === 'identity' ? Number.MIN_VALUE : 0)
  const taken = offered.filter((one) => weightOf(one) > 0)
  return taken.sort((one, other) => weightOf(other) - weightOf(one))[0] ?? 'identity'
}

/** Languages of `accept-language`, the dearest first; those that are refused and “any” are left out. */
export function languagesOf(request: Pick<FastifyRequest, 'headers'>): string[] {
  return weighted(request.headers['accept-language'])
    .filter(({ name, weight }) => weight > 0 && name !== '*')
    .sort((one, other) => other.weight - one.weight)
    .map(({ name }) => name)
}

/** Tells caches that the answer depends on a header, beside those that it depends on already. */
export function varyBy(reply: FastifyReply, header: string) {
  const known = String(reply.getHeader('vary') ?? '')
    .split(',')
    .map((one) => one.trim())
  reply.header('vary', [...new Set([...known, header])].filter(Boolean).join(', '))
}
