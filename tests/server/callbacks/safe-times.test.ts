/** When contact is not always safe: what is promised, kept, shown and corrected, on both databases. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Contact } from '#core/contract/callback.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { rawOf } from '../../../server/store/raw.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, ORGANISATION, place, settle } from '../../support/people.ts'
import { counted } from '../../support/statistics.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const
const TUESDAY = { day: '2026-12-01', from: '08:00', by: '12:00', until: '2026-12-01T10:00:00.000Z' }
const THURSDAY = { day: '2026-11-26', from: '12:00', by: '16:00', until: '2026-11-26T14:00:00.000Z' }
const TODAY = { day: '2026-11-24', by: '16:00', until: '2026-11-24T14:00:00.000Z' }

describe.each(engines)('when contact is not always safe ($name)', (engine) => {
  const clock = testClock()
  const databases: TestDatabase[] = []
  let deps: Deps
  let other: Store
  let said: string[]

  let numbers = 0
  const asked = async (contact: Partial<Contact>, from = deps) => {
    const sent = body({ contact: { way: 'call', phone: `045 ${7_000_000 + numbers++}`, ...contact } })
    const receipt = await submit(from, ORGANISATION, sent)
    return { ...sent, receipt }
  }
  const times = (...safeTimes: string[]) => ({ safeToCall: false, safeTimes })
  const words = { safeToCall: false, safeWhen: 'ti klo 9–11' }
  const used = async () => {
    const rows = await deps.store.read(ORGANISATION, (view) =>
      view.capacity.used(['south', 'north'], '2026-01-01'),
    )
    return Object.fromEntries(
      rows.filter((row) => row.used > 0).map((row) => [`${row.area} ${row.day}`, row.used]),
    )
  }
  const rowOf = async (id: string) => (await queue(deps, aino)).rows.find((row) => row.id === id)

  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    clock.set('2026-11-24T10:00:00+02:00')
    said = []
    deps = { store: await database.open({ clock, keys }), clock, content, log: (what) => said.push(what) }
    other = await database.open({ clock, keys })
    await settle(deps.store)
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  it('with choices, receipt, status page, queue and opened request have the first such window', async () => {
    const one = await asked(times('4-morning', '2-morning', '3-morning'))
    const window = { day: '2026-11-25', from: '08:00', by: '12:00', until: '2026-11-25T10:00:00.000Z' }
    expect(one.receipt).toMatchObject({ promise: window, safeTime: 'chosen' })
    expect(await mine(deps, ORGANISATION, one)).toMatchObject({ promise: window, safeTime: 'chosen' })
    expect(await rowOf(one.id)).toMatchObject({ promise: window, safeTime: 'chosen' })
    expect((await openRequest(deps, aino, one.id)).row.promise).toEqual(window)
    expect(await used()).toEqual({ 'south 2026-11-25': 1 })
    expect(await submit(deps, ORGANISATION, (({ receipt: _, ...sent }) => sent)(one))).toEqual(one.receipt)
  })

  it('in words alone the row is due at the end of the promised day, and says that the words come first', async () => {
    for (const contact of [words, { safeToCall: false }]) {
      const one = await asked(contact)
      expect(one.receipt).toMatchObject({ promise: TODAY, safeTime: 'words' })
      expect(await rowOf(one.id)).toMatchObject({ promise: TODAY, safeTime: 'words' })
      expect(await mine(deps, ORGANISATION, one)).toMatchObject({ safeTime: 'words' })
    }
  })

  it('choices count only when contact is not always safe, and of a visit nothing is asked', async () => {
    for (const contact of [
      {},
      { safeToCall: true, safeTimes: ['2-morning'] },
      { safeTimes: ['2-morning'] },
    ]) {
      const { receipt } = await asked(contact)
      expect(receipt.promise).toEqual(TODAY)
      expect(receipt).not.toHaveProperty('safeTime')
    }
    expect((await asked({ way: 'visit', ...times('2-morning') })).receipt.promise).toEqual(TODAY)
    expect((await asked({ way: 'text', ...times('2-morning') })).receipt.promise).toEqual(TUESDAY)
  })

  it('no column in the clear tells of it', async () => {
    const one = await asked({ ...times('2-morning'), safeWhen: 'omin sanoin' })
    const {
      sealed: _s,
      summary: _m,
      ...clear
    } = await deps.store.read(ORGANISATION, async (view) => {
      const row = await view.requests.find(one.id)
      if (!row) throw new Error('it is stored')
      return row
    })
    expect(JSON.stringify(clear)).not.toMatch(/morning|chosen|words|08:00|sanoin/)
  })

  it('the queue is ordered by the ends of the windows', async () => {
    const tuesday = await asked(times('2-morning'))
    const thursday = await asked(times('4-afternoon'))
    const today = await asked({})
    expect((await queue(deps, aino)).rows.map(({ id }) => id)).toEqual([today.id, thursday.id, tuesday.id])
  })

  it('what all are told has the window of each half-day, and sending binds the earliest of those chosen', async () => {
    const { areas } = await estimates(deps, ORGANISATION, 'joutsa')
    const told = areas.find(({ area }) => area === 'south')?.safe ?? {}
    expect(Object.keys(told)).toHaveLength(10)
    expect([told['2-morning'], told['4-afternoon']]).toEqual([TUESDAY, THURSDAY])
    expect((await asked(times('2-morning', '4-afternoon'))).receipt.promise).toEqual(THURSDAY)
  })

  it('the last place of a window’s day goes to one of many who ask in two processes; the others wait a week', async () => {
    const database = await engine.create()
    databases.push(database)
    const stores = [await database.open({ clock, keys }), await database.open({ clock, keys })]
    await settle(stores[0] as Store, { seed: place(1), people: [aino] })
    const asking = Array.from({ length: 4 }, (_, at) =>
      asked(times('2-morning'), { ...deps, store: stores[at % 2] as Store }),
    )
    const days = (await Promise.all(asking)).map(({ receipt }) => receipt.promise)
    expect(days.map((one) => one?.day).sort()).toEqual([
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
      '2026-12-22',
    ])
    expect(new Set(days.map((one) => `${one?.from}–${one?.by}`))).toEqual(new Set(['08:00–12:00']))
    expect(said).toEqual(Array(3).fill('promise-late'))
  })

  it('when no such window has room, none is promised, and the administrator is told', async () => {
    await deps.store.record(ORGANISATION, (view) =>
      rawOf(view).updateTable('area').set({ capacity: 0 }).execute(),
    )
    const { receipt } = await asked(times('2-morning'))
    expect(receipt).not.toHaveProperty('promise')
    expect(receipt.safeTime).toBe('chosen')
    expect(said).toEqual(['promise-without-room'])
  })

  it('a correction gives the old place back and binds the window; sent twice it changes nothing more', async () => {
    const one = await asked({})
    expect(await used()).toEqual({ 'south 2026-11-24': 1 })
    const correction = { contact: times('2-morning') }
    expect(await correct(deps, ORGANISATION, one, correction)).toMatchObject({
      promise: TUESDAY,
      safeTime: 'chosen',
    })
    expect(await used()).toEqual({ 'south 2026-12-01': 1 })
    clock.set('2026-12-01T10:30:00+02:00')
    expect(await correct(deps, ORGANISATION, one, correction)).toMatchObject({ promise: TUESDAY })
    expect(await used()).toEqual({ 'south 2026-12-01': 1 })
    expect(await rowOf(one.id)).toMatchObject({ promise: TUESDAY, safeTime: 'chosen' })
    expect((await openRequest(deps, aino, one.id)).history.map(({ type }) => type)).toEqual([
      'request-received',
      'request-corrected',
      'request-corrected',
    ])
  })

  it('to words alone the day stays and the due time is its end; to always safe the window goes', async () => {
    const one = await asked(times('2-morning'))
    const inWords = await correct(deps, ORGANISATION, one, { contact: words })
    const tuesday = { day: '2026-12-01', by: '16:00', until: '2026-12-01T14:00:00.000Z' }
    expect([inWords.promise, inWords.safeTime]).toEqual([tuesday, 'words'])
    expect((await openRequest(deps, aino, one.id)).contact).not.toHaveProperty('safeTimes')
    const two = await asked(times('2-morning'))
    const always = await correct(deps, ORGANISATION, two, { contact: { safeToCall: true } })
    expect(always.promise).toEqual({ day: TUESDAY.day, by: TUESDAY.by, until: TUESDAY.until })
    expect(always).not.toHaveProperty('safeTime')
    expect(await used()).toEqual({ 'south 2026-12-01': 2 })
  })

  it('new times keep the earlier words until others replace them: no warning is lost', async () => {
    const one = await asked(words)
    await correct(deps, ORGANISATION, one, { contact: times('4-afternoon') })
    expect((await openRequest(deps, aino, one.id)).contact).toMatchObject({
      ...times('4-afternoon'),
      ...words,
    })
    await correct(deps, ORGANISATION, one, { contact: { phone: '050 123 4567' } })
    expect(await rowOf(one.id)).toMatchObject({ promise: THURSDAY, safeTime: 'chosen' })
    await correct(deps, ORGANISATION, one, { contact: { safeToCall: true } })
    expect((await openRequest(deps, aino, one.id)).contact).not.toHaveProperty('safeWhen')
  })

  it('a promise whose first attempt was made stays as it was; only what is safe is shown anew', async () => {
    const one = await asked({})
    await take(deps, aino, one.id)
    await attempt(deps, aino, one.id, missed)
    await correct(deps, ORGANISATION, one, { contact: times('2-morning') })
    expect(await rowOf(one.id)).toMatchObject({ promise: TODAY, safeTime: 'chosen' })
    expect(await used()).toEqual({ 'south 2026-11-24': 1 })
  })

  it('whoever chose other times after a first attempt is told of no day outside them: it will be when it is safe', async () => {
    const tried = async (contact: Partial<Contact>) => {
      const one = await asked(contact)
      await take(deps, aino, one.id)
      await attempt(deps, aino, one.id, missed)
      return one
    }
    const open = await tried({})
    const told = await correct(deps, ORGANISATION, open, { contact: times('2-morning', '2-afternoon') })
    expect(told.safeTime).toBe('words')
    expect((await mine(deps, ORGANISATION, open)).safeTime).toBe('words')
    const window = await tried(times('4-afternoon'))
    expect((await correct(deps, ORGANISATION, window, { contact: times('2-morning') })).safeTime).toBe(
      'words',
    )
    // the old window is one of those chosen: it may still be said
    const kept = await correct(deps, ORGANISATION, window, { contact: times('2-morning', '4-afternoon') })
    expect(kept).toMatchObject({ promise: THURSDAY, safeTime: 'chosen' })
  })

  it('handed over it keeps its window, and withdrawn it gives the place back', async () => {
    const one = await asked(times('2-morning'))
    const moved = await transfer(deps, aino, one.id, { area: 'north' })
    expect(moved).toMatchObject({ promise: TUESDAY, safeTime: 'chosen' })
    expect((await openRequest(deps, helmi, one.id)).row.promise).toEqual(TUESDAY)
    expect(await used()).toEqual({ 'north 2026-12-01': 1 })
    await withdraw(deps, ORGANISATION, one)
    expect(await used()).toEqual({})
  })

  it('it is folded under no other of its number: it has its own row, window and place, also when it is corrected', async () => {
    const phone = { phone: '050 555 1234' }
    await asked(phone)
    await asked(phone)
    const third = await asked({ ...phone, ...times('4-afternoon') })
    expect(third.receipt.promise).toEqual(THURSDAY)
    expect(await rowOf(third.id)).toMatchObject({ promise: THURSDAY })
    expect(await used()).toEqual({ 'south 2026-11-24': 2, 'south 2026-11-26': 1 })
    await correct(deps, ORGANISATION, third, { contact: times('2-morning') })
    expect(await rowOf(third.id)).toMatchObject({ promise: TUESDAY })
    expect(await used()).toEqual({ 'south 2026-11-24': 2, 'south 2026-12-01': 1 })
  })

  it('one that was folded comes in sight when times are chosen or told in words, each with a place of its own', async () => {
    const phone = { phone: '050 555 1234' }
    await asked(phone)
    await asked(phone)
    const [third, fourth] = [await asked(phone), await asked(phone)]
    expect([await rowOf(third.id), await rowOf(fourth.id)]).toEqual([undefined, undefined])
    await correct(deps, ORGANISATION, third, { contact: times('2-morning') })
    expect(await rowOf(third.id)).toMatchObject({ promise: TUESDAY, safeTime: 'chosen' })
    expect(await used()).toEqual({ 'south 2026-11-24': 2, 'south 2026-12-01': 1 })
    await correct(deps, ORGANISATION, fourth, { contact: words })
    expect(await rowOf(fourth.id)).toMatchObject({ promise: TODAY, safeTime: 'words' })
    expect(await used()).toEqual({ 'south 2026-11-24': 3, 'south 2026-12-01': 1 })
  })

  it('corrections of two who swap days in two processes lose no place and make none', async () => {
    const [one, two] = [await asked(times('2-morning')), await asked(times('4-afternoon'))]
    await Promise.all([
      correct(deps, ORGANISATION, one, { contact: times('4-afternoon') }),
      correct({ ...deps, store: other }, ORGANISATION, two, { contact: times('2-morning') }),
    ])
    expect(await used()).toEqual({ 'south 2026-11-26': 1, 'south 2026-12-01': 1 })
  })

  it('a first attempt before the window opens is not counted as the promise kept', async () => {
    const within = async (at: string) => {
      clock.set('2026-11-24T10:00:00+02:00')
      const one = await asked(times('4-afternoon'))
      clock.set(at)
      await take(deps, aino, one.id)
      await attempt(deps, aino, one.id, missed)
      await withdraw(deps, ORGANISATION, one)
      return (await counted(deps.store)).map((row) => row.within_promise).sort()
    }
    expect(await within('2026-11-26T11:59:00+02:00')).toEqual([0])
    expect(await within('2026-11-26T12:00:00+02:00')).toEqual([0, 1])
  })
})
