/** The Swedish words beside the Finnish: offices by their Swedish names, the same numbers and steps, honest about the language of a line. */
import { describe, expect, test } from 'vitest'
import { loadArea, loadWords } from '../support/content.ts'

type Words = Record<string, Record<string, string>>
const [fi, sv] = [loadWords('fi'), loadWords('sv')] as [Words, Words]

/** Every Swedish text with the Finnish one it was made from. */
const pairs = (words: Words) =>
  Object.entries(words).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]) => ({
      key: `${namespace}:${key}`,
      text,
      source: fi[namespace]?.[key] ?? '',
    })),
  )
const keysOf = (words: Words, isWrong: (pair: ReturnType<typeof pairs>[number]) => boolean) =>
  pairs(words)
    .filter(isWrong)
    .map(({ key }) => key)

/** Offices that have a Swedish name of their own; addresses of pages stay. */
const FINNISH_NAMES =
  /(?<![\p{L}/.])(?:Oma)?Kela(?!\p{L}|\.fi)|hyvinvointialue|Nollalinja|Päivystysapu|palveluohjaaja|Rikosuhripäivystys/u
const calledInFinnish = (words: Words) => keysOf(words, ({ text }) => FINNISH_NAMES.test(text))

const telephones = (text: string) => (text.match(/\d[\d ]{4,}\d|\b112\b/g) ?? []).sort().join()
const otherNumbers = (words: Words) =>
  keysOf(words, ({ text, source }) => telephones(text) !== telephones(source))

const otherSteps = (words: Words) =>
  keysOf(words, ({ key, text, source }) => {
    const isSteps = /^(advice|segments|guidance):/.test(key)
    return isSteps && text.split('\n').length !== source.split('\n').length
  })

/** Lines that answer in Finnish only: Swedish ones have numbers and hours of their own. */
const silentOnFinnish = (words: Words) =>
  keysOf(
    words,
    ({ text }) =>
      /09 2525 0111|ristelefon|Kriisipuhelin|Lasten ja nuorten puhelin/.test(text) &&
      !text.includes('på finska'),
  )

/** Beside a number it is the line's own `speaks` that tells it, on a page in any other language. */
const speaks = (wanted: string) => loadArea().lines.lines.find(({ line }) => line === wanted)?.speaks

describe('the Swedish words', () => {
  test('call the offices by their Swedish names', () => expect(calledInFinnish(sv)).toEqual([]))
  test('give the same telephone numbers as the Finnish', () => expect(otherNumbers(sv)).toEqual([]))
  test('have the same steps as the Finnish', () => expect(otherSteps(sv)).toEqual([]))
  test('say of a line that answers in Finnish that it does', () => {
    expect(silentOnFinnish({ ...sv, numbers: {} })).toEqual([])
    for (const line of ['crisis-line-fi', 'child-line']) expect(speaks(line)).toEqual(['fi'])
  })

  test('would not pass with a Finnish office, another number, a step less or a line said to speak Swedish (the red twin)', () => {
    const spoilt: Words = {
      advice: {
        ...sv.advice,
        'housing-allowance.decides': 'Kela fattar beslutet.',
        'dental.how': 'Ring tandkliniken.',
        'crisis-help.ready': 'Ring kristelefonen.',
      },
    }
    expect(calledInFinnish(spoilt)).toEqual(['advice:housing-allowance.decides'])
    expect(otherNumbers(spoilt)).toEqual(['advice:dental.how'])
    expect(otherSteps(spoilt)).toEqual(['advice:dental.how'])
    expect(silentOnFinnish(spoilt)).toEqual(['advice:crisis-help.ready'])
  })
})
