/** The place of the played day: the app on a clock that is set by hand, four who call, a lead and an administrator, and residents each from a network of their own. */

import type { Receipt } from '#core/contract/callback.ts'
import type { OpenRequest, Queue, QueueRow } from '#core/contract/desk.ts'
import type { FoundRequests } from '#core/contract/found.ts'
import type { AbsenceChange, ClosureChange } from '#core/contract/place.ts'
import type { FiguresPage } from '#core/contract/statistics.ts'
import { build, type PersonName } from '../../support/app.ts'
import { nonceFor } from '../../support/asking.ts'
import { testClock } from '../../support/clock.ts'
import { loadArea } from '../../support/content.ts'
import type { Resident } from './people.ts'

/** Who stands in for everybody, beside those of the example. */
const IIDA = {
  ...{ person: 'demo-iida', username: 'iida', firstName: 'Iida', name: 'Iida Esimerkki' },
  ...{ title: 'palveluohjaaja', roles: ['coordinator' as const] },
  ...{ own: [], substitute: ['south', 'west', 'north'] },
}
/** A coordinator’s day has so many places, and one network may claim a fifth of an area’s. */
const CAPACITY = 80
const CLAIMS = '20'

const place = () => {
  const seed = loadArea()
  return {
    ...seed,
    areas: seed.areas.map((area) => ({ ...area, capacity: CAPACITY })),
    staff: [...seed.staff, IIDA],
  }
}

export type WorldOptions = { engine: 'sqlite' | 'postgres'; now: string; listen?: boolean }

/** Opens it. What is answered otherwise than expected is an error with its words. */
export async function openWorld({ engine, now, listen = false }: WorldOptions) {
  const clock = testClock(now)
  const app = await build({
    ...{ engine, clock, area: place(), listen },
    env: { LIMIT_CLAIMS: CLAIMS, LOG_LEVEL: 'silent', SESSION_IDLE_MINUTES: '600' },
  })
  const sessions = new Map<string, { headers: Record<string, string>; id: string }>()

  async function at(username: string) {
    const known = sessions.get(username)
    if (known) return known
    const { headers, me } = await app.signIn(username as PersonName)
    const session = { headers, id: me.id }
    sessions.set(username, session)
    return session
  }

  async function ask<Answer>(
    username: string,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ) {
    const { headers } = await at(username)
    const answer = await app.app.inject({ method, url, headers, ...(payload && { payload }) })
    if (answer.statusCode >= 300)
      throw new Error(
        `${username}: ${method} ${url} at ${new Date(clock.now()).toISOString()}: ${answer.body}`,
      )
    return answer.json() as Answer
  }

  /** @param remoteAddress from which network */
  async function send({ body }: Resident, remoteAddress: string): Promise<Receipt> {
    const answer = await app.app.inject({
      ...{ method: 'POST', url: '/api/callback-requests', remoteAddress, headers: app.own, payload: body },
    })
    if (answer.statusCode !== 201) throw new Error(`A request was answered ${answer.body}`)
    return answer.json<Receipt>()
  }

  /** What a resident’s own page does unseen when it is asked to. */
  async function prove({ body }: Resident, proof: NonNullable<Receipt['proof']>, remoteAddress: string) {
    const answer = await app.app.inject({
      ...{ method: 'POST', url: '/api/callback-requests/mine/proof', remoteAddress },
      headers: { ...app.own, authorization: `Bearer ${body.code}` },
      payload: { nonce: nonceFor(body.id, proof) },
    })
    if (answer.statusCode >= 300) throw new Error(`A proof was answered ${answer.body}`)
    return answer.json<Pick<Receipt, 'promise'>>()
  }

  async function queue(username: string): Promise<Queue> {
    const first = await ask<Queue>(username, 'GET', '/api/desk/queue')
    const rows = [...first.rows]
    for (let after = first.after; after; ) {
      const page = await ask<Queue>(username, 'GET', `/api/desk/queue?after=${after}`)
      rows.push(...page.rows)
      after = page.after
    }
    return { ...first, rows }
  }

  return {
    ...{ app, clock, at, send, prove, queue },
    /** everybody signs in anew */
    newDay: () => sessions.clear(),
    act: (username: string, id: string, act: string, told: object = {}) =>
      ask<QueueRow>(username, 'POST', `/api/desk/requests/${id}/${act}`, told),
    open: (username: string, id: string) => ask<OpenRequest>(username, 'GET', `/api/desk/requests/${id}`),
    find: (username: string, text: string) =>
      ask<FoundRequests>(username, 'POST', '/api/desk/search', { text }),
    away: (person: string, from: string, told: AbsenceChange) =>
      ask('tuomas', 'PUT', `/api/admin/place/absences/${person}/${from}`, told),
    close: (name: string, told: ClosureChange) =>
      ask('tuomas', 'PUT', `/api/admin/place/closures/${name}`, told),
    doubt: (area: string) =>
      ask('marja', 'POST', `/api/desk/aside/${area}/doubt`, { until: new Date(clock.now()).toISOString() }),
    figures: (period: string) => ask<FiguresPage>('marja', 'GET', `/api/desk/statistics?period=${period}`),
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>
