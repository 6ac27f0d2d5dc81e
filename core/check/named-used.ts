/** Where content uses what depends on a name: a flow of its own kind, without any of it, needs no such name. */
import {
  AGE,
  ASKER,
  CHANGES,
  type ContentId,
  HELPERS,
  ORDINARY_LANE,
  PERMISSION,
  PROFESSIONAL,
  RELATIVE,
  SERVICES,
  WHEN_NEEDED,
} from '../flow/named.ts'
import { STRIP } from '../flow/words.ts'
import { SOURCE_LANGUAGE } from './base/content.ts'
import { isRecord, list, record } from './base/safe-access.ts'
import type { Survey } from './base/survey.ts'
import { headlinesOf } from './tables/tables.ts'

type Used = (survey: Survey) => boolean

/** What depends on an answer is used wherever its question is asked, and that the kind *answer* sees to; lines every place has. */
export const always: Used = () => true

const unseen = ({ main }: Survey) => list(main?.bag.unseen)
/** Somebody near may look at the screen: there are dangers in which leaving unseen stands beside the numbers. */
export const fear: Used = (survey) => unseen(survey).length > 0
export const fearInStrip: Used = (survey) =>
  (survey.questions.get(STRIP)?.options ?? []).some((flag) => unseen(survey).includes(flag))

/** Some text speaks to this asker apart: `coping.question_relative`. */
export const form =
  (asker: ContentId): Used =>
  ({ content, flows }) => {
    const spoken = new RegExp(`_${asker}(_|$)`)
    const namespaces = [...flows.keys(), 'segments', 'advice']
    return Object.values(content.words).some((words) =>
      namespaces.some((one) => Object.keys(record(words[one])).some((key) => spoken.test(key))),
    )
  }
export const question =
  (name: ContentId): Used =>
  ({ questions }) =>
    questions.has(name)
/** Some of these is asked: one that belongs to them and is not there lacks by a slip. */
export const someOf =
  (...names: ContentId[]): Used =>
  (survey) =>
    names.some((name) => question(name)(survey))
export const answer =
  (name: ContentId, option: ContentId): Used =>
  ({ questions }) =>
    questions.get(name)?.options.includes(option) === true
/** Some text speaks to this kind of near one apart, or the other kind has an answer of its own: this one lacks by a slip. */
export const nearOneOrForm =
  (asker: ContentId, other: ContentId): Used =>
  (survey) =>
    form(asker)(survey) || answer(ASKER, other)(survey)
export const askers: Used = (survey) =>
  [form(RELATIVE), form(PROFESSIONAL), question(PERMISSION)].some((used) => used(survey))

const CIRCUMSTANCES = [PERMISSION, HELPERS, SERVICES, CHANGES, WHEN_NEEDED, AGE]
/** Most of the questions that the desk shows beside the own words: what lacks of them lacks by a slip. */
export const circumstances: Used = ({ questions }) =>
  CIRCUMSTANCES.filter((name) => questions.has(name)).length > CIRCUMSTANCES.length / 2

/** The tables tell whose lines answer when help is wanted today. */
export const today: Used = ({ content }) =>
  list(record(record(record(content.routing).today)).rows).some(isRecord)
export const municipality: Used = ({ questions }) =>
  [...questions.values()].some(({ ask }) => ask === 'municipality')

/** The desk has short names of segments. */
export const deskNames: Used = ({ content }) =>
  Object.keys(record(content.words[SOURCE_LANGUAGE]?.desk)).some((key) => key.startsWith('segment.'))
/** Some row leads to a queue of its own. */
export const lanes: Used = (survey) =>
  headlinesOf(survey).some(({ lane }) => typeof lane === 'string' && lane !== ORDINARY_LANE)
