/** Parts that a flow or a table can do without, and what is lost by that. */
import { describe, expect, it } from 'vitest'
import type { FileTexts } from '../../../../server/content/reading/parse.ts'
import { brief, problemsOf, toy } from '../toy.ts'

const MAIN = 'flows/guidance.yaml'
const ROUTING = 'flows/routing.yaml'
const CASES = 'flows/cases.yaml'
const told = (file: string, old: string, fresh: string, texts: FileTexts = toy) =>
  problemsOf({ ...texts, [file]: (texts[file] ?? '').replace(old, fresh) })

describe('dangers that the main flow does not name', () => {
  const ALONE = '    options: [alone, together]\n'
  it('are told once, with the list that is missing', () => {
    const problems = told(MAIN, ALONE, `${ALONE}    danger: { alone: sorrow, together: [quarrel, fire] }\n`)
    const missing = problems.filter(({ code }) => code === 'dangers-missing')
    expect(missing.map(({ fix }) => fix)).toEqual([
      'Add the list "dangers" above "strip", the one whose number comes first first: fire, flood, sorrow, quarrel.',
    ])
    expect(problems.map(({ code }) => code)).not.toContain('unknown-danger')
  })

  it('are a slip where there is one, and one of the flags is like it (red twin)', () => {
    const problems = told(MAIN, ALONE, `${ALONE}    danger: { alone: fir }\n`)
    expect(problems.map(({ code }) => code)).toContain('unknown-danger')
  })
})

describe('a row without a condition', () => {
  const ROW = '      when: { alone: alone }\n'
  const without = (cases: string): FileTexts => ({ ...toy, [CASES]: cases })
  it('of what is collected warns where no situation says who gets it', () => {
    const silent = (toy[CASES] ?? '').replace(', attention: [lonely]', '')
    expect(told(ROUTING, ROW, '', without(silent)).map((one) => [one.code, one.level])).toContainEqual([
      'row-for-everybody',
      'warning',
    ])
  })

  it('is meant where the situations say so (red twin)', () => {
    expect(told(ROUTING, ROW, '').map(({ code }) => code)).not.toContain('row-for-everybody')
  })
})

describe('an agenda', () => {
  it('with many sections and no bound warns', () => {
    const needs = ['tea', 'cake', 'rice', 'soup', 'bread', 'fruit']
    const sections = needs.map((need) => `${need}: tea`).join(', ')
    const main = (toy[MAIN] ?? '')
      .replace('options: [tea, cake]', `options: [${needs.join(', ')}]`)
      .replace('sections: { tea: tea }', `sections: { ${sections} }`)
    const problems = problemsOf({ ...toy, [MAIN]: main })
    expect(problems.map(brief)).toContainEqual(expect.stringMatching(/agenda-without-most/))
    const bounded = problemsOf({
      ...toy,
      [MAIN]: main.replace('    agenda: wishes\n', '    agenda: wishes\n    most: 3\n'),
    })
    expect(bounded.map(brief)).not.toContainEqual(expect.stringMatching(/agenda-without-most/))
  })
})

describe('phrases of a language that is a draft', () => {
  const language = (draft: boolean) =>
    `{ "lang": "se", "dir": "ltr", "name": "davvisámegiella"${draft ? ', "draft": true' : ''} }`
  const phrases = (text: string, draft: boolean) =>
    problemsOf({
      ...toy,
      'locales/se/language.json': language(draft),
      'locales/se/phrases.yaml': text,
    }).filter(({ file }) => file === 'locales/se/phrases.yaml')

  it.each([
    ['a phrase that is none', 'areas:\n  tea:\n    - 112\n'],
    ['a name that leads nowhere', 'areas:\n  coffee:\n    - gáffe\n'],
    ['a tab', 'areas:\n\ttea: []\n'],
    ['no areas', 'advice: {}\n'],
  ])('stop no publication: %s', (_, text) => {
    const problems = phrases(text, true)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.map(({ level }) => level)).not.toContain('error')
    expect(phrases(text, false).map(({ level }) => level)).toContain('error') // red twin: a language that is offered
  })
})
