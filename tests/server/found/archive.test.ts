/** What was closed lately: mine and my areas’, of today and the working day before or of all that is kept, page by page. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ArchiveAsked } from '#core/contract/found.ts'
import { close } from '../../../server/callbacks/close.ts'
import type { Coordinator, Deps } from '../../../server/callbacks/deps.ts'
import { archive } from '../../../server/callbacks/found/archive.ts'
import { reopen } from '../../../server/callbacks/found/reopen.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { HOUR, MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { standing } from '../../support/open-requests.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle, staff } from '../../support/people.ts'

const lea = staff('lea', [], ['lead'])

describe.each(engines)('the archive ($name)', (engine) => {
  const clock = testClock()
  const databases: TestDatabase[] = []
  let deps: Deps
  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store, { people: [aino, elias, helmi, lea] })
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  async function closed(who: Coordinator, at: string, north = false) {
    clock.set(at)
    const answers = { topics: ['money'], coping: 3, municipality: north ? '410' : '172', story: '-' }
    const sent = body({ answers, station: north ? 'laukaa' : 'joutsa' })
    await submit(deps, ORGANISATION, sent)
    await take(deps, who, sent.id)
    await close(deps, who, sent.id, { outcome: 'advice-given', recorded: who !== elias })
    return sent.id
  }
  const idsOf = async (who: Coordinator, asked: ArchiveAsked = {}) =>
    (await archive(deps, who, asked)).rows.map(({ row }) => row.id)

  it('tells what I closed today and on the working day before, the last first; on a Monday that is Friday', async () => {
    const before = await closed(aino, '2026-11-19T15:00:00+02:00')
    const friday = await closed(aino, '2026-11-20T15:00:00+02:00')
    const others = await closed(elias, '2026-11-20T15:10:00+02:00')
    const monday = await closed(aino, '2026-11-23T09:00:00+02:00')
    expect(await archive(deps, aino)).toMatchObject({ since: '2026-11-20' })
    expect(await idsOf(aino)).toEqual([monday, friday])
    expect(await idsOf(aino, { of: 'areas' })).toEqual([monday, others, friday])
    expect(await idsOf(aino, { from: 'kept' })).toEqual([monday, friday, before])
    expect(await idsOf(aino, { of: 'areas', from: 'kept' })).toEqual([monday, others, friday, before])
    clock.set('2026-11-24T09:00:00+02:00')
    expect(await archive(deps, aino)).toMatchObject({ since: '2026-11-23' })
    expect(await idsOf(aino)).toEqual([monday])
  })

  it('says who closed it, when, with what outcome and whether it is recorded, and nothing that is told in it', async () => {
    const id = await closed(elias, '2026-11-24T10:00:00+02:00')
    const told = await archive(deps, aino, { of: 'areas' })
    expect(told.rows).toMatchObject([
      {
        row: { id, status: 'closed', takenBy: { firstName: 'Elias' } },
        ended: { at: new Date(clock.now()).toISOString(), outcome: 'advice-given', recorded: false },
      },
    ])
    expect(JSON.stringify(told)).not.toMatch(/Veera|Rahat|35840/)
  })

  /** Lines of areas that are not the person's. */
  const strange = (rows: { row: { area: string } }[], who: Coordinator) =>
    rows.filter(({ row }) => !who.areas.includes(row.area))

  it('holds my areas alone, a lead’s all; one that showed another’s would be found (red twin)', async () => {
    const south = await closed(aino, '2026-11-24T10:00:00+02:00')
    const north = await closed(helmi, '2026-11-24T10:05:00+02:00', true)
    expect(await idsOf(aino, { of: 'areas' })).toEqual([south])
    expect(await idsOf(helmi, { of: 'areas' })).toEqual([north])
    expect(await idsOf(lea, { of: 'areas' })).toEqual([north, south])
    expect(strange((await archive(deps, aino, { of: 'areas' })).rows, aino)).toEqual([])
    const careless = await archive(deps, { ...aino, roles: ['lead'] }, { of: 'areas' })
    expect(strange(careless.rows, aino)).toHaveLength(1)
    const left = await idsOf({ ...aino, areas: ['north'] })
    expect(left).toEqual([])
  })

  it('loses one that is opened again', async () => {
    const id = await closed(aino, '2026-11-24T10:00:00+02:00')
    await reopen(deps, elias, id, {})
    expect(await idsOf(aino, { of: 'areas', from: 'kept' })).toEqual([])
  })

  it('is walked page by page, meeting each once, whatever is closed meanwhile; a forged place is refused', async () => {
    clock.set('2026-11-24T12:00:00+02:00')
    const at = clock.now()
    const ended = (minute: number) => ({
      promised: at,
      received: at - HOUR,
      area: minute % 3 ? 'south' : 'north',
      // several in one instant too
      row: { status: 'closed', closed_at: at - (minute >> 1) * MINUTE, outcome: 'other', taken_by: 'aino' },
    })
    const ids = await standing(
      deps.store,
      Array.from({ length: 120 }, (_, minute) => ended(minute)),
    )
    for (const of of ['mine', 'areas'] as const) {
      const who = of === 'mine' ? { ...aino, areas: ['south', 'north'] } : lea
      const met: string[] = []
      let after: string | undefined
      do {
        const page = await archive(deps, who, { of, ...(after && { after }) })
        met.push(...page.rows.map(({ row }) => row.id))
        after = page.after
        await closed(elias, '2026-11-24T12:30:00+02:00')
      } while (after)
      expect(met.filter((id) => ids.includes(id))).toHaveLength(120)
      expect(new Set(met).size).toBe(met.length)
    }
    for (const after of ['eA', Buffer.from('1.x').toString('base64url')])
      await expect(archive(deps, aino, { after })).rejects.toMatchObject({ field: '/after' })
  })
})
