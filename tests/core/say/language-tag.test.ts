/** A language is found as BCP 47 looks it up, however a page, a browser or an old system writes it. */
import { describe, expect, it } from 'vitest'
import { lookUpLanguage } from '#core/say/language-tag.ts'

const KNOWN = ['fi', 'sv', 'en', 'fi-simple', 'zh-Hant']

describe('a language', () => {
  it.each([
    ['sv', 'sv'],
    ['SV', 'sv'],
    [' sv ', 'sv'],
    ['sv-FI', 'sv'],
    ['sv_FI.UTF-8', 'sv'],
    ['en_GB', 'en'],
    ['en-Latn-GB-oxendict-x-private', 'en'],
    ['swe', 'sv'],
    ['fin', 'fi'],
    ['FI-SIMPLE', 'fi-simple'],
    ['fi-simple-x-own', 'fi-simple'],
    ['zh-hant-tw', 'zh-Hant'],
    // a script is not dropped from what is known
    ['zh-TW', undefined],
    ['svx', undefined],
    ['s', undefined],
    ['', undefined],
    ['*', undefined],
    ['en/..', undefined],
    ['-sv', undefined],
  ])('asked for as “%s” is %s', (wish, found) => {
    expect(lookUpLanguage([wish], KNOWN)).toBe(found)
  })

  it('is the first of the wishes that can be met', () => {
    expect(lookUpLanguage(['ru', 'en-US', 'sv'], KNOWN)).toBe('en')
    expect(lookUpLanguage(['ru'], KNOWN)).toBeUndefined()
    expect(lookUpLanguage(['sv'], [])).toBeUndefined()
  })

  it('red twin: compared as text it is not found', () => {
    const asText = (wish: string) => KNOWN.find((one) => one === wish)
    expect(['sv-FI', 'SV', 'en_GB'].map(asText)).toEqual([undefined, undefined, undefined])
  })
})
