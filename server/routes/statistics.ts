/** Figures of the place: whole months and weeks, for who leads the work. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { FiguresAsked } from '#core/contract/statistics.ts'
import { WhatIfAsked } from '#core/contract/what-if.ts'
import type { Parts } from '../parts.ts'
import { figuresPage } from '../statistics/page.ts'
import { whatIf } from '../statistics/what-if/what-if.ts'
import { mayDo, security } from './admin/admin.ts'
import { answers, ref } from './schemas.ts'

const tags = ['statistics']
const STATISTICS = '/api/desk/statistics'

export const statisticsRoutes: FastifyPluginAsyncTypebox<{ parts: Parts }> = async (app, { parts }) => {
  const { store, organisation, clock } = parts
  const preHandler = mayDo(parts, 'figures.read')
  const response = answers({ 200: ref('FiguresPage') })

  app.get(
    STATISTICS,
    {
      preHandler,
      schema: {
        tags,
        security,
        summary: 'A month or a week: what was received in it and has ended, the period before it beside it',
        querystring: FiguresAsked,
        response,
      },
    },
    ({ query }) => store.read(organisation, (view) => figuresPage(view, clock.now(), query.period)),
  )

  app.post(
    `${STATISTICS}/export`,
    {
      preHandler,
      schema: {
        tags,
        security,
        summary: 'The same, to be taken out as a file: who did so is recorded',
        body: FiguresAsked,
        response,
      },
    },
    ({ body, staff }) =>
      store.record(organisation, async (tx) => {
        const page = await figuresPage(tx, clock.now(), body.period)
        tx.access.add({ person: staff.person, action: 'figures.exported', ground: 'role' })
        return page
      }),
  )

  app.post(
    `${STATISTICS}/what-if`,
    {
      preHandler,
      schema: {
        tags,
        security,
        summary: 'What another staffing would have promised to those who came in the last eight whole weeks',
        body: WhatIfAsked,
        response: answers({ 200: ref('WhatIf') }),
      },
    },
    ({ body }) => whatIf(parts, organisation, body),
  )
}
