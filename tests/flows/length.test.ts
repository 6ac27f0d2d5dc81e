/** How long the way is: short enough for who is tired, and as long as it is said to be. */
import { beforeAll, describe, expect, it } from 'vitest'
import { replay } from '#core/flow/replay.ts'
import { lengthOf, median } from '#core/walk/length.ts'
import { measured } from '../../server/commands/flows/length.ts'
import { readContent } from '../../server/content/reading/parse.ts'
import { languagesOffered, loadCases, loadDialogue, loadWords } from '../support/content.ts'

const dialogue = loadDialogue()
const DAY = '2026-11-23'
/** Described situations with so many matters; “only looking” and illness meet one question, and are no way. */
const lengths = (needs: number) =>
  loadCases()
    .filter(({ answers, ends }) => Array.isArray(answers.needs) && answers.needs.length === needs && !ends.at)
    .map(({ answers, on = DAY }) => lengthOf(replay(dialogue, answers, on)))
    .filter(({ questions }) => questions > 1)
const inMiddle = (needs: number) => ({
  questions: median(lengths(needs).map(({ questions }) => questions)),
  presses: median(lengths(needs).map(({ presses }) => presses)),
})
const worst = (needs: number) => ({
  questions: Math.max(...lengths(needs).map(({ questions }) => questions)),
  presses: Math.max(...lengths(needs).map(({ presses }) => presses)),
})

describe('the way to the result', () => {
  it('of one clear matter is 5 questions and 7 presses in the middle, 8 and 12 at most', () => {
    expect(lengths(1).length).toBeGreaterThan(100)
    expect(inMiddle(1).questions).toBeLessThanOrEqual(5)
    expect(inMiddle(1).presses).toBeLessThanOrEqual(7)
    expect(worst(1).questions).toBeLessThanOrEqual(8)
    expect(worst(1).presses).toBeLessThanOrEqual(12)
  })

  it('of three matters is 10 questions and 16 presses in the middle, 14 and 22 at most', () => {
    expect(inMiddle(3).questions).toBeLessThanOrEqual(10)
    expect(inMiddle(3).presses).toBeLessThanOrEqual(16)
    expect(worst(3).questions).toBeLessThanOrEqual(14)
    expect(worst(3).presses).toBeLessThanOrEqual(22)
  })

  it('would be too long if each matter asked what only the coordinator needs (red twin)', () => {
    const { request = {} } = dialogue.flows.guidance ?? {}
    expect(inMiddle(1).questions + Object.keys(request).length).toBeGreaterThan(8)
  })
})

/** The number that a text says. */
const saidIn = (text = '') => Number(/\d+/.exec(text)?.[0])

describe('the number of questions that is said at the beginning', () => {
  it.each(languagesOffered())('is the median of those with one matter, give or take one: %s', (lang) => {
    const said = saidIn(loadWords(lang).guidance?.['asker.hint'])
    expect(Math.abs(said - inMiddle(1).questions)).toBeLessThanOrEqual(1)
  })

  it('a number that flatters would be found (red twin)', () => {
    expect(Math.abs(saidIn('Kysymme noin 3 kysymystä.') - inMiddle(1).questions)).toBeGreaterThan(1)
  })
})

describe('npm run flows -- --length', () => {
  let all: ReturnType<typeof measured>
  beforeAll(() => {
    all = measured(readContent('flows', 'locales').content)
  })

  it('measures each situation, to the result and to Sent, but for what nobody calls about', () => {
    expect(all.map(({ id }) => id)).toEqual(loadCases().map(({ id }) => id))
    const quiet = all.filter(({ sent }) => sent === undefined).map(({ id }) => id)
    expect(quiet).toEqual(expect.arrayContaining(['only-a-sore-throat', 'somebody-is-dying']))
    for (const { presses, words, sent } of all.filter((one) => one.sent)) {
      expect(sent?.[0]).toBe(presses + 4)
      expect(sent?.[1]).toBeGreaterThan(words)
    }
  })
})
