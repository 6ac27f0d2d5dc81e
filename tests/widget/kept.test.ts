/** What is taken for a conversation that was kept: only what has its shape. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { kept } from '../../widget/state/kept.ts'

const withStored = (text: string | null) =>
  vi.stubGlobal('sessionStorage', { getItem: () => text, setItem: () => {}, removeItem: () => {} })
afterEach(() => vi.unstubAllGlobals())

describe('a conversation that was kept', () => {
  it.each<[string, string | null]>([
    ['nothing at all', null],
    ['nothing of ours', '{{'],
    ['a list', '[]'],
    ['the answers alone, as an older page kept them', '{"needs":["housing"]}'],
    ['answers of no day', '{"answers":{"needs":["housing"]},"hidden":[]}'],
    ['a day that is none', '{"answers":{"needs":["housing"]},"hidden":[],"on":"today"}'],
    ['answers that are none', '{"answers":"housing","hidden":[],"on":"2026-12-22"}'],
    ['a list of answers', '{"answers":["housing"],"hidden":[],"on":"2026-12-22"}'],
    ['no list of what is hidden', '{"answers":{"needs":["housing"]},"hidden":"fear","on":"2026-12-22"}'],
    [
      'what is hidden by no name',
      '{"answers":{"needs":["housing"]},"hidden":[{"fear":1}],"on":"2026-12-22"}',
    ],
    [
      'an id that none of ours has',
      '{"answers":{"needs":["housing"]},"hidden":[],"on":"2026-12-22","id":"<b>1</b>"}',
    ],
  ])('is not seen in %s', (_what, text) => {
    withStored(text)
    expect(kept()).toBeUndefined()
  })

  it('is its answers, the day on which they were begun, and the dangers whose lines were taken away', () => {
    const whole = { answers: { needs: ['housing'] }, hidden: ['fear'], on: '2026-12-22' }
    withStored(JSON.stringify(whole))
    expect(kept()).toEqual(whole)
  })

  it('is known by the id of the request that it becomes, where it has one already', () => {
    const id = '0191e2a4-7c1b-7def-8123-456789abcdef'
    const whole = { answers: {}, hidden: [], on: '2026-12-22', id }
    withStored(JSON.stringify(whole))
    expect(kept()).toEqual(whole)
  })

  it('is none where the browser refuses storage', () => {
    vi.stubGlobal('sessionStorage', undefined)
    expect(kept()).toBeUndefined()
  })
})
