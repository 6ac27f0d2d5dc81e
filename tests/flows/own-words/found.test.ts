import { describe, expect, it } from 'vitest'
import type { Phrases } from '#core/match/phrases.ts'
import { loadDialogue } from '../../support/content.ts'
import { judge, phrasesIn, reckoningFor, sentencesIn, THIRDS, type Third } from './judging.ts'

const LANGUAGES = ['fi', 'sv', 'en']
/** In hundred: the right area first, and among the three. Some below what was seen: the sentences are a sample. */
const LEAST: Record<Third, [first: number, three: number]> = {
  plain: [88, 95],
  service: [78, 92],
  oblique: [60, 82],
}

function shortfalls(phrases: Phrases, language: string): string[] {
  const judged = judge(reckoningFor(phrases), sentencesIn(language))
  return THIRDS.flatMap((third) => {
    const { count, first, three } = judged[third]
    const [least, leastOfThree] = LEAST[third]
    const isFound = (100 * first) / count >= least && (100 * three) / count >= leastOfThree
    return isFound ? [] : [`${third}: ${first} first, ${three} of three, of ${count}`]
  })
}

describe.each(LANGUAGES)('one’s own words in %s', (language) => {
  const phrases = phrasesIn(language)

  it('are found on sentences that were written without sight of the phrases', () => {
    expect(sentencesIn(language).length).toBeGreaterThanOrEqual(language === 'fi' ? 300 : 120)
    expect(shortfalls(phrases, language)).toEqual([])
  })

  it('with forty phrases an area they are not (red twin)', () => {
    const areas = Object.entries(phrases.areas).map(([area, all]) => [area, all.slice(0, 40)] as const)
    expect(shortfalls({ ...phrases, areas: Object.fromEntries(areas), advice: {} }, language)).not.toEqual([])
  })

  it('have two hundred phrases an area, a hundred and fifty of danger, and some for each item', () => {
    const few = [
      ...Object.entries(phrases.areas).filter(([, all]) => all.length < 200),
      ...Object.entries(phrases.advice).filter(([, all]) => all.length < 8),
    ].map(([name]) => name)
    expect(few).toEqual([])
    expect(phrases.danger.length).toBeGreaterThanOrEqual(150)
    expect(Object.keys(phrases.advice).sort()).toEqual(Object.keys(loadDialogue().advice).sort())
  })

  it('hold no telephone number but 112', () => {
    const all = [...Object.values(phrases.areas), ...Object.values(phrases.advice), phrases.danger].flat()
    expect(all.filter((phrase) => /\d{6}/.test(phrase.replace(/[\s-]/g, '').replace('116117', '')))).toEqual(
      [],
    )
  })
})
