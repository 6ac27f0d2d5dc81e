/** A name that code looks up cannot go missing unseen: each is renamed throughout a copy of the repository's content. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#core/check/base/problem.ts'
import { reporter } from '#core/check/base/report.ts'
import { surveyOf } from '#core/check/base/survey.ts'
import { check } from '#core/check/check.ts'
import { checkNamed, dependences, locks } from '#core/check/named.ts'
import { checkShapes } from '#core/check/shapes/files.ts'
import * as names from '#core/flow/named.ts'
import { type FileTexts, parseContent } from '../../../server/content/reading/parse.ts'
import { folderTexts } from '../../../server/content/reading/read-folder.ts'
import { size } from '../../support/evidence.ts'
import { ANEW, renamed } from './renamed.ts'
import { problemsOf, spoilt, whole } from './toy.ts'

type Key = keyof typeof dependences

let texts: FileTexts
/** What is told of one language alone, whatever its names. */
let before: Set<string>
const said = ({ code, file, says }: Problem) => [code, file, says].join()
beforeAll(() => {
  const { texts: all } = folderTexts({ flows: 'flows', locales: 'locales' })
  // one language is enough, and no name decides how a case ends
  const kept = Object.entries(all).filter(
    ([file]) => /^(flows|locales\/fi)\//.test(file) && !/cases\.yaml$|refused\.json$/.test(file),
  )
  const refused = all['locales/fi/refused.json'] ?? ''
  texts = { ...Object.fromEntries(kept), 'flows/cases.yaml': '[]\n', 'house/fi/refused.json': refused }
  const { content, locate, problems } = parseContent(texts)
  before = new Set([...problems, ...check(content, locate)].map(said))
})

/** Ours; the list of municipalities stands in a file of its own only where there is no place. */
function textsFor(key: Key): FileTexts {
  const lines = 'flows/area/lines.yaml'
  // a question of that name is meant, not the list of the place
  if (key === 'SERVICES')
    return { ...texts, [lines]: texts[lines]?.replace(/\nservices:\n( .*\n)+/, '\n') ?? '' }
  if (key !== 'MUNICIPALITIES') return texts
  const kept = Object.entries(texts).filter(([file]) => file !== 'flows/area/municipalities.yaml')
  return {
    ...Object.fromEntries(kept),
    'flows/lists.yaml': "municipalities:\n  - { id: '172', name: Joutsa }\n",
  }
}

/** What the part of the check that minds names tells. */
function namesMissing(changed: FileTexts): Problem[] {
  const { content, locate } = parseContent(changed)
  const told = reporter(locate)
  const read = checkShapes(content, told.report)
  checkNamed(surveyOf(content, told, (file) => read.has(file)))
  return told.problems
}

const MAIN = 'flows/guidance.yaml'
const anew = new RegExp(`^ +${ANEW}:`)
/** Where each missing name is told: the file, and what stands at the line. */
const PLACES: Record<Key, [file: string, line: RegExp]> = {
  SAFETY: ['flows/routing.yaml', /^attention:/],
  VIOLENCE: [MAIN, /^ +options:/],
  SPECIAL_SUPPORT: ['flows/routing.yaml', /^attention:/],
  ASKER: [MAIN, anew],
  RELATIVE: [MAIN, /^ +asker:/],
  CHILD: [MAIN, /^ +asker:/],
  SPOUSE: [MAIN, /^ +asker:/],
  PROFESSIONAL: [MAIN, /^ +asker:/],
  PERMISSION: [MAIN, anew],
  GIVEN: [MAIN, /^ +permission:/],
  MATTERS: [MAIN, /^steps:/],
  WORKS: [MAIN, /^steps:/],
  GOAL: [MAIN, /^steps:/],
  HELPERS: [MAIN, /^steps:/],
  SERVICES: [MAIN, /^steps:/],
  CHANGES: [MAIN, /^steps:/],
  AGE: [MAIN, /^steps:/],
  UNDER_18: [MAIN, /^ +age:/],
  WHEN_NEEDED: [MAIN, anew],
  TODAY: [MAIN, /^ +when-needed:/],
  MUNICIPALITY: [MAIN, anew],
  MUNICIPALITIES: ['flows/lists.yaml', new RegExp(`^${ANEW}:|^#`)],
  UNROUTED: ['locales/fi/desk.json', /"segment\./],
  ORDINARY_LANE: ['locales/fi/segments.json', /"lane\./],
  EMERGENCY_LINE: ['flows/area/lines.yaml', /^lines:/],
}

describe('a name that code looks up, renamed throughout the content and its words', () => {
  it.each(Object.keys(dependences) as Key[])('%s is told of, where it belongs', (key) => {
    const { kind, name, required } = dependences[key]
    const changed = renamed(textsFor(key), kind, name)
    const told = namesMissing(changed)
    const [file, line] = PLACES[key]
    expect(told.map((problem) => [problem.level, problem.file])).toEqual([
      [required ? 'error' : 'warning', file],
    ])
    const [problem] = told as [Problem]
    const why = locks.find((lock) => lock.name === name)?.why ?? '?'
    expect(changed[file]?.split('\n')[problem.line - 1]).toMatch(line)
    expect(problem.says).toContain(`${why.slice(0, -1)}; `)
    expect(problem.fix).toMatch(new RegExp(`[".]${name}[".]`))
  })

  it.each(size<Key[]>(['SAFETY', 'WHEN_NEEDED'], Object.keys(dependences) as Key[]))(
    '%s is told of by the whole check, and nothing else would have told',
    (key) => {
      const { content, locate, problems } = parseContent(
        renamed(textsFor(key), dependences[key].kind, dependences[key].name),
      )
      // a list that is missed for want of its file is told under the file
      const isFolded = ({ code }: Problem) => key === 'MUNICIPALITIES' && code === 'named-missing'
      const all = [...problems, ...check(content, locate)]
        .flatMap((one) => [one, ...(one.more ?? []).filter(isFolded)])
        .filter((one) => !before.has(said(one)))
      // no row names the ordinary lane: a text of another one serves nothing
      const besides =
        dependences[key].kind === 'lane' ? ['text-unused'] : key === 'MUNICIPALITIES' ? ['file-missing'] : []
      expect(all.map(({ code }) => code)).toEqual([...besides, 'named-missing'])
    },
  )

  it('is as an editor reads it', () => {
    const read = (key: Key) =>
      namesMissing(renamed(texts, dependences[key].kind, dependences[key].name)).map(whole)[0]
    expect(read('SAFETY')).toMatch(
      /^flows\/routing\.yaml:\d+:1 The desk hides the number .+ by the mark "safety".+; no row gives it\. Let a row of the table "attention" give "safety"\.$/,
    )
    expect(read('WHEN_NEEDED')).toMatch(
      /^flows\/guidance\.yaml:\d+:3 .+ by the question "when-needed"; this question is called "anew"\. Call it "when-needed"\.$/,
    )
  })

  it('is not told of while nothing is renamed', () => {
    expect(namesMissing(texts)).toEqual([])
  })
})

describe('a plain flow of another kind', () => {
  it('needs no name of what it does not use', () => {
    const plain = spoilt('flows/guidance.yaml', 'next: asker }', 'next: walk }')
    const shorter = {
      ...plain,
      'flows/guidance.yaml': (plain['flows/guidance.yaml'] ?? '').replace(/^ {2}asker: .*\n/m, ''),
      'flows/cases.yaml': (plain['flows/cases.yaml'] ?? '').replace('asker: self, ', ''),
      'locales/fi/guidance.json': (plain['locales/fi/guidance.json'] ?? '').replace(
        /^ {2}"asker\..*\n/gm,
        '',
      ),
    }
    for (const { name } of locks.filter(({ kind }) => kind === 'question' || kind === 'mark'))
      expect(shorter['flows/guidance.yaml']).not.toMatch(new RegExp(`^ +${name}:`, 'm'))
    expect(problemsOf(shorter).map(whole)).toEqual([])
  })

  it('is told of a name once it uses what depends on it', () => {
    const unseen = spoilt(
      'flows/guidance.yaml',
      'options: [fire, flood] }',
      'options: [fire, flood] }\nunseen: [fire]',
    )
    expect(namesMissing(unseen).map(({ level, file }) => [level, file])).toEqual([
      ['error', 'flows/routing.yaml'],
      ['error', MAIN],
    ])
  })
})

describe('the list of names', () => {
  it('has one row a name, and each name once of its kind', () => {
    expect(locks.map(({ name }) => name).sort()).toEqual(Object.values(names).sort())
    const seen = locks.map(({ kind, name, of }) => [kind, of, name].join(' '))
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('gives names that a text written elsewhere does not fit', () => {
    // @ts-expect-error only `named.ts` makes a name of the content
    const written: names.ContentId = 'safety'
    expect(written).toBe(names.SAFETY)
  })
})
