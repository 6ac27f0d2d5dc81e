/** Lanes and registers: where a request stands, in which register it is recorded, and where it cannot be moved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Register } from '#core/request/choices.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { OPERATOR } from '../../../server/place/change.ts'
import { endFact, setFact } from '../../../server/place/set.ts'
import type { Store, Tx } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, dialogue, ORGANISATION, settle } from '../../support/people.ts'

const TODAY = '2026-11-24'
const [hard, rest] = dialogue.tables.segment.rows
const led = {
  ...dialogue,
  tables: {
    ...dialogue.tables,
    segment: {
      ...dialogue.tables.segment,
      // biome-ignore lint/suspicious/noThenProperty: the tables' own word
      rows: [{ ...hard, then: { ...hard?.then, lane: 'social-work' } }, rest],
    },
  },
} as typeof dialogue
const HARD = { topics: ['money'], coping: 1, municipality: '172', story: 'omin sanoin' }

/** The red twin: a store that knows nothing of registers. */
const withoutRegisters = (store: Store): Store => ({
  ...store,
  record: (organisation, act) =>
    store.record(organisation, (tx) => {
      const lanes: Tx['place']['lanes'] = async (day) =>
        (await tx.place.lanes(day)).map((row) => ({ ...row, register: 'health' }))
      return act(
        Object.create(tx, { place: { value: Object.create(tx.place, { lanes: { value: lanes } }) } }),
      )
    }),
})

describe.each(engines)('lanes ($name)', (engine) => {
  let database: TestDatabase
  let deps: Deps
  const clock = testClock()
  const place = () => ({
    ...{ store: deps.store, organisation: ORGANISATION, clock },
    spokenOf: () => ({ routed: ['social-work'] }),
  })
  const set = (lane: string, register: Register, validFrom = TODAY) =>
    setFact(place(), OPERATOR, 'lanes', lane, { validFrom, register })
  const asked = async (answers: object = HARD) => {
    const sent = body({ answers: answers as never })
    const receipt = await submit(deps, ORGANISATION, sent)
    const { row, register } = await openRequest(deps, aino, sent.id)
    return { id: sent.id, receipt, lane: row.lane, register }
  }
  const moved = async (id: string, lane: string, at = deps) => {
    await take(deps, aino, id)
    return transfer(at, aino, id, { area: 'south', lane }).then(
      (row) => row.lane,
      ({ code, field, extra }) => `${code} ${field} ${extra.detail ?? ''}`,
    )
  }

  beforeAll(async () => {
    database = await engine.create()
    clock.set(`${TODAY}T10:00:00+02:00`)
    const known = { ...content, dialogue: async () => led }
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content: known }
    await settle(deps.store)
  })
  afterAll(() => database.remove())

  it('a request of a lane that the place has not is stored with its promise, in the ordinary one', async () => {
    const { lane, register, receipt } = await asked()
    expect([lane, register, receipt.verified, receipt.segment]).toEqual([
      'guidance',
      'health',
      true,
      'social-services',
    ])
    expect(receipt.promise?.day).toBe(TODAY)
  })
  it('one of a lane that is there stands in it, and is recorded in its register for good', async () => {
    await set('social-work', 'social')
    const social = await asked()
    expect([social.lane, social.register]).toEqual(['social-work', 'social'])
    expect((await asked({ ...HARD, coping: 4 })).register).toBe('health')
    await set('social-work', 'health')
    expect((await openRequest(deps, aino, social.id)).register).toBe('social')
    expect((await asked()).register).toBe('health')
    await set('social-work', 'social')
    expect((await asked()).register).toBe('social')
  })
  it('moves to a lane of the same register, to no other one, and to none that is not there', async () => {
    const ordinary = await asked({ ...HARD, coping: 4 })
    expect(await moved(ordinary.id, 'consultation')).toBe('consultation')
    const { id } = await asked({ ...HARD, coping: 4 })
    expect(await moved(id, 'social-work')).toBe('other-register /lane ')
    expect(await moved(id, 'moon')).toBe(
      'invalid-field /lane There is no such lane today. Lanes are consultation, guidance, social-work; when none is named, the request stays in its own.',
    )
    const social = await asked()
    expect(await moved(social.id, 'guidance')).toBe('other-register /lane ')
    // handed to another area it stays in its lane
    expect(await transfer(deps, aino, social.id, { area: 'north' })).toMatchObject({ lane: 'social-work' })
  })
  it('requests of one number are folded under one row only in one register', async () => {
    const contact = { way: 'call', phone: '040 7654321', name: 'Veera' } as const
    const under = async (coping: number) => {
      const one = body({ answers: { ...HARD, coping } as never, contact: contact as never })
      await submit(deps, ORGANISATION, one)
      return deps.store.read(ORGANISATION, async (view) => (await view.requests.find(one.id))?.folded_under)
    }
    expect([await under(4), await under(4)]).toEqual([null, null])
    expect(await under(4)).not.toBeNull()
    expect(await under(1)).toBeNull()
  })
  it('a server that knows no registers mixes them (red twin)', async () => {
    const { id } = await asked({ ...HARD, coping: 4 })
    const blind = { ...deps, store: withoutRegisters(deps.store) }
    expect(await moved(id, 'social-work', blind)).toBe('social-work')
  })
  it('one that the content leads to may end, and takes nobody with it', async () => {
    await endFact(place(), OPERATOR, 'lanes', 'social-work', { validTo: TODAY })
    expect((await asked()).lane).toBe('social-work')
    clock.set('2026-11-25T10:00:00+02:00')
    expect((await asked()).lane).toBe('guidance')
    const before = await asked({ ...HARD, coping: 4 })
    expect(await moved(before.id, 'social-work')).toContain('invalid-field /lane')
    clock.set(`${TODAY}T10:00:00+02:00`)
  })
  it('the ordinary one does not end', async () => {
    const end = endFact(place(), OPERATOR, 'lanes', 'guidance', { validTo: '2026-12-31' })
    await expect(end).rejects.toMatchObject({
      field: '/lane',
      extra: { detail: expect.stringContaining('From 2027-01-01 on there is no lane guidance') },
    })
  })
})
