/** A name that stands twice in the same place: which kind of place it is, because each is put right in its own way. */
import { type Document, isMap, isPair, isScalar, type Pair, visit } from 'yaml'
import type { Code, Fill } from '#core/check/said/saying.ts'

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')

/** `above`: names of what the pair stands in, from the outermost; `first`: where the other one of its name begins. */
type Found = { above: string[]; first: number }
function pairAt(document: Document, offset: number): Found {
  let found: Found = { above: [], first: offset }
  visit(document, {
    Pair(_, pair, around) {
      const { key } = pair
      if (!isScalar(key) || key.range?.[0] !== offset) return undefined
      const map = around.at(-1)
      const other = isMap(map) ? map.items.find((one) => nameOf(one) === nameOf(pair)) : undefined
      const first = isScalar(other?.key) ? other.key.range?.[0] : undefined
      found = { above: around.filter(isPair).map(nameOf), first: first ?? offset }
      return visit.BREAK
    },
  })
  return found
}

/** Words under which conditions stand, and those of a test of one answer. */
const CONDITIONS = ['when', 'any', 'all', 'not']
const OF_TEST = ['is', 'min', 'max', 'size', 'where', 'before', 'after', 'unsure']

function codeFor(name: string, above: string[]): Code {
  const isFact = above.length === 2 && above[0] === 'facts'
  if (name === 'when') return 'two-whens'
  if (name === 'danger' && (above[0] === 'steps' || above[0] === 'shared' || above[0] === 'request'))
    return 'danger-twice'
  if (!isFact && !(CONDITIONS.includes(above.at(-1) ?? '') && !OF_TEST.includes(name)))
    return 'yaml-duplicate-key'
  return ['any', 'all', 'not'].includes(name) ? 'joining-twice' : 'question-twice'
}

/** What is told of a name that is there twice; `offset`: where the second one begins. */
export function twice(
  document: Document,
  offset: number,
  name: string,
  lineOf: (offset: number) => number,
): { code: Code; fill: Fill } {
  const { above, first } = pairAt(document, offset)
  return { code: codeFor(name, above), fill: { name, line: lineOf(first) } }
}
