/** Closures, absences, what holds of the organisation at once, and the worklist of numbers. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { handOnFromAbsent } from '../../callbacks/absent/hand-on.ts'
import type { Parts } from '../../parts.ts'
import { removeAbsence, removeClosure, setAbsence, setClosure, setOrganisation } from '../../place/away.ts'
import { readNumbers } from '../../place/numbers.ts'
import { verifyNumber } from '../../place/verify.ts'
import { localTime } from '../../promise/local-time.ts'
import { answers, ref } from '../schemas.ts'
import { byAdmin, changer, changing, mayDo, PLACE, Slug, security, tags } from './admin.ts'

const CLOSURE = `${PLACE}/closures/:closure`
const ABSENCE = `${PLACE}/absences/:person/:from`
const NUMBERS = `${PLACE}/numbers`
const ofClosure = Type.Object({ closure: Slug })
const ofAbsence = Type.Object({ person: Slug, from: Type.String({ format: 'date' }) })
const ofNumber = Type.Object({ number: Type.String({ pattern: '^[a-z-]{1,20}:[a-z0-9-]{1,40}$' }) })

export const awayRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { store, organisation, clock } = parts
  const preHandler = mayDo(parts, 'area.manage')
  const changed = changer(parts)

  app.put(
    `${PLACE}/organisation`,
    {
      preHandler,
      schema: changing('Name, duty area, framing pages: at once', { body: ref('OrganisationChange') }),
    },
    (request) => changed(request.query, (deps) => setOrganisation(deps, byAdmin(request), request.body)),
  )
  app.put(
    CLOSURE,
    {
      preHandler,
      schema: changing('Closed days of a station, an area or everybody', {
        params: ofClosure,
        body: ref('ClosureChange'),
      }),
    },
    (request) => {
      const { query, body } = request
      const asked = { ...query, day: query.day ?? body.from, station: body.station }
      return changed(asked, (deps) => setClosure(deps, byAdmin(request), request.params.closure, body))
    },
  )
  app.delete(
    CLOSURE,
    { preHandler, schema: changing('Open again from today on', { params: ofClosure }) },
    (request) =>
      changed(request.query, (deps) => removeClosure(deps, byAdmin(request), request.params.closure)),
  )
  app.put(
    ABSENCE,
    {
      preHandler,
      schema: changing('Who is away from a day on, and who stands in', {
        params: ofAbsence,
        body: ref('AbsenceChange'),
      }),
    },
    async (request) => {
      const { person, from } = request.params
      const day = request.query.day ?? from
      const found = await changed({ ...request.query, day }, (deps) =>
        setAbsence(deps, byAdmin(request), request.params, request.body),
      )
      if (!('preview' in found)) {
        // who is ill today holds nothing any more when the answer is read
        await handOnFromAbsent(store, organisation, clock.now())
        return found
      }
      const held = await store.read(organisation, (view) => view.capacity.held(person, clock.now()))
      return { ...found, preview: { ...found.preview, held } }
    },
  )
  app.delete(
    ABSENCE,
    { preHandler, schema: changing('There again from today on', { params: ofAbsence }) },
    (request) => changed(request.query, (deps) => removeAbsence(deps, byAdmin(request), request.params)),
  )
  app.get(
    NUMBERS,
    {
      preHandler,
      schema: {
        ...{ tags, security, summary: 'Numbers and pages that a person verifies' },
        response: answers({ 200: ref('Numbers') }),
      },
    },
    async () => {
      const { day } = localTime(clock.now())
      return { numbers: await store.read(organisation, (view) => readNumbers(view, day)) }
    },
  )
  app.post(
    `${NUMBERS}/:number/checked`,
    {
      preHandler,
      schema: changing('Somebody has called it or opened it', {
        params: ofNumber,
        body: ref('NumberChecked'),
      }),
    },
    (request) =>
      changed(request.query, (deps) =>
        verifyNumber(deps, byAdmin(request), request.params.number, {
          reached: request.body.reached,
          by: request.body.by ?? request.staff.name,
        }),
      ),
  )
}
