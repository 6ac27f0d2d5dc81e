/**
 * What depends on each name of `flow/named.ts`, and the check that content has it where that is used. One row a name: the
 * compiler asks for the row of a new name and for the name of a row, and the sentence of each stands in `said/en.json`.
 */
import * as names from '../flow/named.ts'
import { fileOf } from './base/content.ts'
import { givenUp, renamedIn } from './base/renamed.ts'
import type { Survey } from './base/survey.ts'
import { type Bearer, carried, kinds, type NamedKind } from './named-kinds.ts'
import * as used from './named-used.ts'
import sentences from './said/en.json' with { type: 'json' }
import { phrase } from './said/saying.ts'

export type Dependence = {
  kind: NamedKind
  /** the name itself; of an answer also the question it answers */
  name: names.ContentId
  of?: names.ContentId
  /** without it content is refused where what depends on it is used; else the editor is warned */
  required: boolean
  /** does this content use what depends on the name */
  used: (survey: Survey) => boolean
  /** the question that probably is the one meant, under another name */
  bearer?: (survey: Survey) => Bearer | undefined
}

/** Every name that code looks up. */
export const dependences = {
  SAFETY: { kind: 'mark', name: names.SAFETY, required: true, used: used.fear },
  VIOLENCE: { kind: 'flag', name: names.VIOLENCE, required: true, used: used.fearInStrip },
  SPECIAL_SUPPORT: { kind: 'mark', name: names.SPECIAL_SUPPORT, required: false, used: used.circumstances },
  ASKER: {
    kind: 'question',
    name: names.ASKER,
    required: true,
    used: used.askers,
    bearer: carried(({ options }) =>
      options.some((one) => one === names.RELATIVE || one === names.PROFESSIONAL),
    ),
  },
  RELATIVE: {
    kind: 'answer',
    name: names.RELATIVE,
    of: names.ASKER,
    required: true,
    used: used.form(names.RELATIVE),
  },
  CHILD: {
    kind: 'answer',
    name: names.CHILD,
    of: names.ASKER,
    required: false,
    used: used.nearOneOrForm(names.CHILD, names.SPOUSE),
  },
  SPOUSE: {
    kind: 'answer',
    name: names.SPOUSE,
    of: names.ASKER,
    required: false,
    used: used.nearOneOrForm(names.SPOUSE, names.CHILD),
  },
  PROFESSIONAL: {
    kind: 'answer',
    name: names.PROFESSIONAL,
    of: names.ASKER,
    required: true,
    used: (survey) => used.form(names.PROFESSIONAL)(survey) || used.question(names.PERMISSION)(survey),
  },
  PERMISSION: {
    kind: 'question',
    name: names.PERMISSION,
    required: true,
    used: used.answer(names.ASKER, names.PROFESSIONAL),
    bearer: carried(({ options }) => options.includes(names.GIVEN)),
  },
  GIVEN: { kind: 'answer', name: names.GIVEN, of: names.PERMISSION, required: true, used: used.always },
  MATTERS: {
    kind: 'question',
    name: names.MATTERS,
    required: false,
    used: used.someOf(names.WORKS, names.GOAL),
  },
  WORKS: {
    kind: 'question',
    name: names.WORKS,
    required: false,
    used: used.someOf(names.MATTERS, names.GOAL),
  },
  GOAL: {
    kind: 'question',
    name: names.GOAL,
    required: false,
    used: used.someOf(names.MATTERS, names.WORKS),
  },
  HELPERS: { kind: 'question', name: names.HELPERS, required: false, used: used.circumstances },
  SERVICES: { kind: 'question', name: names.SERVICES, required: false, used: used.circumstances },
  CHANGES: { kind: 'question', name: names.CHANGES, required: false, used: used.circumstances },
  AGE: { kind: 'question', name: names.AGE, required: false, used: used.circumstances },
  UNDER_18: { kind: 'answer', name: names.UNDER_18, of: names.AGE, required: false, used: used.always },
  WHEN_NEEDED: {
    kind: 'question',
    name: names.WHEN_NEEDED,
    required: true,
    used: used.today,
    bearer: carried(({ options }) => options.includes(names.TODAY)),
  },
  TODAY: { kind: 'answer', name: names.TODAY, of: names.WHEN_NEEDED, required: true, used: used.always },
  MUNICIPALITY: {
    kind: 'question',
    name: names.MUNICIPALITY,
    required: true,
    used: used.municipality,
    bearer: carried(({ ask }) => ask === 'municipality'),
  },
  MUNICIPALITIES: { kind: 'list', name: names.MUNICIPALITIES, required: true, used: used.municipality },
  UNROUTED: { kind: 'segment', name: names.UNROUTED, required: false, used: used.deskNames },
  ORDINARY_LANE: { kind: 'lane', name: names.ORDINARY_LANE, required: false, used: used.lanes },
  EMERGENCY_LINE: { kind: 'line', name: names.EMERGENCY_LINE, required: true, used: used.always },
} satisfies Record<keyof typeof names, Dependence>

type Name = keyof typeof dependences
const rows = Object.entries(dependences) as [Name, Dependence][]

/** A name that an editor may not change without losing what `why` tells. */
export type Lock = Pick<Dependence, 'kind' | 'name' | 'of' | 'required'> & { why: string }

/** The names that carry a lock where content is edited, each with the sentence of what depends on it. */
export const locks: readonly Lock[] = rows.map(([key, { kind, name, of, required }]) => ({
  kind,
  name,
  ...(of && { of }),
  required,
  why: `${sentences.named[key]}.`,
}))

/** Reports each name that is missing where what depends on it is used: a required one refuses the content. */
export function checkNamed(survey: Survey): void {
  for (const [key, { kind, name, of, required, used, bearer }] of rows) {
    const { isThere, isKnown, at } = kinds[kind]
    if (!isKnown(survey, of) || !used(survey) || isThere(survey, name, of)) continue
    const meant = bearer?.(survey)
    const { file, path, part } = meant ? { ...meant, part: 'key' as const } : at(survey, name, of)
    const fill = { name, found: meant?.step ?? '' }
    const lacks = phrase(meant ? 'named.otherwise' : `named.${kind}.lacks`, fill)
    const remedy = phrase(meant ? 'named.rename' : `named.${kind}.fix`, fill)
    const level = required ? 'error' : 'warning'
    const says = { depends: { depends: key }, lacks, remedy }
    const isRenamed = kind === 'question' && renamedIn(survey).some(({ old }) => old === name)
    // the list of municipalities is made of their table
    const area = kind === 'list' ? { of: [{ file: fileOf.area(name), path: [] }] } : {}
    const from = isRenamed ? { of: givenUp(survey, name) } : area
    survey.report('named-missing', file, path, says, { part, level, ...from })
  }
}
