/** One sender cannot take a county's promises: what comes beyond it is stored, stands aside, and may prove itself. */

import { pbkdf2Sync } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallbackRequestBody, ProofAsked } from '#core/contract/callback.ts'
import { isProof, triedText } from '#core/request/proof.ts'
import { prove } from '../../../server/callbacks/claims/prove.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const from = (address: string, wide = `around ${address}`) => ({ address, wide })

const proves = ({ salt, bits, rounds }: ProofAsked, id: string, nonce: string) =>
  isProof(pbkdf2Sync(triedText(id, nonce), salt, rounds, 32, 'sha256'), bits)
/** The first number that will do. */
function first(suits: (nonce: string) => boolean): string {
  let nonce = 0
  while (!suits(String(nonce))) nonce += 1
  return String(nonce)
}
const solved = (asked: ProofAsked, id: string) => first((nonce) => proves(asked, id, nonce))

for (const engine of engines)
  describe(`what one network may claim (${engine.name})`, () => {
    let clock = testClock()
    const databases: TestDatabase[] = []
    let deps: Deps
    let said: string[] = []
    const ask = (network = from('a'), more: Partial<CallbackRequestBody> = {}) => {
      const sent = body(more)
      return submit(deps, ORGANISATION, sent, network).then((receipt) => ({ sent, receipt }))
    }
    const days = (all: { receipt: { promise?: { day: string } } }[]) =>
      all.map(({ receipt }) => receipt.promise?.day ?? 'aside')
    const many = async (count: number, network: (each: number) => ReturnType<typeof from>) => {
      const all: Awaited<ReturnType<typeof ask>>[] = []
      for (let each = 0; each < count; each++) all.push(await ask(network(each)))
      return all
    }

    beforeEach(async () => {
      const database = await engine.create()
      databases.push(database)
      said = []
      clock = testClock()
      deps = {
        store: await database.open({ clock, keys }),
        clock,
        content,
        log: (what) => void said.push(what),
      }
      await settle(deps.store, { seed: place(8), people: [aino] })
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('is counted in places: one who needs an interpreter takes two where the area says so', async () => {
      await deps.store.record(ORGANISATION, async (tx) => {
        await rawOf(tx)
          .updateTable('area')
          .set({ heavy: JSON.stringify(['interpreter']) })
          .execute()
      })
      const contact = { way: 'call', phone: '040 123 4567', interpreter: 'arabia' } as const
      const all: Awaited<ReturnType<typeof ask>>[] = []
      for (let each = 0; each < 6; each++)
        all.push(await ask(from('a'), { contact: { ...contact, phone: `040 123 456${each}` } }))
      expect(days(all)).toEqual([...Array(4).fill('2026-11-24'), 'aside', 'aside'])
    })

    it('is a day’s places; what comes beyond is stored all the same, without a date, and is told of once', async () => {
      const all = await many(12, () => from('a'))
      expect(days(all)).toEqual([...Array(8).fill('2026-11-24'), ...Array(4).fill('aside')])
      expect(all.map(({ receipt }) => receipt.proof !== undefined)).toEqual([
        ...Array(8).fill(false),
        ...Array(4).fill(true),
      ])
      expect(said).toEqual(['claims-refused'])
      // in the next hour somebody else has the next day
      clock.pass(3_600_000)
      expect(days([await ask(from('b'))])).toEqual(['2026-11-25'])
    })

    it('is a day’s places from however many addresses of the network around it', async () => {
      const promised: string[] = []
      for (let hour = 0; hour < 4; hour++) {
        promised.push(...days(await many(6, (each) => from(`${hour} ${each}`, 'one /48'))))
        clock.pass(3_600_000)
      }
      expect(promised.filter((day) => day !== 'aside')).toHaveLength(8)
    })

    it('asks everybody of an hour in which too many come; who proves it has the date that they would have had', async () => {
      const all = await many(10, (each) => from(`house ${each}`))
      expect(days(all)).toEqual([...Array(8).fill('2026-11-24'), 'aside', 'aside'])
      const { sent, receipt } = all[8] as (typeof all)[number]
      const access = { id: sent.id, code: sent.code }
      expect((await mine(deps, ORGANISATION, access)).proof).toEqual(receipt.proof)
      const nonce = solved(receipt.proof as ProofAsked, sent.id)
      const proven = await prove(deps, ORGANISATION, access, nonce, from('house 8'))
      expect(proven.promise?.day).toBe('2026-11-25')
      expect(proven).not.toHaveProperty('proof')
      // proven again nothing changes, and a retry of the sending has the bytes of the first
      expect((await prove(deps, ORGANISATION, access, nonce, from('house 8'))).version).toBe(proven.version)
      expect(await submit(deps, ORGANISATION, sent, from('house 8'))).toEqual(receipt)
    })

    it('a number that proves nothing, or another request, is refused by its field', async () => {
      const all = await many(10, () => from('a'))
      const [one, other] = [all[8], all[9]] as [(typeof all)[number], (typeof all)[number]]
      const access = { id: one.sent.id, code: one.sent.code }
      const isOwn = (nonce: string) => proves(one.receipt.proof as ProofAsked, one.sent.id, nonce)
      const isTheirs = (nonce: string) => proves(other.receipt.proof as ProofAsked, other.sent.id, nonce)
      const theirs = first((nonce) => isTheirs(nonce) && !isOwn(nonce))
      for (const nonce of [theirs, first((nonce) => !isOwn(nonce))])
        await expect(prove(deps, ORGANISATION, access, nonce, from('a'))).rejects.toMatchObject({
          code: 'invalid-field',
          field: '/nonce',
        })
    })

    it('proven, one address has two days, and not more', async () => {
      const all = await many(20, () => from('a'))
      let dated = days(all).filter((day) => day !== 'aside').length
      for (const { sent, receipt } of all)
        if (receipt.proof) {
          const access = { id: sent.id, code: sent.code }
          const after = await prove(deps, ORGANISATION, access, solved(receipt.proof, sent.id), from('a'))
          if (after.promise) dated += 1
        }
      expect(dated).toBe(16)
    })

    it('correcting the time claims nothing for a request that stands aside', async () => {
      const all = await many(9, () => from('a'))
      const { sent } = all[8] as (typeof all)[number]
      const access = { id: sent.id, code: sent.code }
      const contact = { safeToCall: false, safeTimes: ['3-morning'] }
      expect(await correct(deps, ORGANISATION, access, { contact })).not.toHaveProperty('promise')
    })

    it('whoever takes it up finds it no more aside', async () => {
      const all = await many(9, () => from('a'))
      const { sent } = all[8] as (typeof all)[number]
      await take(deps, aino, sent.id)
      expect(await mine(deps, ORGANISATION, { id: sent.id, code: sent.code })).not.toHaveProperty('proof')
    })

    it('what comes from no network, by staff or by the server itself, is not counted', async () => {
      const all: string[] = []
      for (let each = 0; each < 6; each++)
        all.push((await submit(deps, ORGANISATION, body())).promise?.day ?? 'aside')
      expect(all).toEqual(Array(6).fill('2026-11-24'))
    })
  })
