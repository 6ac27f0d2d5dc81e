import { describe, expect, it } from 'vitest'
import { sourceHash } from '#core/check/marks.ts'
import { brief, problemsOf, toy, whole } from './toy.ts'

const json = (texts: object): string => JSON.stringify(texts, null, 2)
const finnish = (namespace: string): Record<string, string> =>
  JSON.parse(toy[`locales/fi/${namespace}.json`] ?? '{}')

/** The toy with a second language, the same texts but for what is given. */
function translated(language: string, changes: Record<string, string | undefined> = {}, states: object = {}) {
  const same = Object.entries(toy).flatMap(([file, text]) =>
    file.startsWith('locales/fi/') ? [[file.replace('/fi/', `/${language}/`), text]] : [],
  )
  const guidance = { ...finnish('guidance'), ...changes }
  return {
    ...toy,
    ...Object.fromEntries(same),
    [`locales/${language}/language.json`]: json({ lang: language, dir: 'ltr', name: language }),
    [`locales/${language}/guidance.json`]: json(guidance),
    [`locales/${language}/guidance.state.json`]: json(states),
  }
}

describe('every other language', () => {
  it('is good when it has every text', () => {
    expect(problemsOf(translated('sv')).map(whole)).toEqual([])
  })

  it('needs every text and no other', () => {
    const problems = problemsOf(translated('sv', { 'place.question': undefined, 'place.quest': 'Var?' }))
    expect(problems.map(whole)).toEqual([
      'locales/sv/guidance.json:19:3 The text "place.question" is missing in sv. Add it to sv/guidance.json.',
      'locales/sv/guidance.json:19:3 Nothing uses the text "place.quest". Remove it, or correct its key.',
    ])
  })

  it('needs every file', () => {
    const { 'locales/sv/tea.json': _, ...texts } = translated('sv')
    expect(problemsOf(texts).map(brief)).toEqual(['locales/sv/tea.json:1:1 file-missing'])
  })

  it('fills in the same names', () => {
    const texts = translated('sv', { 'place.question': 'Var är {{name}}?' })
    expect(problemsOf(texts).map(whole)).toEqual([
      'locales/sv/guidance.json:19:21 The text has {{name}}, but the same text in fi has nothing. Use the same names in double curly brackets in every language; they are filled in when the text is shown.',
    ])
  })

  it('was made from the text that stands there now', () => {
    const now = { source: sourceHash(finnish('guidance')['place.question'] ?? ''), by: 'human' }
    const old = { source: sourceHash('Where were you?'), by: 'human' }
    expect(problemsOf(translated('sv', {}, { 'place.question': now }))).toEqual([])
    expect(problemsOf(translated('sv', {}, { 'place.question': old })).map(brief)).toEqual([
      'locales/sv/guidance.json:19:21 text-stale',
    ])
  })

  it('says its tag, direction and name', () => {
    const texts = { ...translated('sv'), 'locales/sv/language.json': json({ lang: 'sv' }) }
    expect(problemsOf(texts).map(brief)).toEqual(['locales/sv/language.json:1:1 language-file'])
  })

  it('has its own refused words', () => {
    const problems = (language: string, text: string) =>
      problemsOf(translated(language, { 'place.question': text })).map(({ code }) => code)
    expect(problems('sv', 'Du har rätt till tårta.')).toEqual(['decision-wording'])
    expect(problems('sv', 'Du får bostadsbidrag.')).toEqual(['decision-wording'])
    expect(problems('en', 'You are entitled to cake.')).toEqual(['decision-wording'])
    expect(problems('en', 'You will get housing allowance.')).toEqual(['decision-wording'])
    expect(problems('fi-simple', 'Sinulla on oikeus kakkuun.')).toEqual(['decision-wording'])
    expect(problems('so', 'Waxaad xaq u leedahay.')).toEqual(['language-unguarded'])
  })
})
