/** The dated tables, as an administrator reads them and changes them from a day on. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type, { type TSchema } from 'typebox'
import { DATED_CHANGES, DATED_KINDS, type DatedChange, type DatedKind } from '#core/contract/place.ts'
import type { Parts } from '../../parts.ts'
import { endFact, setFact } from '../../place/set.ts'
import { placeShown } from '../../place/shown.ts'
import { localTime } from '../../promise/local-time.ts'
import { answers, ref } from '../schemas.ts'
import { byAdmin, changer, changing, findingsOf, mayDo, PLACE, Slug, security, tags } from './admin.ts'

/** The key in the address of each kind. */
const KEYS: Record<DatedKind, Record<string, TSchema>> = {
  areas: { area: Slug },
  municipalities: { municipality: Type.String({ pattern: '^\\d{3}$' }) },
  stations: { station: Slug },
  hours: { station: Slug },
  lanes: { lane: Slug },
  lines: { line: Slug },
  duty: { area: Slug, person: Slug },
}
const SUMMARIES: Record<DatedKind, string> = {
  areas: 'An area: cut-off, last call, capacity, the coordinators’ number',
  municipalities: 'A municipality: its area and its names',
  stations: 'A station: its names, its area, its numbers and pages, when people are met there',
  hours: 'The week of a station',
  lanes: 'A queue of its own: the register its requests are recorded in, and its name at the desk',
  lines: 'An emergency or help line',
  duty: 'Whose an area is, or who stands in',
}
const addressOf = (kind: DatedKind) =>
  [PLACE, kind, ...Object.keys(KEYS[kind]).map((part) => `:${part}`)].join('/')
const keyIn = (kind: DatedKind, params: unknown) =>
  Object.keys(KEYS[kind])
    .map((part) => (params as Record<string, string>)[part])
    .join('/')

export const placeRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { store, organisation, clock } = parts
  const preHandler = mayDo(parts, 'area.manage')
  const findings = findingsOf(parts)
  const changed = changer(parts)

  app.get(
    PLACE,
    {
      preHandler,
      schema: { tags, security, summary: 'The whole place', response: answers({ 200: ref('PlaceTables') }) },
    },
    async () => {
      const now = clock.now()
      const { day } = localTime(now)
      const place = await store.read(organisation, (view) => placeShown(view, day))
      return { ...place, now: new Date(now).toISOString(), faults: await findings() }
    },
  )
  for (const kind of DATED_KINDS) {
    const params = Type.Object(KEYS[kind])
    const summary = SUMMARIES[kind]
    app.put(
      addressOf(kind),
      {
        preHandler,
        schema: changing(`${summary}: what holds from a day on`, { params, body: DATED_CHANGES[kind] }),
      },
      (request) => {
        const key = keyIn(kind, request.params)
        const body = request.body as unknown as DatedChange
        const day = request.query.day ?? body.validFrom
        return changed({ ...request.query, day }, (deps) => setFact(deps, byAdmin(request), kind, key, body))
      },
    )
    app.post(
      `${addressOf(kind)}/end`,
      { preHandler, schema: changing(`${summary}: its last day`, { params, body: ref('Ending') }) },
      (request) => {
        const day = request.query.day ?? request.body.validTo
        const key = keyIn(kind, request.params)
        return changed({ ...request.query, day }, (deps) =>
          endFact(deps, byAdmin(request), kind, key, request.body),
        )
      },
    )
  }
}
