/** Nobody is given up after one missed call: how often, on how many days and in how many parts of the day it is tried. */
import { describe, expect, it } from 'vitest'
import { isTriedEnough, triesAsked } from '#core/request/tries.ts'

const call = { way: 'call' }
const tried = { count: 3, days: 2, parts: 2 } as const

describe('giving up', () => {
  it('comes after three calls, on two days, before and after noon', () => {
    expect(isTriedEnough(tried, call)).toBe(true)
    expect(triesAsked('call')).toBe(3)
  })

  it.each([
    ['two calls', { ...tried, count: 2 }],
    ['three on one day', { ...tried, days: 1 }],
    ['three mornings', { ...tried, parts: 1 }],
    ['nothing', { count: 0, days: 0, parts: 0 }],
  ])('does not come after %s', (_what, told) => {
    expect(isTriedEnough(told, call)).toBe(false)
  })

  it('asks for no other part of the day of who may be called in one alone', () => {
    expect(isTriedEnough({ ...tried, parts: 1 }, { ...call, window: 'morning' })).toBe(true)
  })

  it('asks for no second call to a wrong number, and for a second message to who is written to', () => {
    expect(isTriedEnough({ count: 1, days: 1, parts: 1, last: 'wrong-number' }, call)).toBe(true)
    expect(isTriedEnough({ count: 1, days: 1, parts: 1 }, { way: 'text' })).toBe(false)
    expect(isTriedEnough({ count: 2, days: 2, parts: 1 }, { way: 'text' })).toBe(true)
    expect(isTriedEnough({ count: 1, days: 1, parts: 1 }, { way: 'visit' })).toBe(true)
  })
})
