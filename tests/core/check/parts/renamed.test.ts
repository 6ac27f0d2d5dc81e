/** A step with another name than its texts is one cause, and every place that names the old one has a hint. */
import { describe, expect, it } from 'vitest'
import type { Problem } from '#core/check/base/problem.ts'
import type { FileTexts } from '../../../../server/content/reading/parse.ts'
import { problemsOf, toy, whole } from '../toy.ts'

const everything = (problems: Problem[]): Problem[] =>
  problems.flatMap((one) => [one, ...everything(one.more ?? [])])
const changed = (file: string, ...pairs: [string, string][]): FileTexts => ({
  ...toy,
  [file]: pairs.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), toy[file] ?? ''),
})
const MAIN = 'flows/guidance.yaml'
const TEA = 'flows/tea.yaml'

describe('a question that was renamed', () => {
  it('where it is asked alone: one line, at its new name', () => {
    const [only, ...others] = problemsOf(changed(MAIN, ['  alone:\n', '  company:\n']))
    expect(others).toEqual([])
    expect(whole(only as Problem)).toMatch(
      /^flows\/guidance\.yaml:\d+:3 The question "alone" seems to be called "company" now; its texts, and perhaps other places, still have the old name\. Write "company" in them too, or give the question its old name back\./,
    )
  })

  it('has a hint at every place that still names the old one', () => {
    const all = everything(problemsOf(changed(MAIN, ['  alone:\n', '  company:\n'])))
    const unknown = all.filter(({ code }) => code === 'unknown-step' || code === 'unknown-address')
    expect(unknown.map(({ file }) => file)).toEqual(
      expect.arrayContaining([MAIN, 'flows/routing.yaml', 'flows/cases.yaml']),
    )
    for (const { fix } of unknown) expect(fix).toBe('Did you mean "company"?')
  })

  it('in the flow of a need, by its address', () => {
    const problems = problemsOf(changed(TEA, ['sugar', 'spoons']))
    expect(problems.map(({ code }) => code)).toEqual(['step-renamed'])
    const fixes = everything(problems)
      .filter(({ code }) => code === 'unknown-address')
      .map(({ fix }) => fix)
    expect(new Set(fixes)).toEqual(new Set(['Did you mean "tea/spoons"?']))
  })

  it('is not guessed where its answers are others (red twin)', () => {
    const other = changed(MAIN, ['  alone:\n', '  company:\n'], ['[alone, together]', '[some, many]'])
    expect(everything(problemsOf(other)).map(({ code }) => code)).not.toContain('step-renamed')
  })

  it('that the program looks for is to have its old name back', () => {
    const [only] = problemsOf(changed(MAIN, ['  asker: {', '  who: {'], ['next: asker', 'next: who']))
    expect(only?.code).toBe('step-renamed-locked')
  })
})

describe('a flow whose file was renamed', () => {
  it('is one line with its old name and its new one', () => {
    const { [TEA]: tea = '', ...others } = toy
    const [only, ...more] = problemsOf({ ...others, 'flows/brew.yaml': tea })
    expect(more).toEqual([])
    expect(only?.code).toBe('flow-renamed')
    expect(only?.says).toContain('"tea" seems to be called "brew"')
  })
})
