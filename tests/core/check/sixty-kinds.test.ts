/** Every kind of mistake an editor makes is told with file, line, column, what is wrong and what to do, word for word. */
import { describe, expect, it } from 'vitest'
import { conditions } from './mistakes/conditions.ts'
import { flows } from './mistakes/flows.ts'
import { joined } from './mistakes/joined.ts'
import { place } from './mistakes/place.ts'
import { shape } from './mistakes/shape.ts'
import { tables } from './mistakes/tables.ts'
import { words } from './mistakes/words.ts'
import { writing } from './mistakes/writing.ts'
import { problemsOf, spoilt, whole } from './toy.ts'

const kinds = new Set<string>()

describe.each(Object.entries({ writing, shape, flows, conditions, joined, tables, place, words }))(
  'a mistake in %s',
  (_where, mistakes) => {
    it.each(mistakes)('%s: %j → %j', (file, old, fresh, ...sentences) => {
      const problems = problemsOf(spoilt(file, old, fresh))
      for (const { code } of problems) kinds.add(code)
      expect(problems.map(whole)).toEqual(sentences)
      for (const sentence of sentences) expect(sentence).toMatch(/^(flows|locales)\/\S+:\d+:\d+ .+[.?!] .+/)
    })
  },
)

it('is of one of at least sixty kinds, each shown above', () => {
  expect(kinds.size).toBeGreaterThanOrEqual(60)
})
