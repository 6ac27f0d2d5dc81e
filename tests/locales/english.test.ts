/** The English words beside the Finnish: the same numbers, pages and steps, the house's own terms, honest about the language of a line. */
import { describe, expect, test } from 'vitest'
import { loadArea, loadWords } from '../support/content.ts'

type Words = Record<string, Record<string, string>>
const [fi, en] = [loadWords('fi'), loadWords('en')] as [Words, Words]

type Pair = { key: string; text: string; source: string }
const keysOf = (words: Words, isWrong: (pair: Pair) => boolean) =>
  Object.entries(words).flatMap(([namespace, texts]) =>
    Object.entries(texts)
      .map(([key, text]) => ({ key: `${namespace}:${key}`, text, source: fi[namespace]?.[key] ?? '' }))
      .filter(isWrong)
      .map(({ key }) => key),
  )

const found = (text: string, what: RegExp) => (text.match(what) ?? []).sort().join(' ')
const differ = (what: RegExp) => (words: Words) =>
  keysOf(words, ({ text, source }) => source !== '' && found(text, what) !== found(source, what))

const otherTelephones = differ(/\d[\d ]{4,}\d|\b112\b/g)
const ADDRESS = /[\p{L}\d-]+\.fi(?:\/[\p{L}\d-]+)*/giu
const otherPages = (words: Words) =>
  keysOf(words, ({ key, text, source }) => {
    const pages = (of: string) => [...new Set(found(of.toLowerCase(), ADDRESS).split(' '))].join(' ')
    return /^(advice|segments|numbers):/.test(key) && pages(text) !== pages(source)
  })
const otherSteps = (words: Words) =>
  keysOf(
    words,
    ({ key, text, source }) =>
      /^(advice|segments|guidance):/.test(key) && text.split('\n').length !== source.split('\n').length,
  )

/** One word for one thing: what else might be said of the same offices and people. */
const OTHER_TERMS =
  /service (?:adviser|advisor|counsell?or|guide)|welfare (?:area|region|district)|wellbeing services area|health (?:centre|center)|call-back|TE Office/i
const inOtherTerms = (words: Words) => keysOf(words, ({ text }) => OTHER_TERMS.test(text))

/** Lines that answer in Finnish only. */
const silentOnFinnish = (words: Words) =>
  keysOf(
    words,
    ({ text }) =>
      /09 2525 0111|Crisis Helpline|[Hh]elpline for children|own helpline/.test(text) &&
      !text.includes('in Finnish'),
  )

/** Beside a number it is the line's own `speaks` that tells it, on a page in any other language. */
const texts = { ...en, numbers: {} }
const speaks = (wanted: string) => loadArea().lines.lines.find(({ line }) => line === wanted)?.speaks

describe('the English words', () => {
  test('give the same telephone numbers as the Finnish', () => expect(otherTelephones(en)).toEqual([]))
  test('lead to the same pages as the Finnish', () => expect(otherPages(en)).toEqual([]))
  test('have the same steps as the Finnish', () => expect(otherSteps(en)).toEqual([]))
  test('call each office and person by one name', () => expect(inOtherTerms(en)).toEqual([]))
  test('say of a line that answers in Finnish that it does', () => {
    expect(silentOnFinnish(texts)).toEqual([])
    for (const line of ['crisis-line-fi', 'child-line']) expect(speaks(line)).toEqual(['fi'])
  })

  test('would not pass with another number, page, step or name, or a line said to speak English (the red twin)', () => {
    const spoilt: Words = {
      advice: {
        ...en.advice,
        'dental.how': 'Call the dental clinic.',
        'debt-advice.how': 'Book an appointment online.',
        'housing-allowance.decides': 'A service advisor decides.',
        'crisis-help.ready': 'Call the Crisis Helpline.',
      },
    }
    expect(otherTelephones(spoilt)).toEqual(['advice:dental.how'])
    expect(otherPages(spoilt)).toEqual(['advice:debt-advice.how'])
    expect(otherSteps(spoilt)).toEqual(['advice:debt-advice.how', 'advice:dental.how'])
    expect(inOtherTerms(spoilt)).toEqual(['advice:housing-allowance.decides'])
    expect(silentOnFinnish(spoilt)).toEqual(['advice:crisis-help.ready'])
  })
})
