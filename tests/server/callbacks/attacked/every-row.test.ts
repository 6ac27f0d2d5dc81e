/** Every open row: the desk and the server agree on its group, its order, and who it waits for; and it stands in a lens. */
import { describe, expect, it } from 'vitest'
import type { QueueRow } from '#core/contract/desk.ts'
import { LENSES } from '#core/queue/view.ts'
import { groupsOf, seenThrough } from '../../../../desk/callbacks/queue/view.ts'
import { isTriedAgain as deskTried, dueAtOf, dueOf } from '../../../../desk/callbacks/state/due.ts'
import { dueOfStanding, isFree, isTriedAgain } from '../../../../server/callbacks/queue/counts.ts'
import { placeOf } from '../../../../server/store/queue/walks.ts'

const now = Date.parse('2026-11-30T10:00:00Z')
const iso = (at: number) => new Date(at).toISOString()
const H = 3_600_000
const UNDATED = 8_640_000_000_000_000
const me = { id: 'me' } as never
const all: { row: QueueRow; light: never; name: string }[] = []
let n = 0
for (const status of ['waiting', 'taken', 'reached', 'unreachable'] as const)
  for (const attempts of [0, 1, 3])
    for (const first of [null, now - 2 * H])
      for (const tryUntil of [null, now - H, now + H / 2, now + 4 * H, now + 50 * H])
        for (const [by, until] of [
          [null, null],
          ['me', now + H],
          ['me', now - H],
          ['you', now + H],
          ['you', now - H],
        ] as const)
          for (const promise of [UNDATED, now - H, now + H / 2, now + 3 * H, now + 72 * H])
            for (const visit of [
              undefined,
              { station: 's', day: '2026-11-30', from: '11:00', to: '11:30' },
              { station: 's', day: '2026-12-02', from: '11:00', to: '11:30' },
            ]) {
              if (status === 'waiting' && by) continue
              if (status === 'taken' && !by) continue
              const id = `id-${String(++n).padStart(6, '0')}`
              const received_at = now - 10 * H + (n % 7)
              const light = {
                id,
                area: 'a',
                status,
                attempts,
                taken_by: by,
                taken_until: until,
                first_attempt_at: first,
                promise_until: promise,
                try_until: tryUntil,
                received_at,
                folded_under: null,
                phone_index: null,
                visit,
              }
              const row = {
                id,
                area: 'a',
                status,
                attempts,
                receivedAt: iso(received_at),
                way: 'call',
                ...(promise < UNDATED && { promise: { day: 'x', by: 'y', until: iso(promise) } }),
                ...(by && { takenBy: { id: by, firstName: by }, takenUntil: iso(until as number) }),
                ...(first && { firstAttemptAt: iso(first) }),
                ...(tryUntil && { nextTry: { day: 'x', from: 'y', by: 'z', until: iso(tryUntil) } }),
                ...(visit && { visit }),
              } as unknown as QueueRow
              all.push({ row, light: light as never, name: JSON.stringify(light) })
            }
const byServer = (one: { light: never }, other: { light: never }) => {
  const [a, b] = [placeOf(one.light), placeOf(other.light)]
  return a.until - b.until || a.received - b.received || (a.id < b.id ? -1 : 1)
}
const until = (row: QueueRow) => dueAtOf(row) ?? 8_640_000_000_000_000
describe(`${all.length} rows`, () => {
  it('the same group, lens and tries on both sides; one group each', () => {
    const counting = { areas: ['a'], person: 'me', now }
    for (const { row, light, name } of all) {
      expect(dueOf(row, now), name).toBe(dueOfStanding(light, now))
      expect(deskTried(row), name).toBe(isTriedAgain(light))
      expect(seenThrough([row], 'waiting', { id: 'me', person: 'me' } as never, now).length === 1, name).toBe(
        isFree(light, counting),
      )
      expect(groupsOf([row], now).flatMap(({ rows }) => rows).length, name).toBe(1)
      expect(
        LENSES.some((lens) => seenThrough([row], lens, me, now).length > 0),
        name,
      ).toBe(true)
    }
  })
  it('the same order', () => {
    const server = [...all].sort(byServer).map(({ row }) => row.id)
    const desk = [...all]
      .sort(
        ({ row: a }, { row: b }) =>
          until(a) - until(b) ||
          (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0) ||
          (a.id < b.id ? -1 : 1),
      )
      .map(({ row }) => row.id)
    expect(desk).toEqual(server)
  })
  it('whoever is to be called next stands in waiting, mine or tried, or in the hands of a colleague whose time runs', () => {
    const lost = all.filter(({ row }) => {
      const seen = ['waiting', 'mine', 'tried'].some(
        (lens) => seenThrough([row], lens as never, { id: 'me', person: 'me' } as never, now).length > 0,
      )
      const theirs =
        row.takenBy?.id === 'you' && (Date.parse(row.takenUntil ?? '') > now || row.status !== 'taken')
      return !seen && !theirs
    })
    const kinds = new Set(
      lost.map(
        ({ row }) =>
          `${row.status} held:${row.takenBy?.id ?? 'nobody'} tries:${row.attempts > 0 && row.firstAttemptAt ? 'tried' : 'untried'} plan:${row.nextTry ? 'yes' : 'no'}`,
      ),
    )
    expect([...kinds]).toEqual([])
  })
})
