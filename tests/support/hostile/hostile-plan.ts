/** What is sent to whom: every address of the app in turn, by people of every role and by nobody. */
import type { FastifyInstance } from 'fastify'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { type Random, seeded } from '#core/walk/random.ts'
import { PASSWORD, PEOPLE, type TestApp } from '../app.ts'
import { asking } from '../asking.ts'
import { routesOf as listed } from '../routes.ts'
import { type Document, nameOf, operationsOf } from './contract.ts'
import { type Given, type Hostile, hostile, type Route } from './hostile.ts'
import { fittingOf, MARKER } from './shapes.ts'

type Headers = Record<string, string>
const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS']
const MINE = '/api/callback-requests/:id'

/** Every address of the app, and one that it does not have. */
export const routesOf = (app: FastifyInstance): Route[] => [
  ...listed(app),
  ...METHODS.map((method) => ({ method, url: '/nowhere/:name' })),
]

/** Each route as often as it deserves; built files, HEAD and slow passwords seldom, asking for a call most. */
const deckOf = (routes: Route[]): Route[] =>
  routes
    .filter(({ url }) => !url.endsWith('.br'))
    .flatMap((route) => {
      const few = route.method === 'HEAD' || /assets|nowhere|icon|session|metrics/.test(route.url)
      const often = route.url === '/api/callback-requests' ? 24 : few ? 1 : 4
      return Array.from({ length: often }, () => route)
    })

type People = { staff: Headers[]; leaving: Headers; own: Headers }

/** Everybody the example knows, signed in: coordinators of the areas, a lead, an editor, an auditor. */
async function everybody(test: TestApp): Promise<People> {
  const signedIn = await Promise.all(PEOPLE.map((name) => test.signIn(name)))
  const leaving = await test.signIn('helmi')
  return { staff: signedIn.map(({ headers }) => headers), leaving: leaving.headers, own: test.own }
}

/** Another resident who asks, made by the seed alone. */
function fresh(base: CallbackRequestBody, random: Random): CallbackRequestBody {
  const digits = (count: number) => Array.from({ length: count }, () => random.below(10)).join('')
  const id = `019ab000-${digits(4)}-7000-8000-${digits(12)}`
  const contact = { ...base.contact, phone: `040 1${digits(6)}`, name: MARKER, ownWords: MARKER }
  return { ...base, id, code: digits(12), contact }
}

function goodBody(route: Route, sent: CallbackRequestBody[], random: Random): unknown {
  if (route.method === 'POST' && route.url === '/api/callback-requests') {
    const body = fresh(sent[0] as CallbackRequestBody, random)
    sent.push(body)
    return body
  }
  if (route.url === MINE) return { contact: { way: 'call', phone: '040 7654321', ownWords: MARKER } }
  const bodies: Record<string, unknown> = {
    '/api/session': { username: 'aino', password: PASSWORD },
    '/api/desk/requests/:id/attempts': { way: 'call', result: 'busy' },
    '/api/desk/requests/:id/close': { outcome: 'other', recorded: false },
    '/api/desk/requests/:id/transfer': { area: 'west' },
    '/api/desk/requests/:id/notes': { text: MARKER },
  }
  return bodies[route.url]
}

/** @returns who asks, and which names there are in the address */
function askerOf({ method, url }: Route, people: People, sent: CallbackRequestBody[], random: Random): Given {
  const { staff, leaving, own } = people
  const signedOut = random.pick<Headers>([own, {}, { ...own, cookie: `kynnys=${MARKER}` }])
  if (url === MINE) {
    // only the first ones are withdrawn, so that others are left
    const { id, code } = method === 'DELETE' ? random.pick(sent.slice(0, 4)) : random.pick(sent)
    const authorization = `Bearer ${random.chance(0.9) ? code : random.pick(sent).code}`
    return { headers: { ...own, authorization }, names: [id, id, 'mine'] }
  }
  if (url.startsWith('/api/content/'))
    return { headers: signedOut, names: ['fi', sent[0]?.revision ?? '', 'dialogue', 'words-fi'] }
  if (method === 'DELETE') return { headers: random.chance(0.1) ? leaving : signedOut, names: [MARKER] }
  const names = Array.from({ length: 3 }, () => random.pick(sent).id)
  return { headers: random.chance(0.1) ? signedOut : random.pick(staff), names }
}

/** Requests without end over all the addresses; the same for the same seed. */
export async function planOf(test: TestApp, document: Document, seed: number) {
  const random = seeded(seed)
  const people = await everybody(test)
  const base = asking(test.content.current().revision)
  const sent = Array.from({ length: 8 }, () => fresh(base, random))
  const asked = sent.map((payload) =>
    test.app.inject({ method: 'POST', url: '/api/callback-requests', headers: test.own, payload }),
  )
  await Promise.all(asked)
  const deck = deckOf(routesOf(test.app))
  const shapes = new Map(
    operationsOf(document).map((one) => [nameOf(one), one.requestBody?.content['application/json']?.schema]),
  )
  function next(at: number): Hostile {
    // a stride without a common factor: neighbours in the deck do not follow each other
    const route = deck[(at * 7919) % deck.length] as Route
    const schema = shapes.get(nameOf(route))
    const given = {
      ...askerOf(route, people, sent, random),
      good: goodBody(route, sent, random),
      ...(schema && { fitting: fittingOf(schema, document.components.schemas, random) }),
    }
    return hostile(route, given, random)
  }
  return { next, addresses: new Set(deck.map(({ method, url }) => `${method} ${url}`)).size }
}
