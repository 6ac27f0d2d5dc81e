/** Somebody is on the phone: found by reference, number, name or own words, in my areas alone, and every line that is shown is recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FoundRow } from '#core/contract/found.ts'
import { close } from '../../../server/callbacks/close.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Coordinator, Deps } from '../../../server/callbacks/deps.ts'
import { plainWords, saidIn } from '../../../server/callbacks/found/asked.ts'
import { MOST_OPENED, MOST_SHOWN, search } from '../../../server/callbacks/found/search.ts'
import { rowNow } from '../../../server/callbacks/rows.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import type { Store, Tx } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { standing } from '../../support/open-requests.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle, staff } from '../../support/people.ts'

const lea = staff('lea', [], ['lead'])
const NORTH = {
  station: 'laukaa',
  answers: { topics: ['money'], coping: 3, municipality: '410', story: '-' },
}

type Told = { phone?: string; name?: string; ownWords?: string }
type Search = (who: Coordinator, text: string) => Promise<FoundRow[]>

describe.each(engines)('finding again ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  beforeAll(async () => {
    database = await engine.create()
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store, { people: [aino, elias, helmi, lea] })
  })
  afterAll(() => database.remove())

  let made = 0
  /** @returns its id, code and reference */
  async function ask({ phone, name, ownWords }: Told, more: Parameters<typeof body>[0] = {}) {
    made += 1
    const contact = {
      way: 'call' as const,
      phone: phone ?? `050 ${2_000_000 + made}`,
      ...(name && { name }),
      ...(ownWords && { ownWords }),
    }
    const sent = body({ contact, ...more })
    const { reference } = await submit(deps, ORGANISATION, sent)
    clock.pass(1000)
    return { id: sent.id, code: sent.code, reference }
  }
  async function end(who: Coordinator, id: string) {
    await take(deps, who, id)
    await close(deps, who, id, { outcome: 'advice-given', recorded: true })
  }
  const asked: Search = async (who, text) => (await search(deps, who, { text })).rows
  const seen = async (who: Coordinator, text: string, by: Search = asked) =>
    (await by(who, text)).map(({ row, by: why }) => [row.id, ...why])
  const recorded = async () =>
    (await deps.store.read(ORGANISATION, ({ log }) => log.accesses(0, 10_000))).filter(
      ({ action }) => action === 'request.found',
    )

  it('by the reference however it is said, also of what is closed', async () => {
    const { id, reference } = await ask({})
    const letters = reference.slice(2)
    const spellings = [
      reference,
      reference.toLowerCase(),
      `k ${letters}`,
      letters,
      `K${letters}`,
      ` k - ${letters} `,
    ]
    for (const text of spellings) expect((await seen(aino, text))[0]?.slice(0, 2)).toEqual([id, 'reference'])
    await end(aino, id)
    const [hit] = await asked(elias, reference.toLowerCase())
    expect(hit).toMatchObject({
      row: { id, status: 'closed', takenBy: { firstName: 'Aino' } },
      ended: { outcome: 'advice-given', recorded: true },
      by: ['reference'],
    })
  })

  it('by the number in any spelling, what is open first, also of what is closed; and as it was corrected', async () => {
    const first = await ask({ phone: '040 765 4321' })
    await end(aino, first.id)
    const second = await ask({ phone: '+358 40 7654321' })
    for (const text of ['0407654321', '+358 (0)40 765 4321', '00358407654321', 'numero 040-765 4321'])
      expect(await seen(aino, text)).toEqual([
        [second.id, 'phone'],
        [first.id, 'phone'],
      ])
    const contact = { phone: '044 111 2233' }
    await correct(deps, ORGANISATION, { id: second.id, code: second.code }, { contact })
    expect(await seen(aino, '0407654321')).toEqual([[first.id, 'phone']])
    expect(await seen(aino, '0441112233')).toEqual([[second.id, 'phone']])
  })

  it('by name and own words of what is open, without regard to capitals and accents', async () => {
    const { id } = await ask({
      name: 'Säde Ångström-Lindqvist',
      ownWords: 'Asumistuki loppui, äiti sairastui',
    })
    for (const text of ['säde', 'SADE angstrom', 'lindqvist säde', 'Ångs'])
      expect(await seen(aino, text)).toEqual([[id, 'name']])
    for (const text of ['asumistuki', 'tuki loppui', 'AITI sairas', 'äiti'])
      expect(await seen(aino, text)).toEqual([[id, 'words']])
    expect(await seen(aino, 'ström')).toEqual([])
    expect(await seen(aino, 'säde virtanen')).toEqual([])
    await end(aino, id)
    expect(await seen(aino, 'säde')).toEqual([])
  })

  it('of my areas alone; a lead finds in all', async () => {
    const { id, reference } = await ask({ phone: '040 999 8877', name: 'Kaarina Pohjola' }, NORTH)
    for (const text of [reference, '040 999 8877', 'Kaarina']) {
      expect(await seen(aino, text)).toEqual([])
      expect((await seen(helmi, text)).map(([one]) => one)).toEqual([id])
      expect((await seen(lea, text)).map(([one]) => one)).toEqual([id])
    }
  })

  it('shows a line and why, and nothing that is sealed but what a line shows', async () => {
    const { reference } = await ask({
      phone: '040 313 3131',
      name: 'Orvokki Salainen',
      ownWords: 'Salattu asia',
    })
    for (const text of [reference, '0403133131', 'Orvokki', 'salattu']) {
      const told = JSON.stringify(await search(deps, aino, { text }))
      for (const secret of ['Orvokki', 'Salainen', 'Salattu', '+358403133131'])
        expect(told).not.toContain(secret)
    }
  })

  it('opens nothing for a number or a reference with a figure, and refuses what can mean nothing', async () => {
    expect((await search(deps, aino, { text: '040 123 0000' })).looked).toEqual(['phone'])
    expect((await search(deps, aino, { text: 'k-7q4f' })).looked).toEqual(['reference'])
    expect((await search(deps, aino, { text: 'Anna' })).looked).toEqual(['reference', 'name', 'words'])
    for (const text of ['x', ' ', '…', 'å'])
      await expect(search(deps, aino, { text })).rejects.toMatchObject({
        code: 'invalid-field',
        field: '/text',
      })
  })

  it('finds one that stands aside, for its resident may be true', async () => {
    const { id, reference } = await ask({ name: 'Aatos Syrjä' })
    await deps.store.record(ORGANISATION, async (tx) => {
      const row = await tx.requests.find(id)
      if (row) await tx.requests.change(row, { aside: 2 })
    })
    expect(await seen(aino, 'aatos')).toEqual([[id, 'name']])
    expect((await seen(aino, reference)).map(([one]) => one)).toEqual([id])
  })

  /** Lines that are shown and are of no area of the person. */
  const strange = async (who: Coordinator, text: string, by: Search = asked) =>
    (await by(who, text)).filter(({ row }) => !who.areas.includes(row.area)).map(({ row }) => row.id)

  it('a search that showed another area’s would be found (red twin)', async () => {
    const { id } = await ask({ name: 'Tyyne Muualla' }, NORTH)
    expect(await strange(aino, 'tyyne')).toEqual([])
    const careless: Search = (who, text) => asked({ ...who, roles: ['lead'] }, text)
    expect(await strange(aino, 'tyyne', careless)).toEqual([id])
  })

  /** Lines that are shown and not recorded. */
  async function unrecorded(text: string, by: Search = asked): Promise<string[]> {
    const before = (await recorded()).length
    const shown = await by(aino, text)
    const told = (await recorded()).slice(before).map(({ request }) => request)
    return shown.map(({ row }) => row.id).filter((id) => !told.includes(id))
  }
  const over = (given: (tx: Tx) => Tx): Deps => {
    const record: Store['record'] = (organisation, act) =>
      deps.store.record(organisation, (tx) => act(given(tx)))
    return { ...deps, store: { ...deps.store, record } }
  }

  it('every line that is shown is recorded, by its kind alike, with who, where and why they may', async () => {
    const { id, reference } = await ask({
      phone: '040 515 1515',
      name: 'Hilkka Kirjattu',
      ownWords: 'kirjaus',
    })
    for (const text of [reference, '0405151515', 'hilkka', 'kirjaus'])
      expect(await unrecorded(text)).toEqual([])
    const rows = (await recorded()).filter(({ request }) => request === id)
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatchObject({ person: 'aino', area: 'south', ground: 'own-area' })
    await search(deps, lea, { text: 'hilkka' })
    expect((await recorded()).at(-1)).toMatchObject({ person: 'lea', ground: 'lead' })
    expect(JSON.stringify(await recorded())).not.toMatch(/hilkka|kirjaus|5151515/i)
  })

  it('a search that did not record would be found, and one that cannot record shows nothing (red twin)', async () => {
    const { id } = await ask({ name: 'Impi Jäljetön' })
    const silent = over((tx) => ({ ...tx, access: { add: () => {} } }))
    const careless: Search = async (who, text) => (await search(silent, who, { text })).rows
    expect(await unrecorded('impi', careless)).toEqual([id])
    const failing = over((tx) => ({
      ...tx,
      access: { add: () => tx.access.add({ person: null as never, action: 'x', ground: 'x' }) },
    }))
    await expect(search(failing, aino, { text: 'impi' })).rejects.toThrow()
  })

  it('a search by name among what is closed would be found (red twin)', async () => {
    const { id } = await ask({ name: 'Lempi Päättynyt', ownWords: 'Lempi kertoi' })
    await end(aino, id)
    const closedOnes = async (by: Search = asked) =>
      (await by(aino, 'lempi')).filter(({ row }) => row.status === 'closed').map(({ row }) => row.id)
    expect(await closedOnes()).toEqual([])
    const careless: Search = (_who, text) =>
      deps.store.record(ORGANISATION, async (tx) => {
        const rows = await tx.requests.after('', 1000)
        const said = rows.map((row) => ({ id: row.id, by: saidIn(tx.seal.open(row), plainWords(text)) }))
        const found = said.filter(({ by }) => by.length > 0)
        return Promise.all(found.map(async ({ id: one, by }) => ({ row: await rowNow(tx, one), by })))
      })
    expect(await closedOnes(careless)).toEqual([id])
  })

  it('looks through so many, the queue before what stands aside, and says when that was not all', async () => {
    const few = await engine.create()
    const store = await few.open({ clock, keys: testKeys() })
    await settle(store, { people: [aino] })
    const other = { store, clock, content }
    const now = clock.now()
    const one = (at: number) => ({ promised: now + at * 60_000, received: now })
    await standing(
      store,
      Array.from({ length: MOST_OPENED - 100 }, (_, at) => one(at)),
    )
    expect((await search(other, aino, { text: 'nobody' })).bounded).toBeUndefined()
    await standing(
      store,
      Array.from({ length: 201 }, (_, at) => one(at)),
    )
    expect(await search(other, aino, { text: 'nobody' })).toMatchObject({ rows: [], bounded: true })
    expect((await search(other, aino, { text: '0401234567' })).bounded).toBeUndefined()
    await few.remove()
  })

  it('shows so many and says that there are more', async () => {
    for (let at = 0; at <= MOST_SHOWN; at++) await ask({ name: `Monilukuinen ${at}` })
    const found = await search(deps, aino, { text: 'monilukuinen' })
    expect(found.rows).toHaveLength(MOST_SHOWN)
    expect(found.more).toBe(true)
  })
})
