/** Closures, absences, what holds of the organisation at once, and the worklist of numbers. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import type { Parts } from '../parts.ts'
import { removeAbsence, removeClosure, setAbsence, setClosure, setOrganisation } from '../place/away.ts'
import { readNumbers } from '../place/numbers.ts'
import { verifyNumber } from '../place/verify.ts'
import { localTime } from '../promise/local-time.ts'
import { byAdmin, changing, findingsOf, mayDo, PLACE, placeDeps, Slug, security, tags } from './admin.ts'
import { answers, ref } from './schemas.ts'

const CLOSURE = `${PLACE}/closures/:closure`
const ABSENCE = `${PLACE}/absences/:person/:from`
const NUMBERS = `${PLACE}/numbers`
const ofClosure = Type.Object({ closure: Slug })
const ofAbsence = Type.Object({ person: Slug, from: Type.String({ format: 'date' }) })
const ofNumber = Type.Object({ number: Type.String({ pattern: '^[a-z-]{1,20}:[a-z0-9-]{1,40}$' }) })

export const awayRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { store, organisation, clock } = parts
  const preHandler = mayDo(parts, 'area.manage')
  const deps = placeDeps(parts)
  const findings = findingsOf(parts)
  const told = async (done: Promise<unknown>) => {
    await done
    return { faults: await findings() }
  }

  app.put(
    `${PLACE}/organisation`,
    {
      preHandler,
      schema: changing('Name, duty area, framing pages: at once', { body: ref('OrganisationChange') }),
    },
    (request) => told(setOrganisation(deps, byAdmin(request), request.body)),
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
    (request) => told(setClosure(deps, byAdmin(request), request.params.closure, request.body)),
  )
  app.delete(
    CLOSURE,
    { preHandler, schema: changing('Open again from today on', { params: ofClosure }) },
    (request) => told(removeClosure(deps, byAdmin(request), request.params.closure)),
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
    (request) => told(setAbsence(deps, byAdmin(request), request.params, request.body)),
  )
  app.delete(
    ABSENCE,
    { preHandler, schema: changing('There again from today on', { params: ofAbsence }) },
    (request) => told(removeAbsence(deps, byAdmin(request), request.params)),
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
    ({ staff, params, body }) =>
      told(
        verifyNumber(deps, { person: staff.person, ground: 'admin' }, params.number, {
          reached: body.reached,
          by: body.by ?? staff.name,
        }),
      ),
  )
}
