/** What the check says, in each language that an editor may ask for. */
import { describe, expect, it } from 'vitest'
import { problemIn } from '#core/check/base/spoken.ts'
import english from '#core/check/said/en.json' with { type: 'json' }
import type { Sentences } from '#core/check/said/saying.ts'
import { run } from '../../../server/commands/flows/command.ts'
import { LANGUAGES } from '../../../server/commands/flows/language.ts'
import { say, speak } from '../../../server/commands/flows/map/phrases.ts'
import { conditions } from './mistakes/conditions.ts'
import { flows } from './mistakes/flows.ts'
import { joined } from './mistakes/joined.ts'
import { place } from './mistakes/place.ts'
import { shape } from './mistakes/shape.ts'
import { tables } from './mistakes/tables.ts'
import { words } from './mistakes/words.ts'
import { writing } from './mistakes/writing.ts'
import { problemsOf, spoilt, whole } from './toy.ts'

const NOW = new Date('2026-11-30T10:00:00')
type Tree = { [name: string]: string | Tree }

/** Every text of a tree by its path. */
const texts = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${at}${name}`, value] as [string, string]] : texts(value, `${at}${name}.`),
  )
const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

const { en, ...others } = LANGUAGES
const problems = [
  ...writing,
  ...shape,
  ...flows,
  ...conditions,
  ...joined,
  ...tables,
  ...place,
  ...words,
].flatMap(([file, old, fresh]) => problemsOf(spoilt(file, old, fresh)))

describe.each(Object.entries(others))('the sentences in %s', (_language, spoken) => {
  it('say each thing that the English ones say, with the same names in them', () => {
    expect(Object.keys(others).sort()).toEqual(['fi', 'sv'])
    for (const part of ['sentences', 'phrases'] as const) {
      const [own, theirs] = [spoken[part], en?.[part]].map((tree) => texts(tree as Tree))
      expect(own?.map(([name, text]) => [name, ...gaps(text)])).toEqual(
        theirs?.map(([name, text]) => [name, ...gaps(text)]),
      )
    }
  })

  it('are not the English ones', () => {
    const [own, theirs] = [spoken, en].map((one) => new Map(texts(one as unknown as Tree)))
    const alike = [...(own ?? [])].filter(
      ([name, text]) => / \w+ \w+ /.test(text) && text === theirs?.get(name),
    )
    expect(alike).toEqual([])
  })

  it('are told of every mistake, whole, at the same place', () => {
    expect(problems.length).toBeGreaterThan(150)
    const phrases = Object.values(english.phrases).filter(
      (text) => /\w \w+ \w/.test(text) && !text.includes('{'),
    )
    for (const problem of problems) {
      const told = problemIn(problem, spoken.sentences)
      expect({ ...told, says: '', fix: '', more: 0 }).toEqual({ ...problem, says: '', fix: '', more: 0 })
      expect(gaps(whole(told))).toEqual(gaps(whole(problem)))
      expect(whole(told)).not.toMatch(/\[object|undefined/)
      expect(phrases.filter((phrase) => whole(told).includes(phrase))).toEqual([])
      expect(whole(problemIn(told, en?.sentences as Sentences))).toBe(whole(problem))
    }
  })
})

it('what was tried first is put right in the same language', () => {
  const texts = spoilt('flows/guidance.yaml', '- when: { alone: together }', '- when: { alone: { gt: 2 } }')
  const told = problemsOf(texts).map((problem) => problemIn(problem, others.fi?.sentences as Sentences).fix)
  expect(told).toEqual(['Kirjoita "min (yhtä suurempi luku)".'])
})

describe('npm run flows --language', () => {
  it('answers in Finnish or Swedish, the map too', () => {
    const { lines, code } = run(['--map', '--language', 'fi'], NOW)
    expect(code).toBe(0)
    expect(lines.at(-1)).toMatch(/^Kunnossa: \d+ /)
    expect(run(['--language=sv'], NOW).lines.at(-1)).toMatch(/^Allt är i ordning: \d+ /)
    expect(lines.join('\n')).toContain(speak('fi', () => say('step.many')))
    expect(lines.join('\n')).not.toContain(speak('en', () => say('step.many')))
  })

  it('says which languages it speaks when it is asked for another', () => {
    expect(run(['--language', 'xx'], NOW)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^The check does not speak "xx"\. It speaks: en, fi, sv\. Usage: /)],
    })
    expect(run(['--mpa', '--language', 'fi'], NOW).lines[0]).toContain('--mpa')
  })
})
