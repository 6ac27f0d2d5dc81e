/** A name that stands twice in the same place: which kind of place it is, because each is put right in its own way. */
import { type Document, isPair, isScalar, type Pair, visit } from 'yaml'
import type { Code, Fill } from '#core/check/said/saying.ts'

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')

/** Names of what a pair stands in, from the outermost, and its own; where it begins at this sign. */
function namesTo(document: Document, offset: number): string[] {
  let found: string[] = []
  visit(document, {
    Pair(_, pair, above) {
      const { key } = pair
      if (!isScalar(key) || key.range?.[0] !== offset) return
      found = [...above.filter(isPair), pair].map((one) => nameOf(one as Pair))
      return visit.BREAK
    },
  })
  return found
}

/** Words under which conditions stand, and those that are no question there. */
const CONDITIONS = ['when', 'any', 'all', 'not']
const OF_TEST = ['is', 'min', 'max', 'size', 'where', 'before', 'after', 'unsure']

/** What is told of a name that is there twice. */
export function twice(document: Document, offset: number, name: string): { code: Code; fill: Fill } {
  const above = namesTo(document, offset).slice(0, -1)
  const around = above.at(-1) ?? ''
  if (name === 'when') return { code: 'two-whens', fill: { name } }
  const isInCondition = CONDITIONS.includes(around) && !OF_TEST.includes(name)
  const isFact = above.length === 2 && above[0] === 'facts'
  if (!isInCondition && !isFact) return { code: 'yaml-duplicate-key', fill: { name } }
  if (name === 'any' || name === 'all' || name === 'not') return { code: 'joining-twice', fill: { name } }
  return { code: 'question-twice', fill: { name } }
}
