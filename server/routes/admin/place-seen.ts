/** What administrators look at before and after a change: what residents would be promised, and what was changed by whom. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import type { Parts } from '../../parts.ts'
import { changesBefore } from '../../place/changes.ts'
import { comingDays } from '../../place/coming.ts'
import { promisedOn } from '../../place/touched.ts'
import { localTime } from '../../promise/local-time.ts'
import { answers, ref } from '../schemas.ts'
import { mayDo, PLACE, security, tags } from './admin.ts'

const ofDay = Type.Object({ day: Type.Optional(Type.String({ format: 'date' })) })
const ofPage = Type.Object({ before: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })) })

export const placeSeenRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { store, organisation, clock } = parts
  const preHandler = mayDo(parts, 'area.manage')

  app.get(
    `${PLACE}/promises`,
    {
      preHandler,
      schema: {
        ...{ tags, security, summary: 'What residents of each area would be promised on a day' },
        querystring: ofDay,
        response: answers({ 200: ref('PlacePromises') }),
      },
    },
    async ({ query }) => {
      const now = clock.now()
      const { day: today } = localTime(now)
      const day = query.day !== undefined && query.day > today ? query.day : today
      return { day, promises: await store.read(organisation, (view) => promisedOn(view, { now, day })) }
    },
  )
  app.get(
    `${PLACE}/calendar`,
    {
      preHandler,
      schema: {
        ...{ tags, security, summary: 'The coming weeks: who calls in each area, and how much is promised' },
        response: answers({ 200: ref('PlaceCalendar') }),
      },
    },
    async () => {
      const { day } = localTime(clock.now())
      return { days: await store.read(organisation, (view) => comingDays(view, day)) }
    },
  )
  app.get(
    '/api/admin/changes',
    {
      preHandler,
      schema: {
        ...{ tags, security, summary: 'What was changed of the place and of the people: who and when' },
        querystring: ofPage,
        response: answers({ 200: ref('PlaceChanges') }),
      },
    },
    ({ query }) =>
      store.read(organisation, (view) =>
        changesBefore(view, query.before === undefined ? undefined : Number(query.before)),
      ),
  )
}
