/** What the check knows of conditions: which test suits which answer, where a name means what, and what can hold at all. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { reporter } from '#core/check/base/report.ts'
import { surveyOf } from '#core/check/base/survey.ts'
import { checkBranches } from '#core/check/conditions/branches.ts'
import { checkShapes } from '#core/check/shapes/files.ts'
import { checkTables } from '#core/check/tables/tables.ts'
import { parseContent } from '../../../server/content/reading/parse.ts'
import { MAIN, ROUTING, withAll } from './every-kind.ts'
import { problemsOf } from './toy.ts'

/** Parsed once; what is tried is put into a copy. */
const parsed = parseContent(withAll()).content

/** What is told of a condition in a row of the tables, or in a branch of the section. */
function told(condition: string, where: 'row' | 'tea' = 'row') {
  const content = structuredClone(parsed)
  const { attention } = content.routing as { attention: { rows: object[] } }
  const { liking } = (content.flows.tea as { steps: Record<string, { next: object[] }> }).steps
  const [place] = where === 'row' ? attention.rows : (liking?.next ?? [])
  Object.assign(place ?? {}, { when: parse(condition) })
  const problems = reporter((file) => ({ file, line: 1, column: 1 }))
  const read = checkShapes(content, problems.report)
  const survey = surveyOf(content, problems, (file) => read.has(file))
  checkBranches(survey, false)
  checkTables(survey, true)
  return problems.problems.filter(
    ({ file, code }) =>
      (file === ROUTING || file === 'flows/tea.yaml') && !['wrong-type', 'unused-fact'].includes(code),
  )
}
const codes = (...given: Parameters<typeof told>) => told(...given).map(({ code }) => code)
const fixes = (...given: Parameters<typeof told>) => told(...given).map(({ fix }) => fix)

describe('what can be asked of an answer', () => {
  const WORDS: Record<string, string> = {
    is: 'dontKnow',
    any: '[dontKnow]',
    all: '[dontKnow]',
    none: '[dontKnow]',
    min: '1',
    max: '1',
    size: '{ min: 1 }',
    before: 'on',
    after: 'on',
    where: '{ region: south }',
    answered: 'true',
    dontKnow: 'true',
    declined: 'true',
    unsure: 'true',
  }
  const all = Object.entries(WORDS).map(([word, value]) => `${word}: ${value}`)
  const status = ['asked', 'answered', 'dontKnow', 'declined', 'unsure']
  const amount = ['is', 'any', 'none', 'min', 'max']

  it.each([
    ['plain', ['is', 'any', 'none']],
    ['listed', ['is', 'any', 'none', 'where']],
    ['municipality', ['is', 'any', 'none', 'where']],
    ['ticked', ['is', 'any', 'all', 'none', 'size']],
    ['towns', ['is', 'any', 'all', 'none', 'size', 'where']],
    ['steps', amount],
    ['cups', amount],
    ['price', amount],
    ['share', amount],
    ['since', amount],
    ['born', ['is', 'any', 'none', 'before', 'after']],
    ['words', []],
    ['horn', []],
  ])('to %s is %j, and whether and how it was answered', (step, suited) => {
    const problems = told(`{ ${step}: { ${all.join(', ')} } }`).filter(({ code }) => code === 'wrong-test')
    const refused = problems.map(({ says }) => /^"(\w+)" does not suit/.exec(says)?.[1])
    const allowed = [...suited, ...status]
    expect(refused).toEqual(Object.keys(WORDS).filter((word) => !allowed.includes(word)))
    for (const { fix } of problems) expect(fix).toBe(`Use one of: ${allowed.join(', ')}.`)
  })

  it('is not said of a kind of question that there is not', () => {
    const texts = withAll()
    const odd = (texts[MAIN] ?? '').replace('steps: { ask: scale', 'steps: { ask: sclae')
    const when = (texts[ROUTING] ?? '').replace(
      '{ alone: alone }',
      `{ steps: { ${all.filter((one) => !one.startsWith('where')).join(', ')} } }`,
    )
    const found = problemsOf({ ...texts, [MAIN]: odd, [ROUTING]: when }).map(({ code }) => code)
    expect(found).not.toContain('wrong-test')
    expect(found).not.toContain('wrong-scale')
  })
})

describe('an answer that a condition names', () => {
  it.each([
    '{ plain: c }',
    '{ plain: { is: c } }',
    '{ plain: { any: [a, c] } }',
    '{ plain: { none: [c] } }',
    '{ plain: none }',
    '{ ticked: { all: [a, d] } }',
    '{ municipality: "999" }',
    '{ towns: c }',
  ])('must be one of its question: %s', (condition) => {
    expect(codes(condition)).toContain('unknown-answer')
  })

  it.each([
    '{ plain: a }',
    '{ plain: dontKnow }',
    '{ plain: { any: [declined, b] } }',
    '{ ticked: none }',
    '{ municipality: "172" }',
    '{ municipality: elsewhere }',
    '{ towns: { all: [a, b] } }',
    '{ cups: 3 }',
    '{ words: { answered: true } }',
    '{ lost: anything }',
  ])('may be any of its question, none of the rows, or how it was not answered: %s', (condition) => {
    expect(codes(condition)).toEqual([])
  })

  it('on the scale is one of its five steps, also as a bound', () => {
    for (const condition of ['6', '0', '2.5', '{ any: [1, 7] }', '{ min: 0 }', '{ max: 6 }'])
      expect(codes(`{ steps: ${condition} }`)).toContain('wrong-scale')
    for (const condition of [
      '5',
      '1',
      '{ any: [1, 5] }',
      '{ min: 1 }',
      '{ max: 5 }',
      '{ min: 2, max: 4 }',
      'dontKnow',
    ])
      expect(codes(`{ steps: ${condition} }`)).toEqual([])
    for (const condition of [
      '{ cups: { min: 0 } }',
      '{ cups: { max: 70 } }',
      '{ ticked: { size: { min: 0 } } }',
    ])
      expect(codes(condition)).toEqual([])
  })
})

describe('bounds', () => {
  it('are told when nothing lies between them', () => {
    for (const condition of [
      '{ cups: { min: 3, max: 2 } }',
      '{ ticked: { size: { min: 2, max: 1 } } }',
      '{ count: unsure, atLeast: 3, atMost: 2 }',
    ])
      expect(codes(condition)).toContain('upside-down')
    for (const condition of [
      '{ cups: { min: 2, max: 2 } }',
      '{ cups: { min: 3 } }',
      '{ cups: { max: 2 } }',
      '{ ticked: { size: { min: 1, max: 1 } } }',
      '{ ticked: { size: { min: 2 } } }',
      '{ count: unsure, atLeast: 2, atMost: 2 }',
      '{ count: unsure, atLeast: 2 }',
      '{ count: unsure, atMost: 2 }',
    ])
      expect(codes(condition)).toEqual([])
    expect(fixes('{ ticked: { size: { min: 2, max: 1 } } }')).toContain(
      'Exchange the two, or correct one of them.',
    )
  })

  it('that are no numbers are not compared, nor is a list taken for an answer', () => {
    for (const bounds of ['b a', '3 "2"', '"3" 2'].map((both) => both.split(' '))) {
      const [least, most] = bounds
      expect(codes(`{ cups: { min: ${least}, max: ${most} } }`)).not.toContain('upside-down')
      expect(codes(`{ count: unsure, atLeast: ${least}, atMost: ${most} }`)).not.toContain('upside-down')
    }
    expect(codes('{ plain: [c] }')).not.toContain('unknown-answer')
  })

  it('of a count need something that is counted', () => {
    expect(codes('{ atMost: 2 }')).toEqual(['bound-without-count'])
    expect(codes('{ atLeast: 2, alone: alone }')).toEqual(['bound-without-count'])
  })
})

describe('an attribute', () => {
  it('is one of the question’s list, whichever items have it, and has one of the values there', () => {
    expect(codes('{ listed: { where: { region: south } } }')).toEqual([])
    expect(codes('{ listed: { where: { size: 1 } } }')).toEqual([])
    expect(fixes('{ listed: { where: { region: sout } } }')).toContain('Did you mean "south"?')
    expect(fixes('{ listed: { where: { region: moon } } }')).toContain('Use one of: north, south.')
    expect(fixes('{ listed: { where: { size: 700 } } }')).toContain('Use one of: 1.')
    expect(told('{ listed: { where: { size: 700 } } }')[0]?.says).toBe(
      '"700" is not an answer of the question "size".',
    )
    expect(fixes('{ listed: { where: { id: a } } }')).toContain('Use one of: region, size.')
    expect(codes('{ lost: { where: { region: south } } }')).toEqual([])
  })
})

describe('a name in a condition', () => {
  const inTea = (condition: string) => codes(condition, 'tea')

  it('means the need’s own step in a section, else one that was asked before it', () => {
    expect(inTea('{ liking: 5 }')).toEqual([])
    expect(inTea('{ wishes: tea }')).toEqual([])
    expect(inTea('{ strip: fire }')).toEqual([])
    expect(inTea('{ asker: self }')).toEqual([])
    expect(inTea('{ tea/liking: 5 }')).toEqual([])
    // a need that was walked before may have asked it
    expect(inTea('{ hungry: very }')).toEqual([])
    expect(inTea('{ all: [{ liking: 5 }, { not: { sugar: 1 } }] }')).toEqual(['not-asked-yet'])
    expect(inTea('{ alone: alone }')).toEqual(['not-asked-yet'])
    expect(inTea('{ tea/sugar: 3 }')).toEqual(['not-asked-yet'])
  })

  it('is told with what may have been meant, at every depth', () => {
    for (const condition of [
      '{ lkng: 1 }',
      '{ any: [{ lkng: 1 }] }',
      '{ all: [{ lkng: 1 }] }',
      '{ not: { lkng: 1 } }',
    ])
      expect(inTea(condition)).toContain('unknown-address')
    expect(fixes('{ likng: 1 }', 'tea')).toContain('Did you mean "liking"?')
    expect(fixes('{ counts: unsure }')).toContain('Did you mean "count"?')
    expect(fixes('{ zzzzzzzzz: 1 }', 'tea')[0]).toMatch(/^Use one of: liking, sugar, strip, hungry, wishes, /)
    expect(fixes('{ zzzzzzzzz: 1 }')[0]).toMatch(/^Use one of: strip, hungry, wishes, /)
  })

  it('of a fact or a danger must be there', () => {
    expect(codes('{ fact: dislikes }')).toEqual([])
    expect(codes('{ fact: dislike }')).toEqual(['unknown-fact'])
    expect(codes('{ danger: any }')).toEqual([])
    expect(codes('{ danger: [fire] }')).toEqual([])
    expect(codes('{ danger: [fier] }')).toEqual(['unknown-danger'])
  })

  it('that is counted is a step of a need', () => {
    expect(codes('{ count: { each: liking, where: 5 } }')).toEqual([])
    expect(codes('{ count: { each: liking, where: 6 } }')).toEqual(['wrong-scale'])
    expect(codes('{ count: { each: alone, where: alone } }')).toEqual(['unknown-address'])
    expect(codes('{ count: unsure }')).toEqual([])
  })

  it('is not said to be unknown while its step, its section or a file of flows has a mistake of its own', () => {
    const besides = (file: string, old: string, fresh: string, condition: string) => {
      const texts = withAll()
      const flow = (texts[file] ?? '').replace(old, fresh)
      expect(flow).not.toBe(texts[file])
      const routing = (texts[ROUTING] ?? '').replace('{ alone: alone }', condition)
      const all = problemsOf({ ...texts, [ROUTING]: routing, [file]: flow })
      return all.filter(({ code, file }) => code === 'unknown-address' && file === ROUTING).length
    }
    const sound = '  liking:\n    ask: scale'
    expect(besides('flows/tea.yaml', sound, '  liking:\n    aks: scale', '{ tea/liking: 5 }')).toBe(0)
    expect(
      besides('flows/tea.yaml', sound, '  liking:\n    aks: scale', '{ count: { each: liking, where: 5 } }'),
    ).toBe(0)
    expect(besides('flows/tea.yaml', sound, '  liking:\n    aks: scale', '{ tea/biting: 5 }')).toBe(1)
    expect(besides('flows/tea.yaml', 'start: liking', 'start: liking: x', '{ tea/biting: 5 }')).toBe(0)
    expect(besides(MAIN, 'sections: { tea: tea }', 'sections: { tea: tee }', '{ tea/biting: 5 }')).toBe(0)
    expect(besides(MAIN, 'sections: { tea: tea }', 'sections: { tea: tee }', '{ cake/biting: 5 }')).toBe(1)
    expect(besides(MAIN, 'strip: { ask: many, options: [fire, flood] }\n', '', '{ strip: fire }')).toBe(0)
    expect(besides(MAIN, 'strip: { ask: many, options: [fire, flood] }\n', '', '{ biting: 5 }')).toBe(1)
  })
})
