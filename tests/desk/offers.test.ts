/** The desk offers nothing that the server’s table of what may follow what would refuse. */
import { describe, expect, it } from 'vitest'
import { STATUSES } from '#core/contract/callback.ts'
import { dueOf } from '../../desk/callbacks/queue/due.ts'
import { allowedActs } from '../../desk/callbacks/request/allowed.ts'
import { type Act, NEXT } from '../../server/callbacks/status.ts'
import { request } from './people.ts'

/** Addresses of acts that are plural where the table is not. */
const named: Record<string, Act> = { attempts: 'attempt', notes: 'note' }
const asAct = (name: string): Act => named[name] ?? (name as Act)

describe.each(STATUSES)('a request that is %s', (status) => {
  const { row } = request({ row: { status, attempts: 1 } })

  it.each(['free', 'mine', 'lapsed', 'other'] as const)(
    'offers only what can follow when it is %s',
    (hold) => {
      for (const name of allowedActs(row, hold)) expect(NEXT[status]).toHaveProperty(asAct(name))
    },
  )

  it('offers nothing that changes it to one who looks on', () => {
    expect(allowedActs(row, 'other')).toEqual([])
  })
})

describe('the holder', () => {
  it('is offered every act of a coordinator at some time of the request’s life', () => {
    const offered = STATUSES.flatMap((status) => [
      ...allowedActs(request({ row: { status, attempts: 1, way: 'visit' } }).row, 'mine'),
      ...allowedActs(request({ row: { status } }).row, 'free'),
    ])
    const acts = [
      'take',
      'release',
      'attempts',
      'reached',
      'unreachable',
      'close',
      'transfer',
      'notes',
      'visit',
    ]
    expect([...new Set(offered)].sort()).toEqual(acts.sort())
  })
})

describe('a visit', () => {
  const visit = { station: 'laukaa', day: '2026-11-30', from: '09:00', to: '12:00' }
  const held = (row: Parameters<typeof request>[0] = {}) =>
    allowedActs(request({ ...row, row: { status: 'taken', ...row.row } }).row, 'mine')

  it('asks for its time before anything else, until it is set; then the time can be changed', () => {
    expect(held({ row: { way: 'visit' } })[0]).toBe('visit')
    expect(held({ row: { way: 'visit', visit } })[0]).toBe('attempts')
    expect(held({ row: { way: 'visit', visit } })).toContain('visit')
  })

  it('is not offered to who is called', () => {
    expect(held()).not.toContain('visit')
  })

  it('is late only when its time has gone by, whatever the promise was', () => {
    const { row } = request({ promised: -600, row: { way: 'visit', visit } })
    const at = (moment: string) => dueOf(row, Date.parse(moment))
    expect(at('2026-11-29T12:00:00+02:00')).toBe('later')
    expect(at('2026-11-30T11:59:00+02:00')).toBe('today')
    expect(at('2026-11-30T12:00:00+02:00')).toBe('overdue')
    expect(dueOf({ ...row, visit: undefined } as never, Date.parse(row.promise.until) + 1)).toBe('overdue')
  })
})
