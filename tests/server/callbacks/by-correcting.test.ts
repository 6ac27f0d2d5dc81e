/** What a correction brings in sight takes a place as a request of its own does: a flood of one number takes no more days than any other. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Network } from '../../../server/callbacks/claims/sender.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const FLOOD: Network = { address: 'flood', wide: 'around the flood' }
const HOME: Network = { address: 'home', wide: 'around home' }
const ONE_NUMBER = { way: 'call', phone: '040 765 4321' } as const
const PLACES = 4
const TODAY = '2026-11-24'

for (const engine of engines)
  describe(`a folded request that is corrected (${engine.name})`, () => {
    const databases: TestDatabase[] = []
    let clock = testClock()
    let deps: Deps
    type Sent = ReturnType<typeof body>
    const ask = async (contact: object = ONE_NUMBER, network = FLOOD) => {
      const sent = body({ contact: contact as Sent['contact'] })
      const { promise } = await submit(deps, ORGANISATION, sent, network)
      clock.pass(1000) // the oldest heads a row
      return { sent, day: promise?.day }
    }
    const used = async () => {
      const rows = await deps.store.read(ORGANISATION, (view) => view.capacity.used(['south'], TODAY))
      return rows.reduce((sum, row) => sum + row.used, 0)
    }
    /** As many of one number as are folded, each then called elsewhere. */
    async function flood(count: number, network?: Network): Promise<Sent[]> {
      const sent: Sent[] = []
      while (sent.length < count) sent.push((await ask()).sent)
      for (const [each, one] of sent.entries())
        await correct(deps, ORGANISATION, one, { contact: { phone: `040 555 ${1000 + each}` } }, network)
      return sent
    }

    beforeEach(async () => {
      const database = await engine.create()
      databases.push(database)
      clock = testClock()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store, { seed: place(PLACES), people: [aino] })
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('takes no more of the calendar than its network may claim, and stands aside beyond it', async () => {
      const sent = await flood(20, FLOOD)
      expect(await used()).toBeLessThanOrEqual(PLACES)
      clock.pass(3_600_000) // of all senders together one hour is no more
      expect((await ask({ way: 'call', phone: '050 123 4567' }, HOME)).day).toBe('2026-11-25')
      const last = await mine(deps, ORGANISATION, sent.at(-1) as Sent)
      expect(last).not.toHaveProperty('promise')
      expect(last.proof).toBeDefined()
    })

    it('keeps the day that its resident was told where there is room', async () => {
      const [, , third] = [await ask(), await ask(), await ask()]
      expect(third?.day).toBe(TODAY)
      const now = await correct(
        deps,
        ORGANISATION,
        third?.sent as Sent,
        { contact: { phone: '040 555 1000' } },
        FLOOD,
      )
      expect(now.promise?.day).toBe(TODAY)
      expect(await used()).toBe(3)
    })

    it('beyond it says that contact is not safe, and is among those of danger', async () => {
      const sent = await flood(8, FLOOD)
      const unsafe = { contact: { safeToCall: false, safeWhen: 'aamulla' } }
      await correct(deps, ORGANISATION, sent.at(-1) as Sent, unsafe, FLOOD)
      const row = await deps.store.read(ORGANISATION, (view) => view.requests.find(sent.at(-1)?.id ?? ''))
      expect(row).toMatchObject({ aside: 1, promise_day: null, folded_under: null })
    })

    it('gives the place of one that is withdrawn to the next of its number, counted once', async () => {
      const [first] = [await ask(), await ask(), await ask(), await ask()]
      await withdraw(deps, ORGANISATION, first?.sent as Sent)
      expect(await used()).toBe(2)
    })

    it('without the look at its network takes the days of everybody (red twin)', async () => {
      await flood(20)
      expect(await used()).toBeGreaterThan(PLACES * 3)
    })
  })
