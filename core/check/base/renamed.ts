/** Steps that were given another name, while their texts, and whatever else names them, still have the old one. */

import type { Topic } from './causes.ts'
import { fileOf, SOURCE_LANGUAGE } from './content.ts'
import { record } from './safe-access.ts'
import type { Survey, SurveyedQuestion } from './survey.ts'
import { plainKey } from './text-forms.ts'

/** A question whose step is called `fresh` now and was called `old`. */
export type Renamed = { old: string; fresh: string; question: SurveyedQuestion }

const QUESTION = '.question'
const ID = /^[a-z0-9][a-z0-9-]*$/

/** The options that have texts under the name of a step. */
function optionsOf(texts: Record<string, unknown>, step: string): string[] {
  const start = `${step}.options.`
  const keys = Object.keys(texts).filter((key) => key.startsWith(start))
  return [...new Set(keys.map((key) => plainKey(key).slice(start.length)))].sort()
}
const isSame = (one: string[], other: string[]): boolean => one.join() === other.join()

/**
 * Steps without texts whose options are those of texts without a step; of other questions only where one of each is left over.
 */
function look({ content, questions, flows, shared }: Survey): Renamed[] {
  return [...flows.keys()].flatMap((id) => {
    const texts = record(content.words[SOURCE_LANGUAGE]?.[id])
    const own = new Map(
      [...questions.values()].filter(({ flow }) => flow === id).map((one) => [one.step, one]),
    )
    const steps = new Set([...own.keys(), ...Object.keys(flows.get(id)?.steps ?? {}), ...Object.keys(shared)])
    const left = Object.keys(texts).flatMap((key) => {
      const step = key.endsWith(QUESTION) ? key.slice(0, -QUESTION.length) : ''
      return step === '' || steps.has(step) ? [] : [{ step, options: optionsOf(texts, step) }]
    })
    const isBare = (step: string) => ID.test(step) && !(`${step}${QUESTION}` in texts)
    const bare = [...own.values()].filter(({ step }) => isBare(step))
    return bare.flatMap((question): Renamed[] => {
      const options = question.list === undefined ? [...question.options].sort() : []
      const alike = left.filter((one) => isSame(one.options, options))
      const isSure = options.length > 0 || (bare.length === 1 && left.length === 1)
      const [meant] = isSure ? alike : []
      return meant ? [{ old: meant.step, fresh: question.step, question }] : []
    })
  })
}

const looked = new WeakMap<Survey['questions'], Renamed[]>()
/** The same, looked for once in a content. */
export function renamedIn(survey: Survey): Renamed[] {
  const known = looked.get(survey.questions) ?? look(survey)
  looked.set(survey.questions, known)
  return known
}

/** What a step that was renamed is about: the place where its old name is missed. */
export const oldPlaceOf = ({ old, question: { file, path } }: Renamed): Topic => ({
  file,
  path: [...path.slice(0, -1), old],
})

/** The address that one with an old name has now; nothing for any other. */
export function addressNow(
  survey: Survey,
  address: string,
  needs: readonly string[] = [],
): string | undefined {
  const [need, step] = address.includes('/') ? address.split('/') : [undefined, address]
  const { sections } = survey
  for (const { old, fresh, question } of renamedIn(survey)) {
    if (old !== step) continue
    if (need !== undefined && sections.get(question.flow)?.includes(need)) return `${need}/${fresh}`
    const isHere =
      question.need === undefined || needs.some((one) => sections.get(question.flow)?.includes(one))
    if (need === undefined && isHere) return fresh
  }
  return undefined
}

/** The name that a step of a flow has now. */
export const stepNow = (survey: Survey, flow: string, name: unknown): string | undefined =>
  renamedIn(survey).find(({ old, question }) => old === name && question.flow === flow)?.fresh

/** Where a name that is asked for may have been given up for another. */
export const givenUp = ({ flows }: Pick<Survey, 'flows'>, name: string): Topic[] =>
  [...flows.values()].flatMap(({ file, id }) =>
    (file === fileOf.flow(id) ? ['steps', 'shared', 'request'] : []).map((part) => ({
      file,
      path: [part],
      only: 'keys' as const,
      near: name,
    })),
  )

/** Flows whose file has another name than their words: `[old, fresh]`, found by most of their questions. */
export function flowsRenamed({ content, flows }: Pick<Survey, 'content' | 'flows'>): [string, string][] {
  const words = record(content.words[SOURCE_LANGUAGE])
  const left = Object.keys(words).filter((id) => !flows.has(id))
  return [...flows.values()].flatMap(({ id, steps }): [string, string][] => {
    const own = Object.keys(steps)
    const asked = (old: string) => own.filter((step) => `${step}${QUESTION}` in record(words[old])).length
    const meant =
      id in words ? undefined : left.find((old) => asked(old) > 0 && asked(old) * 2 > own.length - 1)
    return meant === undefined ? [] : [[meant, id]]
  })
}
