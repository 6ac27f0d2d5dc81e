/** How long the way is said to be: as long as it is for somebody with one matter. */
import { describe, expect, it } from 'vitest'
import { replay } from '#core/flow/replay.ts'
import { STRIP } from '#core/flow/words.ts'
import { languagesOffered, loadCases, loadDialogue, loadWords } from '../support/content.ts'

const dialogue = loadDialogue()
const DAY = '2026-11-23'
/** How many questions each described situation with one matter meets, “only looking” and illness apart: they meet one. */
const counts = loadCases()
  .filter(({ answers: { needs } }) => Array.isArray(needs) && needs.length === 1)
  .map(
    ({ answers, on = DAY }) =>
      replay(dialogue, answers, on).path.filter(({ address }) => address !== STRIP).length,
  )
  .filter((count) => count > 1)
  .sort((one, other) => one - other)
const median = counts[Math.floor(counts.length / 2)] ?? 0

/** The number that a text says. */
const saidIn = (text = '') => Number(/\d+/.exec(text)?.[0])

describe('the number of questions that is said at the beginning', () => {
  it.each(languagesOffered())('is the median of those with one matter, give or take one: %s', (lang) => {
    expect(counts.length).toBeGreaterThan(50)
    const said = saidIn(loadWords(lang).guidance?.['asker.hint'])
    expect(Math.abs(said - median)).toBeLessThanOrEqual(1)
  })

  it('a number that flatters would be found (red twin)', () => {
    expect(Math.abs(saidIn('Kysymme noin 5 kysymystä.') - median)).toBeGreaterThan(1)
  })
})
