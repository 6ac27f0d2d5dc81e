import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SETTLED } from '../../tools/lean.ts'

/** `{{amount, number}}`: i18next's own formats, which the app leaves out to save bytes. */
const FORMATTED = /\{\{[^}]*,[^}]*\}\}/
/** `$t(widget:title)`: another text inside a text, which the app does not look for. */
const NESTED = /\$t\(/

const languages = readdirSync('locales', { withFileTypes: true }).filter((one) => one.isDirectory())
const files = languages.flatMap(({ name }) =>
  readdirSync(path.join('locales', name)).map((file) => path.join('locales', name, file)),
)

describe('texts with values in them', () => {
  it('ask for no format: days, sums and numbers come into a text as they are written', () => {
    const asking = files.filter((file) => FORMATTED.test(readFileSync(file, 'utf8')))
    expect(asking).toEqual([])
  })

  it('have no other text inside them', () => {
    expect(files.filter((file) => NESTED.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('one that did would be found (red twin)', () => {
    expect('Tukea {{amount, number}} euroa').toMatch(FORMATTED)
    expect('Tukea: $t(widget:title)').toMatch(NESTED)
  })
})

/** Settings that are given to i18next in a text, and are others than those that the app has been built for. */
const unheard = (text: string) =>
  [...text.matchAll(/^\s*(\w+): ([^,\n]+),$/gm)]
    .filter(([, name = '', value]) => name in SETTLED && SETTLED[name] !== value)
    .map(([, name]) => name)

describe('the speaker of words', () => {
  const speech = readFileSync('widget/words/speech.ts', 'utf8')

  it('is given no setting that the app would not hear: those have been settled when it was built', () => {
    expect(speech).toContain("nsSeparator: ':',")
    expect(unheard(speech)).toEqual([])
  })

  it('one that it were given would be found (red twin)', () => {
    expect(
      unheard(speech.replace('keySeparator: false,', "keySeparator: '.',\n    saveMissing: true,")),
    ).toEqual(['keySeparator', 'saveMissing'])
  })
})
