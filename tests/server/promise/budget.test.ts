import { describe, expect, it } from 'vitest'
import { scopesOf } from '../../../server/promise/budget.ts'
import { localTime } from '../../../server/promise/local-time.ts'

const sender = { address: 'A', wide: 'W' }
const now = localTime(Date.parse('2026-11-30T07:30:00Z'))
const of = (more: Partial<Parameters<typeof scopesOf>[0]> = {}) =>
  scopesOf({ sender, now, ofDay: 8, isProven: false, scale: 1, ...more }).map(
    ({ scope, period, limit }) => `${scope} ${period} ${limit}`,
  )

describe('what one network may claim of an area', () => {
  it('is a day’s places from an address, from the network around it, and in an hour from everybody', () => {
    expect(of()).toEqual(['address A 2026-11-30 8', 'wide W 2026-11-30 8', 'area 2026-11-30T09 8'])
  })

  it('is two days’ for an address that has proven it, and no hour is too full for them', () => {
    expect(of({ isProven: true })).toEqual(['address A 2026-11-30 16', 'wide W 2026-11-30 24'])
  })

  it('is counted apart for the places that are held back', () => {
    expect(of({ isReserve: true, ofDay: 2 })).toEqual([
      'reserve address A 2026-11-30 2',
      'reserve wide W 2026-11-30 2',
      'reserve area 2026-11-30T09 2',
    ])
  })

  it('is one place where an area has hardly any, and follows what the place allows', () => {
    expect(of({ ofDay: 1 })).toEqual([
      'address A 2026-11-30 1',
      'wide W 2026-11-30 1',
      'area 2026-11-30T09 1',
    ])
    expect(of({ scale: 10 })[0]).toBe('address A 2026-11-30 80')
  })

  it('never lets a flood without proof have more than a day’s places of an area, from however many addresses of one network', () => {
    for (const ofDay of [2, 8, 24, 100])
      expect(scopesOf({ sender, now, ofDay, isProven: false, scale: 1 })[1]?.limit).toBeLessThanOrEqual(ofDay)
  })
})
