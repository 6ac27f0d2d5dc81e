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
    ['answers that are none', '{"answers":"housing","hidden":[]}'],
    ['a list of answers', '{"answers":["housing"],"hidden":[]}'],
    ['no list of what is hidden', '{"answers":{"needs":["housing"]},"hidden":"fear"}'],
    ['what is hidden by no name', '{"answers":{"needs":["housing"]},"hidden":[{"fear":1}]}'],
  ])('is not seen in %s', (_what, text) => {
    withStored(text)
    expect(kept()).toBeUndefined()
  })

  it('is its answers, and the dangers whose lines were taken away', () => {
    const whole = { answers: { needs: ['housing'] }, hidden: ['fear'] }
    withStored(JSON.stringify(whole))
    expect(kept()).toEqual(whole)
  })

  it('is none where the browser refuses storage', () => {
    vi.stubGlobal('sessionStorage', undefined)
    expect(kept()).toBeUndefined()
  })
})
