/** The desk offers nothing that the server’s table of what may follow what would refuse. */
import { describe, expect, it } from 'vitest'
import { STATUSES } from '#core/contract/callback.ts'
import { allowedActs } from '../../desk/request/allowed.ts'
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
      ...allowedActs(request({ row: { status, attempts: 1 } }).row, 'mine'),
      ...allowedActs(request({ row: { status } }).row, 'free'),
    ])
    const acts = ['take', 'release', 'attempts', 'reached', 'unreachable', 'close', 'transfer', 'notes']
    expect([...new Set(offered)].sort()).toEqual(acts.sort())
  })
})
