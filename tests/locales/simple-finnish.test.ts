/** Easier Finnish beside the Finnish that it is written over: the same numbers and pages, shorter, and called by its own name. */
import { describe, expect, it } from 'vitest'
import { sentencesOf } from '#core/check/words/reading.ts'
import { figures } from '#core/say/forms.ts'
import { median } from '#core/walk/length.ts'
import { loadWords, ownWords } from '../support/content.ts'

type Words = Record<string, Record<string, string>>
const SIMPLE = 'fi-simple'
const fi: Words = loadWords('fi')
const { language, ...own }: Words = ownWords(SIMPLE)

type Pair = { key: string; text: string; source: string }
const pairsOf = (words: Words): Pair[] =>
  Object.entries(words).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]) => ({
      key: `${namespace}:${key}`,
      text,
      source: fi[namespace]?.[key] ?? '',
    })),
  )
const keysOf = (words: Words, isWrong: (pair: Pair) => boolean) =>
  pairsOf(words)
    .filter(isWrong)
    .map(({ key }) => key)

const found = (text: string, what: RegExp) => [...new Set(text.match(what) ?? [])].sort().join(' ')
const differ = (what: RegExp) => (words: Words) =>
  keysOf(words, ({ text, source }) => found(text, what) !== found(source, what))
/** Numbers to call, and pages. */
const CALLED = /(?<![\d.])(?:112|116 \d{3}|0\d{1,2} \d{3,4} \d{3,4})(?!\d)/g
const otherNumbers = differ(CALLED)
const otherPages = differ(/[\p{L}-]+\.fi(?:\/[\p{L}/-]+)?/giu)
/** A text of danger line by line: each number stands where it stands in Finnish. */
const HELP = /:danger\..*\.help/
const numbersMoved = (words: Words) =>
  keysOf(words, ({ key, text, source }) => {
    const inLines = (one: string) => one.split('\n').map((line) => found(line, CALLED))
    return HELP.test(key) && inLines(text).join('\n') !== inLines(source).join('\n')
  })
const otherLines = (words: Words) =>
  keysOf(words, ({ text, source }) => text.split('\n').length !== source.split('\n').length)
/** Made by whoever is trained for it alone. */
const calledEasy = (words: Words) => keysOf(words, ({ text }) => /selkokiel/i.test(text))

const [, withNumber = { key: '', text: '' }] = pairsOf(own).filter(
  ({ key, text }) => HELP.test(key) && found(text, CALLED) !== '',
)
/** One of its texts changed. */
function broken(change: (text: string) => string): Words {
  const [namespace = '', key = ''] = withNumber.key.split(/:(.*)/s)
  return { ...own, [namespace]: { ...own[namespace], [key]: change(withNumber.text) } }
}

describe('easier Finnish', () => {
  it('names itself, and is called selkokieli nowhere', () => {
    expect(language).toMatchObject({ lang: SIMPLE, name: 'helppo suomi', fallback: 'fi' })
    expect(calledEasy(own)).toEqual([])
    expect(calledEasy(broken((text) => `${text} Tämä on selkokieltä.`))).toEqual([withNumber.key])
  })

  it('has a tag that browsers and screen readers take for Finnish: days, numbers, lists, names', () => {
    const spaces = (text: string) => text.replace(/\s/g, ' ')
    const [one, other] = [SIMPLE, 'fi'].map((lang) => [
      new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeZone: 'UTC' }).format(0),
      new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(1, 'day'),
      new Intl.ListFormat(lang).format(['a', 'b', 'c']),
      new Intl.DisplayNames(lang, { type: 'language' }).of('sv'),
      spaces(figures('12345.5', { lang })),
      [0, 1, 2].map((count) => new Intl.PluralRules(lang).select(count)),
    ])
    expect(Intl.getCanonicalLocales(SIMPLE)).toEqual([SIMPLE])
    expect(one).toEqual(other)
    expect(one).toContain('12 345,5')
  })

  it('has texts of its own where they stand first: the first screen, danger, the result, advice', () => {
    expect(pairsOf(own).length).toBeGreaterThan(900)
    for (const key of ['guidance:needs.question', 'widget:disclosure', 'segments:coordination.title'])
      expect(pairsOf(own).map((pair) => pair.key)).toContain(key)
    const dangers = Object.keys(fi.guidance ?? {}).filter((key) => /^danger\..*\.help$/.test(key))
    expect(dangers.filter((key) => !own.guidance?.[key])).toEqual([])
  })

  it('has the numbers and pages of the Finnish text, and each number of a danger in its line', () => {
    expect(otherNumbers(own)).toEqual([])
    expect(otherPages(own)).toEqual([])
    expect(numbersMoved(own)).toEqual([])
    expect(otherLines(own)).toEqual([])
  })

  it('a number lost, changed or moved, a page of another and a line lost would be found (red twin)', () => {
    const at = [withNumber.key]
    expect(otherNumbers(broken((text) => text.replace(CALLED, '')))).toEqual(at)
    expect(otherNumbers(broken((text) => `${text} Soita 116 999.`))).toEqual(at)
    expect(otherPages(broken((text) => `${text} Katso apu.fi.`))).toEqual(at)
    expect(numbersMoved(broken((text) => text.split('\n').reverse().join('\n')))).toEqual(at)
    expect(otherLines(broken((text) => `${text}\nJa vielä.`))).toEqual(at)
  })

  it('is shorter than Finnish in the middle of what both say: a sentence of five words to six, and shorter words', () => {
    const all = (side: 'text' | 'source') => pairsOf(own).flatMap((pair) => sentencesOf(pair[side]))
    const mean = (of: number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
    const measured = (sentences: string[][]) => ({
      median: median(sentences.map(({ length }) => length)),
      words: mean(sentences.map(({ length }) => length)),
      letters: mean(sentences.flat().map(({ length }) => length)),
    })
    const [simple, plain] = [measured(all('text')), measured(all('source'))]
    expect([simple.median, plain.median]).toEqual([5, 6])
    expect(simple.words).toBeLessThan(plain.words - 1)
    expect(simple.letters).toBeLessThan(plain.letters)
  })
})
