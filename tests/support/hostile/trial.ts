/** Sends hostile requests into an app, many at a time, and says in words what is wrong with the answers. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { type Document, judgeOf, nameOf, operationsOf } from './contract.ts'
import type { Hostile } from './hostile.ts'

/** What must never be read in an answer: where our code lies, what a database says. */
export const INSIDES = /node_modules|\bat .*:\d+:\d+|SELECT |INSERT INTO|SQLITE_|"stack"/
const AT_ONCE = 8

export type Seen = {
  faults: string[]
  requests: number
  accepted: number
  elsewhere: number
  refused: number
}

/** As it is sent: what climbs up in an address has done so before it comes. */
const pathOf = (url: string) =>
  URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : url

/** The body as its asker reads it, in whichever encoding it asked for. */
function bodyOf({ headers, rawPayload, body }: LightMyRequestResponse): string {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(rawPayload).toString()
  return headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload).toString() : body
}

/** @returns the faults of one answer; `[]` is none */
function faultsBy(document: Document) {
  const judge = judgeOf(document)
  const operations = new Map(operationsOf(document).map((one) => [nameOf(one), one]))
  return (asked: Hostile, answer: LightMyRequestResponse): string[] => {
    const { statusCode: status, headers, body: packed } = answer
    const found: string[] = []
    if (status >= 500) found.push('an error of ours')
    if (headers['x-content-type-options'] !== 'nosniff') found.push('may be sniffed')
    if (status < 300) {
      const operation = operations.get(nameOf({ method: asked.method, url: asked.route }))
      const broken = operation && judge.kept(operation, { status, headers, body: packed })
      return broken ? [...found, broken] : found
    }
    if (status < 400) return found
    const body = bodyOf(answer)
    if (INSIDES.test(body)) found.push('tells of our insides')
    // under /chat people ask: what is refused there is told in a page
    const isForPeople = /^\/+chat(\/|$)/i.test(pathOf(asked.url))
    const isTold = isForPeople ? body.includes('href="tel:112"') : judge.isProblem(body)
    const type = isForPeople ? 'text/html' : 'application/problem+json'
    if (!(isTold || asked.method === 'HEAD') || !String(headers['content-type']).startsWith(type))
      found.push('not a problem of the contract')
    if (headers['cache-control'] !== 'no-store') found.push('may be kept')
    return found
  }
}

const inWords = ({ method, route, url, headers, payload }: Hostile) =>
  `${method} ${url.slice(0, 120)} (${route}) ${JSON.stringify(headers).slice(0, 400)} ${String(payload).slice(0, 200)}`

/** @param next the request of a turn; a fault tells which turn it was */
export async function trial(
  app: FastifyInstance,
  document: Document,
  next: (turn: number) => Hostile,
  count: number,
): Promise<Seen> {
  const faultsOf = faultsBy(document)
  const seen: Seen = { faults: [], requests: 0, accepted: 0, elsewhere: 0, refused: 0 }
  async function ask() {
    while (seen.requests < count) {
      const turn = seen.requests++
      const asked = next(turn)
      const { method, url, headers, payload } = asked
      const given = payload === undefined ? {} : { payload }
      const answer = await app.inject({ method: method as 'GET', url, headers, ...given })
      const { statusCode: status } = answer
      seen[status < 300 ? 'accepted' : status < 400 ? 'elsewhere' : 'refused'] += 1
      for (const fault of faultsOf(asked, answer))
        seen.faults.push(`${fault}: turn ${turn}, ${inWords(asked)} → ${status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, ask))
  return seen
}
