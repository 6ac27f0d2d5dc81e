/** What may follow what. */
import { describe, expect, it } from 'vitest'
import { STATUSES } from '#core/contract/callback.ts'
import { ACTS, after, from, NEXT } from '../../../server/callbacks/status.ts'

describe('the table of statuses', () => {
  it('has a row for every status, and leads only to statuses', () => {
    expect(Object.keys(NEXT).sort()).toEqual([...STATUSES].sort())
    for (const row of Object.values(NEXT)) {
      for (const next of Object.values(row)) expect(STATUSES).toContain(next)
      for (const act of Object.keys(row)) expect(ACTS).toContain(act)
    }
  })

  it('answers for every status and every act', () => {
    for (const status of STATUSES)
      for (const act of ACTS) expect([undefined, ...STATUSES]).toContain(after(status, act))
    for (const act of ACTS) expect(from(act)).not.toEqual([])
  })

  it('leads from every open status to an end, and from the ends nowhere', () => {
    const reach = (start: (typeof STATUSES)[number]) => {
      const seen = new Set([start])
      for (const status of seen) for (const next of Object.values(NEXT[status])) seen.add(next)
      return seen
    }
    for (const status of ['waiting', 'taken', 'reached', 'unreachable'] as const)
      expect([...reach(status)]).toEqual(expect.arrayContaining(['closed', 'erased', 'withdrawn']))
    expect(NEXT.erased).toEqual({})
    expect(NEXT.withdrawn).toEqual({})
  })

  it('lets the resident take back everything that is not closed', () => {
    expect(from('withdraw')).toEqual(['waiting', 'taken', 'reached', 'unreachable'])
    expect(from('erase')).toEqual(['closed'])
  })
})
