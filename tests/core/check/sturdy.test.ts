import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { check } from '#core/check/check.ts'
import sentences from '#core/check/said/en.json' with { type: 'json' }
import { lix } from '#core/check/words/reading.ts'
import { parseContent } from '../../../server/content/reading/parse.ts'
import { codeFiles, read } from '../../support/house/sources.ts'
import { problemsOf, spoilt, toy, whole } from './toy.ts'

describe('the check', () => {
  it('has more than a hundred kinds of sentence, each used by the code and each with a fix', () => {
    const code = codeFiles()
      .filter((file) => /^(core\/check|server\/content)\//.test(file))
      .map(read)
      .join('\n')
    const kinds = Object.entries(sentences.problems)
    expect(kinds.filter(([kind]) => !code.includes(`'${kind}'`) && !/^unknown-(a|today)/.test(kind))).toEqual(
      [],
    )
    expect(kinds.filter(([, { says, fix }]) => !/[.!]$|\{cause\}$/.test(says) || fix === '')).toEqual([])
    expect(kinds.length).toBeGreaterThan(100)
  })

  it('never throws, whatever a file holds', () => {
    const files = Object.keys(toy).filter((file) => file.endsWith('.yaml'))
    const parts = Object.fromEntries(files.map((file) => [file, parse(toy[file] ?? '')]))
    const bend = (value: unknown, junk: unknown, at: number): unknown => {
      if (at === 0 || typeof value !== 'object' || value === null) return junk
      const entries = Object.entries(value)
      const [key] = entries[at % entries.length] ?? []
      if (key === undefined) return junk
      const bent = {
        ...value,
        [key]: bend((value as Record<string, unknown>)[key], junk, Math.floor(at / entries.length)),
      }
      return Array.isArray(value) ? Object.values(bent) : bent
    }
    const spoiling = fc.record({
      file: fc.constantFrom(...files),
      junk: fc.jsonValue({ maxDepth: 2 }),
      at: fc.nat(5000),
    })
    fc.assert(
      fc.property(spoiling, ({ file, junk, at }) => {
        const texts = { ...toy, [file]: JSON.stringify(bend(parts[file], junk, at)) }
        const { content, locate } = parseContent(texts)
        for (const problem of check(content, locate)) {
          expect(problem.line).toBeGreaterThan(0)
          expect(`${problem.says}${problem.fix}`).not.toMatch(/\{\w+\}|undefined|\[object/)
        }
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  it('sees that two rows together leave nothing to a third', () => {
    const texts = spoilt(
      'flows/routing.yaml',
      '{ any: [{ count: unsure }, { strip: { dontKnow: true } }] }',
      '{ tea/sugar: { min: 2 } }',
    )
    const rows = (texts['flows/routing.yaml'] ?? '').replace(
      '{ strip: { any: [fire, flood] } }',
      '{ tea/sugar: { min: 2, max: 5 } }',
    )
    const covered = rows.replace('{ fact: dislikes, tea/sugar: { min: 3 } }', '{ tea/sugar: { min: 5 } }')
    const sentence = problemsOf({ ...texts, 'flows/routing.yaml': covered }).find(
      ({ code }) => code === 'row-shadowed',
    )
    expect(sentence?.says).toBe(
      'The row "unsure" is never reached: whenever it holds, the row "danger", "bitter" before it holds too.',
    )
  })

  it('refuses an agenda before its question', () => {
    const late = spoilt(
      'flows/guidance.yaml',
      'wishes: { ask: many, options: [tea, cake], next: asker }',
      'wishes: { ask: many, options: [tea, cake], next: alone }',
    )
    const text = (late['flows/guidance.yaml'] ?? '')
      .replace('start: wishes', 'start: asker')
      .replace('next: alone\n', 'next: wishes\n')
    expect(problemsOf({ ...late, 'flows/guidance.yaml': text }).map(whole)).toContain(
      'flows/guidance.yaml:9:13 The agenda comes before its question "wishes" has been asked. Lead to "wishes" first, and from it to this step.',
    )
  })

  it('measures Finnish as readability is measured', () => {
    expect(Math.round(lix('Soita meille. Me autamme sinua heti.'))).toBe(20)
  })
})
