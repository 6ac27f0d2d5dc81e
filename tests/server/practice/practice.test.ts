/** The practice desk: invented people, the same rights and acts, and nothing of it anywhere in the real organisation, nor the other way round. */
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Me, Queue } from '#core/contract/desk.ts'
import { isPractice, practiceOf } from '#core/request/practice.ts'
import { chooseOrganisation } from '../../../server/installation.ts'
import { INVENTED } from '../../../server/practice/fill.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { build, PASSWORD, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { DAY, testClock } from '../../support/clock.ts'

const open: TestApp[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const ROWS = INVENTED.length

/** A browser: what it was given of cookies goes with all that it asks. */
function browserOf({ url }: TestApp) {
  const cookies = new Map<string, string>()
  const headers = () => ({
    ...{ origin: url, 'x-kynnys': '1', 'content-type': 'application/json' },
    cookie: [...cookies].map((one) => one.join('=')).join('; '),
  })
  async function ask(method: string, path: string, body?: object) {
    const answer = await fetch(`${url}${path}`, {
      ...{ method, headers: headers() },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    for (const one of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = one.split(';')[0]?.split('=') ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const read = async <Answer>(path: string) => (await (await ask('GET', path)).json()) as Answer
  return { ask, read, cookies, headers }
}

async function atWork(engine: 'sqlite' | 'postgres', username = 'aino', clock = testClock()) {
  const app = await build({ engine, clock, listen: true, env: { METRICS_TOKEN: 'a-token-of-practice' } })
  open.push(app)
  const browser = browserOf(app)
  await browser.ask('POST', '/api/session', { username, password: PASSWORD })
  return { app, ...browser }
}

const lastEvent = ({ store, organisation }: TestApp) => store.read(organisation, (view) => view.log.last())
/** Every row of the real organisation, in whatever table; but for sessions and limits, which time alone changes. */
const ALSO_OTHERWISE = ['session', 'meter', 'job']
const rowsOf = ({ store, organisation }: TestApp) =>
  store.read(organisation, async (view) => {
    const db = rawOf(view)
    const tables = (await db.introspection.getTables()).filter(({ columns }) =>
      columns.some(({ name }) => name === 'organisation'),
    )
    const found: Record<string, string[]> = {}
    for (const { name } of tables) {
      if (ALSO_OTHERWISE.includes(name)) continue
      const rows = await db
        .selectFrom(name as 'event')
        .where('organisation', '=', organisation)
        .selectAll()
        .execute()
      found[name] = rows.map((row) => JSON.stringify(row)).sort()
    }
    return found
  })

async function figuresOf({ url }: TestApp) {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer a-token-of-practice' } })
  const lines = (await answer.text()).split('\n')
  return lines.filter((line) =>
    /^kynnys_(event_number|open|overdue|aside|told|claims|live|erasures)/.test(line),
  )
}

async function send({ app }: { app: TestApp }) {
  const body = asking(app.content.current().revision)
  const answer = await fetch(`${app.url}/api/callback-requests`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  })
  expect(answer.status).toBe(201)
  return body.id
}

describe.each(['sqlite', 'postgres'] as const)('the practice desk (%s)', (engine) => {
  it('is made when somebody first goes there, with people who are invented and answers that are sound', async () => {
    const { app, ask, read } = await atWork(engine)
    const both = await Promise.all([1, 2].map(() => ask('POST', '/api/practice')))
    expect(both.map(({ status }) => status)).toEqual([204, 204])
    expect((await ask('POST', '/practice/api/practice')).status).toBe(204)
    const me = await read<Me>('/practice/api/session')
    expect(isPractice(me.organisation)).toBe(true)
    const real = await read<Me>('/api/session')
    expect({ ...me, organisation: '', session: 0, stations: [] }).toEqual({
      ...{ ...real, organisation: '', session: 0, stations: [] },
    })
    const { rows, counts } = await read<Queue>('/practice/api/desk/queue')
    expect([rows.length, counts.open, counts.overdue]).toEqual([ROWS, ROWS, 0])
    expect(rows.filter((one) => !one.verified || !one.promise || !one.municipality)).toEqual([])
    // whoever starts another process finds one organisation, and not two to choose from
    expect(await chooseOrganisation(app.store, { organisation: undefined } as never)).toBe(app.organisation)
  })

  it('leaves nothing in the real log, queue, figures and register, and has nothing of theirs', async () => {
    const desk = await atWork(engine)
    const { app, ask, read } = desk
    const mine = await send(desk)
    const before = { last: await lastEvent(app), figures: await figuresOf(app), rows: await rowsOf(app) }
    await ask('POST', '/api/practice')
    const [first] = (await read<Queue>('/practice/api/desk/queue')).rows
    const theirs = first?.id ?? ''
    for (const [act, told] of [
      ['take', {}],
      ['attempts', { result: 'answered', way: first?.way }],
      ['close', { outcome: 'advice-given', recorded: true }],
    ] as const)
      expect((await ask('POST', `/practice/api/desk/requests/${theirs}/${act}`, told)).status, act).toBe(200)
    expect({
      ...{ last: await lastEvent(app), figures: await figuresOf(app) },
      rows: await rowsOf(app),
    }).toEqual(before)
    expect(before.figures.length).toBeGreaterThan(0)
    expect([before.rows.callback_request?.length, Object.keys(before.rows).length > 25]).toEqual([1, true])
    expect((await read<Queue>('/api/desk/queue')).rows.map(({ id }) => id)).toEqual([mine])
    // red twin: the same act in the real organisation is found in its rows
    await ask('POST', `/api/desk/requests/${mine}/take`)
    expect(await rowsOf(app)).not.toEqual(before.rows)
    await ask('POST', `/api/desk/requests/${mine}/release`)
    // neither is opened, taken or handed over from the other side
    for (const [path, id] of [
      ['/api', theirs],
      ['/practice/api', mine],
    ]) {
      expect((await ask('GET', `${path}/desk/requests/${id}`)).status).toBe(404)
      expect((await ask('POST', `${path}/desk/requests/${id}/take`)).status).toBe(404)
      expect((await ask('POST', `${path}/desk/requests/${id}/transfer`, { area: 'west' })).status).toBe(404)
    }
  })

  it('gives a fresh set at a press, and to who comes another day; every desk hears of it', async () => {
    const { app, ask, read, headers } = await atWork(engine)
    await ask('POST', '/api/practice')
    const idsOf = async () => (await read<Queue>('/practice/api/desk/queue')).rows.map(({ id }) => id)
    const before = await idsOf()
    const { number } = await read<Queue>('/practice/api/desk/queue')
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/practice/api/desk/live?after=${number}`, {
      headers: headers(),
    })
    const heard: string[] = []
    socket.on('message', (frame) => void heard.push((JSON.parse(String(frame)) as { type: string }).type))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    expect((await ask('POST', '/practice/api/practice')).status).toBe(204)
    const after = await idsOf()
    expect([after.length, after.filter((id) => before.includes(id))]).toEqual([ROWS, []])
    await expect
      .poll(() =>
        ['request-erased', 'request-received'].map((type) => heard.filter((one) => one === type).length),
      )
      .toEqual([ROWS, ROWS])
    socket.close()
    app.clock.pass(DAY)
    await ask('POST', '/api/session', { username: 'aino', password: PASSWORD })
    await ask('POST', '/api/practice')
    const later = await read<Queue>('/practice/api/desk/queue')
    expect([later.rows.length, later.counts.overdue]).toEqual([ROWS, 0])
  })
})

describe('a session on the practice desk', () => {
  it('opens nothing of the real one, nor the other way round, and ends with it', async () => {
    const { app, ask, cookies } = await atWork('sqlite')
    await ask('POST', '/api/practice')
    const [real, practice] = ['kynnys', 'kynnys-practice'].map((name) => cookies.get(name) ?? '')
    const as = async (cookie: string, path: string) =>
      (await fetch(`${app.url}${path}`, { headers: { cookie } })).status
    expect(await as(`kynnys=${practice}`, '/api/session')).toBe(401)
    // red twin: the same question with the session that is meant for it
    expect(await as(`kynnys=${real}`, '/api/session')).toBe(200)
    expect(await as(`kynnys=${real}`, '/practice/api/session')).toBe(401)
    expect(await as(`kynnys-practice=${real}`, '/practice/api/session')).toBe(401)
    expect(await as(`kynnys-practice=${practice}`, '/practice/api/session')).toBe(200)
    await ask('DELETE', '/api/session')
    expect(cookies.has('kynnys-practice')).toBe(false)
    expect(await as(`kynnys-practice=${practice}`, '/practice/api/session')).toBe(401)
  })

  it('is there in the first hour of a day too, when what is practised came the evening before', async () => {
    const { ask, read } = await atWork('sqlite', 'aino', testClock('2026-12-01T00:13:00+02:00'))
    expect((await ask('POST', '/api/practice')).status).toBe(204)
    const before = (await read<Queue>('/practice/api/desk/queue')).rows.map(({ id }) => id)
    await ask('POST', '/api/practice')
    expect((await read<Queue>('/practice/api/desk/queue')).rows.map(({ id }) => id)).toEqual(before)
    expect(before.length).toBe(ROWS)
  })

  it('lets a call be answered there, in its own document and its own queue', async () => {
    const { app, ask, read } = await atWork('sqlite')
    expect((await ask('GET', '/practice/desk/assisted/fi')).status).toBe(401)
    await ask('POST', '/api/practice')
    const document = await ask('GET', '/practice/desk/assisted/fi')
    expect(document.status).toBe(200)
    const station = /"station":\{"station":"([\w-]+)"/.exec(await document.text())?.[1]
    expect(station).toMatch(/^practice-/)
    const { contact: _, ...body } = asking(app.content.current().revision)
    const call = { ...body, station, contact: { way: 'call' }, ends: 'kept' }
    expect((await ask('POST', '/practice/api/desk/assisted-requests', call)).status).toBe(201)
    const idsOf = async (at: string) => (await read<Queue>(`${at}/api/desk/queue`)).rows.map(({ id }) => id)
    expect([await idsOf('/practice'), await idsOf('')]).toEqual([expect.arrayContaining([body.id]), []])
  })

  it('is given to those alone who may read a queue', async () => {
    const { app, ask } = await atWork('sqlite', 'tuomas')
    expect((await ask('POST', '/api/practice')).status).toBe(403)
    const made = await app.store.read(practiceOf(app.organisation), (view) => view.place.organisation())
    expect(made).toBeUndefined()
  })

  it('is entered from the real desk alone: nobody signs in there, and no resident comes there', async () => {
    const { ask } = await atWork('sqlite')
    await ask('POST', '/api/practice')
    const { status } = await ask('POST', '/practice/api/session', { username: 'aino', password: PASSWORD })
    expect(status).toBe(404)
    expect((await ask('POST', '/practice/api/callback-requests')).status).toBe(404)
    expect((await ask('GET', '/practice/chat/fi?station=practice-laukaa')).status).toBe(404)
    expect((await ask('GET', '/practice/desk/')).headers.get('content-type')).toContain('text/html')
  })
})
