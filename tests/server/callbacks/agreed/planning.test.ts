/** What was agreed in a call: written whole upon what was seen, sealed with the request, due on the day that was agreed, and erased with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanTold } from '#core/contract/plan.ts'
import { changePlan } from '../../../../server/callbacks/agreed/plan.ts'
import { close } from '../../../../server/callbacks/close.ts'
import { correct } from '../../../../server/callbacks/correct.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../../server/callbacks/erase.ts'
import { reopen } from '../../../../server/callbacks/found/reopen.ts'
import { note } from '../../../../server/callbacks/note.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { transfer } from '../../../../server/callbacks/transfer.ts'
import { reached } from '../../../../server/callbacks/tries/reached.ts'
import { withdraw } from '../../../../server/callbacks/withdraw.ts'
import { verify } from '../../../../server/commands/verify/command.ts'
import { rawOf } from '../../../../server/store/raw.ts'
import { DAY, MINUTE, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, dialogue, elias, helmi, ORGANISATION, settle } from '../../../support/people.ts'

const keys = testKeys()
const SECRET = 'Salainen tavoite'
const steps: PlanTold['steps'] = [
  { what: `${SECRET}: hakee asumistukea`, owner: 'resident', state: 'suggested', day: '2026-12-01' },
  { advice: 'debt-advice', owner: 'coordinator', state: 'contacted' },
]
const agreed: Omit<PlanTold, 'version'> = {
  goal: SECRET,
  steps,
  matters: [{ area: 'money', state: 'finding-out' }],
  parties: [{ name: 'Kela', consent: 'yes' }],
  social: { contact: 'considering', ground: 'Lapsiperhe' },
  level: 'coordination',
}

/** The same conversation, and one who is afraid may need special support. */
const withSupport: Deps['content'] = {
  ...content,
  dialogue: async () => ({
    ...dialogue,
    tables: {
      ...dialogue.tables,
      attention: {
        hit: 'collect',
        rows: [
          {
            ...{ id: 'support', author: 'Test', date: '2026-01-01', reason: 'a test' },
            when: { strip: { any: ['fear'] } },
            // biome-ignore lint/suspicious/noThenProperty: the tables' own word
            then: ['special-support'],
          },
        ],
      },
    },
  }),
}

describe.each(engines)('what was agreed ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  beforeAll(async () => {
    database = await engine.create()
    deps = { store: await database.open({ clock, keys }), clock, content }
    await settle(deps.store)
  })
  afterAll(() => database.remove())

  async function held(other: Partial<Deps> = {}, more = {}) {
    const sent = body(more)
    await submit({ ...deps, ...other }, ORGANISATION, sent)
    clock.pass(MINUTE)
    await take(deps, aino, sent.id)
    return sent
  }
  const opened = (id: string, who = aino) => openRequest(deps, who, id)
  const plan = async (id: string, more: Partial<PlanTold> = {}, who = aino) => {
    const { version } = await opened(id, who)
    return changePlan(deps, who, id, { ...agreed, version, ...more })
  }
  /** Tables as they lie in the database. */
  const tables = (...names: ('event' | 'access_log' | 'callback_request')[]) =>
    deps.store.read(ORGANISATION, async (view) => {
      const raw = rawOf(view)
      return JSON.stringify(
        await Promise.all(names.map((name) => raw.selectFrom(name).selectAll().execute())),
      )
    })

  it('nothing stands before something was; then all of it does, with who wrote each consent down and when', async () => {
    const { id } = await held()
    expect((await opened(id)).plan).toBeUndefined()
    await plan(id)
    const at = new Date(clock.now()).toISOString()
    expect((await opened(id)).plan).toEqual({
      ...agreed,
      parties: [{ name: 'Kela', consent: 'yes', at, by: 'Aino' }],
    })
    clock.pass(5 * MINUTE)
    const parties: PlanTold['parties'] = [
      { name: 'Kela', consent: 'yes' },
      { name: 'Isännöitsijä', consent: 'no' },
    ]
    await plan(id, { parties })
    const [kela, other] = (await opened(id)).plan?.parties ?? []
    expect(kela?.at).toBe(at)
    expect(Date.parse(other?.at ?? '')).toBe(clock.now())
  })

  it('is the holder’s to write, and not written over what another version has', async () => {
    const { id } = await held()
    const { version } = await opened(id)
    await expect(plan(id, {}, elias)).rejects.toMatchObject({ code: 'not-yours' })
    await expect(changePlan(deps, helmi, id, { ...agreed, version })).rejects.toMatchObject({
      code: 'not-found',
    })
    await changePlan(deps, aino, id, { ...agreed, version })
    const late = changePlan(deps, aino, id, { ...agreed, steps: [], version })
    await expect(late).rejects.toMatchObject({ code: 'wrong-status' })
    expect((await opened(id)).plan?.steps).toEqual(steps)
    // of two at once one is written
    const now = (await opened(id)).version
    const both = await Promise.allSettled(
      ['one', 'two'].map((goal) => changePlan(deps, aino, id, { ...agreed, goal, version: now })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is told as having been changed, and no word of it stands in events, logs or the rows themselves', async () => {
    const { id } = await held()
    await plan(id)
    const told = await tables('event', 'access_log', 'callback_request')
    expect(told).toContain('"plan-changed"')
    expect(told).toContain('"request.plan"')
    for (const word of [SECRET, 'Kela', 'Lapsiperhe', 'debt-advice']) expect(told).not.toContain(word)
    expect(await verify(deps.store, {})).toMatchObject({ code: 0 })
    // red twin: written where it may not be, it would be found
    await deps.store.record(ORGANISATION, async (tx) => {
      tx.access.add({ person: 'aino', action: SECRET, request: id, area: 'south', ground: 'own-area' })
    })
    expect(await tables('access_log')).toContain(SECRET)
  })

  it.each([
    ['a step without words', { steps: [{ owner: 'resident', state: 'started' }] }, '/steps/0'],
    [
      'a step told twice over',
      { steps: [{ ...steps[0], advice: 'x', owner: 'other', state: 'started' }] },
      '/steps/0',
    ],
    ['one party twice', { parties: [agreed.parties[0], agreed.parties[0]] }, '/parties'],
    ['a weekend', { followUp: { agreed: true, day: '2026-11-28' } }, '/followUp/day'],
    ['a day that has gone by', { followUp: { agreed: true, day: '2026-11-20' } }, '/followUp/day'],
    ['a day without an agreement', { followUp: { agreed: false, day: '2026-12-01' } }, '/followUp'],
  ])('%s is refused at its field', async (_, more, field) => {
    const { id } = await held()
    await expect(plan(id, more as Partial<PlanTold>)).rejects.toMatchObject({ code: 'invalid-field', field })
    expect((await opened(id)).plan).toBeUndefined()
  })

  it('an agreed day makes an open request due on it, also when the resident is reached afterwards, until it is taken back', async () => {
    const { id } = await held()
    const followUp = { agreed: true, day: '2026-12-01' }
    expect((await plan(id, { followUp })).nextTry).toMatchObject({ day: '2026-12-01', by: '16:00' })
    const row = await reached(deps, aino, id)
    expect(row).toMatchObject({ status: 'reached', nextTry: { day: '2026-12-01' } })
    expect(Date.parse(row.takenUntil ?? '')).toBeGreaterThan(Date.parse(row.nextTry?.until ?? ''))
    expect((await plan(id)).nextTry).toBeUndefined()
  })

  it('goes where the request goes: noted on, corrected, handed over, closed and opened again', async () => {
    const { id, code } = await held()
    await plan(id, { followUp: { agreed: true, day: '2026-12-01' } })
    await note(deps, aino, id, { text: 'Soitettu' })
    await correct(deps, ORGANISATION, { id, code }, { contact: { window: 'afternoon' } })
    await transfer(deps, aino, id, { area: 'north', reason: 'Muutti' })
    expect((await opened(id, helmi)).plan?.goal).toBe(SECRET)
    await take(deps, helmi, id)
    const closed = await close(deps, helmi, id, { outcome: 'advice-given', recorded: false })
    expect(closed.nextTry).toBeUndefined()
    expect((await opened(id, helmi)).plan?.goal).toBe(SECRET)
    const again = await reopen(deps, helmi, id, {})
    expect(again.nextTry).toMatchObject({ day: '2026-12-01' })
    expect((await opened(id, helmi)).plan?.steps).toEqual(steps)
  })

  it('of a closed request any of the area may write that a step came about; it stays closed and is not due', async () => {
    const { id } = await held()
    await plan(id)
    await close(deps, aino, id, { outcome: 'advice-given', recorded: true })
    const verified = steps.map((step) => ({ ...step, state: 'verified' as const }))
    const followUp = { agreed: true, day: '2026-12-01' }
    const row = await plan(id, { steps: verified, followUp }, elias)
    expect(row).toMatchObject({ status: 'closed', takenBy: { firstName: 'Aino' } })
    expect([row.nextTry, row.takenUntil]).toEqual([undefined, undefined])
    expect((await opened(id)).plan?.steps).toEqual(verified)
  })

  it('one who needs special support is not handed over without a name or a reason', async () => {
    const fear = {
      answers: { strip: ['fear'], topics: ['money'], coping: 3, municipality: '172', story: 'x' },
    }
    const handed = { outcome: 'handed-over-social', recorded: false } as const
    const { id } = await held({ content: withSupport }, fear)
    expect((await opened(id)).row.attention).toEqual(['special-support'])
    await plan(id, { worker: { by: '2026-12-01' } })
    await expect(close(deps, aino, id, handed)).rejects.toMatchObject({
      code: 'invalid-field',
      field: '/worker',
    })
    await plan(id, { worker: { name: 'Sanna' } })
    expect(await close(deps, aino, id, handed)).toMatchObject({ status: 'closed' })
    const why = await held({ content: withSupport }, fear)
    await plan(why.id, { worker: { reason: 'Asukas ei halua' } })
    expect(await close(deps, aino, why.id, handed)).toMatchObject({ status: 'closed' })
    // nobody else is asked for one
    const other = await held()
    expect(await close(deps, aino, other.id, handed)).toMatchObject({ status: 'closed' })
  })

  it('is gone with the request: taken back by the resident, or erased in its time', async () => {
    const withdrawn = await held()
    await plan(withdrawn.id)
    await withdraw(deps, ORGANISATION, withdrawn)
    const { id } = await held()
    await plan(id)
    await close(deps, aino, id, { outcome: 'advice-given', recorded: true })
    clock.pass(40 * DAY)
    await eraseDue(deps.store, ORGANISATION, clock.now(), { keepDays: 30, keepUnrecordedDays: 60 })
    for (const gone of [id, withdrawn.id]) {
      const row = await deps.store.read(ORGANISATION, ({ requests }) => requests.find(gone))
      expect(row).toBeUndefined()
    }
  })
})
