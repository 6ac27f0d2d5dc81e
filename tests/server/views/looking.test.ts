/** The queue looked through by what was told: the same rows on the server, in its counts, and by the rule that the desk uses. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { QueueAsked } from '#core/contract/queue.ts'
import { TODAY, WHEN_NEEDED } from '#core/flow/named.ts'
import { isLookedFor, type LookedFor, OTHER_LANGUAGE } from '#core/queue/looked-for.ts'
import { isForToday } from '#core/queue/reserve.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { HOUR, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { standing, type Wish } from '../../support/open-requests.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

const NOON = Date.parse('2026-11-24T12:00:00+02:00')
const wish = (more: Partial<Wish>, at: number): Wish => ({
  promised: NOON + (at + 1) * HOUR,
  received: NOON - HOUR,
  ...more,
})

const WISHES: Partial<Wish>[] = [
  { summary: { today: true, municipality: '172', attention: ['special-support'] } },
  { row: { language: 'sv' }, summary: { municipality: '435' } },
  { row: { lane: 'consultation' }, summary: { municipality: '172', today: true, flags: 1 } },
  { row: { language: 'fi-simple' }, summary: { attention: ['special-support', 'safety'] } },
]
/** As it is asked of the address, by the desk, and which of those above it finds. */
const ASKED: [QueueAsked, LookedFor, number[]][] = [
  [{ today: 'true' }, { today: true }, [0, 2]],
  [{ today: 'false' }, { today: false }, [1, 3]],
  [{ lane: 'consultation' }, { lane: 'consultation' }, [2]],
  [{ language: 'sv' }, { language: 'sv' }, [1]],
  [{ language: OTHER_LANGUAGE }, { language: OTHER_LANGUAGE }, [1]],
  [{ municipality: '172' }, { municipality: '172' }, [0, 2]],
  [{ attention: 'special-support' }, { attention: 'special-support' }, [0, 3]],
  [
    { municipality: '172', today: 'true', danger: 'true' },
    { municipality: '172', today: true, danger: true },
    [2],
  ],
  [{ municipality: '172', language: 'sv' }, { municipality: '172', language: 'sv' }, []],
]

describe.each(engines)('the queue looked through ($name)', (engine) => {
  const clock = testClock()
  const databases: TestDatabase[] = []
  let deps: Deps
  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    clock.set('2026-11-24T12:00:00+02:00')
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store, { people: [aino] })
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  it('finds the same by its address as the desk does among all rows, and counts as many', async () => {
    const ids = await standing(deps.store, WISHES.map(wish))
    const { rows: all } = await queue(deps, aino)
    expect(all).toHaveLength(WISHES.length)
    for (const [asked, looked, found] of ASKED) {
      const wanted = found.map((at) => ids[at])
      const { rows, counts } = await queue(deps, aino, asked)
      expect(rows.map(({ id }) => id)).toEqual(wanted)
      expect(counts.open).toBe(found.length)
      expect(all.filter((row) => isLookedFor(row, looked)).map(({ id }) => id)).toEqual(wanted)
    }
  })

  it('marks who said that help is wanted today, and keeps the answer sealed', async () => {
    const said = body({ answers: { topics: ['money'], coping: 3, municipality: '172', story: '-' } })
    await submit(deps, ORGANISATION, { ...said, answers: { ...said.answers, [WHEN_NEEDED]: TODAY } })
    await submit(deps, ORGANISATION, body({ answers: said.answers }))
    const { rows } = await queue(deps, aino)
    expect(rows.map(({ today }) => today).sort()).toEqual([true, undefined])
    expect(isForToday({ [WHEN_NEEDED]: 'month' })).toBe(false)
  })
})
