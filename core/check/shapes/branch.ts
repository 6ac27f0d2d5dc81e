/** Which of several allowed shapes the writer meant. */

import { resolve, type Schema } from '../../flow/schema.ts'
import { END } from '../../flow/words.ts'
import { nearest } from '../base/nearest.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord, kindOf } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Code } from '../said/saying.ts'
import { type CheckedFile, wrongType } from './wrong-type.ts'

const STEP_KINDS = ['ask', 'shared', 'agenda', 'end']

const flat = (branches: Schema[]): Schema[] =>
  branches.map(resolve).flatMap((branch) => (branch.anyOf ? flat(branch.anyOf) : [branch]))

const typeOf = (schema: Schema): string => schema.type ?? (schema.enum ? 'string' : 'object')
const namedIn = (schema: Schema, name: string): unknown[] => {
  const property = schema.properties?.[name]
  return property?.enum ?? (property?.const === undefined ? [] : [property.const])
}

/** The branch to hold `value` against; `undefined` after reporting that there is none. */
export function choose(
  place: CheckedFile,
  branches: Schema[],
  value: unknown,
  path: Path,
): Schema | undefined {
  const all = flat(branches)
  const found = kindOf(value)
  const same = all.filter(
    (branch) => typeOf(branch) === found || (typeOf(branch) === 'number' && found === 'integer'),
  )
  if (
    same.length === 0 &&
    typeof value === 'number' &&
    all.some(({ pattern }) => pattern?.includes('[0-9 ]'))
  ) {
    place.report('bad-phone', place.file, path, { value: inWords(value) })
    return undefined
  }
  if (same.length === 0) {
    wrongType(place, all.map(typeOf), value, path)
    return undefined
  }
  if (!isRecord(value) || same.length === 1) return same[0]
  return same.every(({ properties }) => properties?.go ?? properties?.end)
    ? chooseGoal(place, same, value, path)
    : chooseStep(place, same, value, path)
}

/** What a branch may say, and what is written in the place of it. */
const BRANCH = ['when', 'go', END]
const NOT_WHEN = 'else'

/** The step that was meant, wherever it was written. */
const goalIn = (value: unknown): string =>
  typeof value === 'string' ? value : isRecord(value) && typeof value.go === 'string' ? value.go : '…'

/** A branch goes on to a step or ends with an outcome: one sentence for whatever else was written. */
function chooseGoal(place: CheckedFile, branches: Schema[], branch: Bag, path: Path): Schema | undefined {
  const goals = ['go', END].filter((name) => name in branch)
  const other = Object.keys(branch).find((name) => !BRANCH.includes(name))
  const complain = (code: Code, at: Path, fill = {}): undefined =>
    place.report(code, place.file, at, fill, { part: 'key' }) as undefined
  if (goals.length === 2) return complain('branch-two-goals', path)
  if (branch.end === true) return complain('branch-ends-nameless', [...path, END])
  if (goals.length === 1) return branches.find(({ properties }) => properties?.[goals[0] as string])
  if (other === NOT_WHEN) return complain('branch-else', [...path, other], { goal: goalIn(branch[other]) })
  if (other === undefined) return complain('branch-without-goal', path)
  const isWhen = isRecord(branch[other]) || nearest(other, ['when']) !== undefined
  const fill = { name: other, hint: isWhen ? 'when: …' : `go: ${goalIn(branch[other])}` }
  return complain('branch-word', [...path, other], fill)
}

function chooseStep(place: CheckedFile, branches: Schema[], step: Bag, path: Path): Schema | undefined {
  const isQuestion = branches.every((branch) => branch.properties?.ask)
  const kinds = STEP_KINDS.filter((kind) => kind in step)
  const name = inWords(path.at(-1))
  const complain = (code: 'no-step-kind' | 'two-step-kinds', kinds: string): undefined =>
    place.report(code, place.file, path, { name, kinds }, { part: 'key' }) as undefined
  const slip = kinds.length === 0 && Object.keys(step).find((key) => nearest(key, STEP_KINDS) !== undefined)
  if (slip) {
    place.report(
      'unknown-key',
      place.file,
      [...path, slip],
      { name: slip, hint: hint(slip, STEP_KINDS) },
      { part: 'key' },
    )
    return undefined
  }
  if (isQuestion && !('ask' in step)) {
    place.report('missing-key', place.file, path, { name: 'ask' }, { part: 'key' })
    return undefined
  }
  if (kinds.length === 0) return complain('no-step-kind', '')
  if (kinds.length > 1 && !isQuestion) return complain('two-step-kinds', kinds.join(', '))
  const kind = isQuestion ? 'ask' : (kinds[0] as string)
  if (kind !== 'ask') return branches.find((branch) => branch.properties?.[kind])
  const branch = branches.find((candidate) => namedIn(candidate, 'ask').includes(step.ask))
  if (branch) return branch
  const known = branches.flatMap((candidate) => namedIn(candidate, 'ask')).map(inWords)
  place.report('unknown-question-kind', place.file, [...path, 'ask'], {
    name: inWords(step.ask),
    hint: hint(step.ask, known),
  })
  return undefined
}
