/**
 * What is promised of the steps of a result: whom a piece of advice is never for, and what never stands before what. Told by
 * lists of this file, never by reading what the content says of itself: a content that changed its mind would be found.
 */
import type { Answers, Dialogue, Id } from '#core/flow/definition.ts'
import type { Advised, Outcome } from '#core/flow/result.ts'

/** Nothing for somebody under 18: one's own money, home, work and powers are a grown person’s. */
const GROWN_UP =
  `acting-for-another after-prison basic-social-assistance care-allowance-pensioner client-fee-relief
  debt-advice disability-pension elder-concern-line enforcement finding-home gambling-help guarantee-foundation
  health-check-unemployed home-at-risk home-costs home-support housing-allowance housing-support jobseeker legal-aid
  maintenance meal-service medicine-cap mental-housing mental-self multi-sector-support occupational-health
  old-age-pension partial-sickness pay-subsidy pensioner-housing power-cut preventive-assistance psychotherapy-rehab
  rehab-work rent-deposit return-to-work safety-phone service-housing sickness-allowance social-credit social-rehab
  student-health supplementary-assistance supported-living-disab survivors-pension unemployment-benefit
  vocational-rehab work-ability work-day-activity`.split(/\s+/)
/** Of these a family has need whoever is spoken of: a parent who asks for a child reads them. */
const OF_THE_FAMILY =
  `housing-allowance basic-social-assistance supplementary-assistance preventive-assistance debt-advice guarantee-foundation
  social-credit home-at-risk rent-deposit finding-home home-costs enforcement power-cut legal-aid maintenance medicine-cap
  client-fee-relief housing-support`.split(/\s+/)
/** Who to call when somebody is in danger: never below a step of a mere matter. */
const HELP_IN_DANGER = [
  'crisis-help',
  'violence-help',
  'threat-help',
  'hurting-help',
  'child-protection',
  'older-mistreated',
]
/** Steps that nothing but a change of life asks for. */
const OF_CHANGE = [
  'leaving-hospital',
  'new-illness',
  'after-a-death',
  'new-carer',
  'moving-home',
  'turning-18',
  'aftercare',
]
/** Steps that stand by another matter than the one that was ticked, on purpose: where they come first, the rest depends on them. */
const BY_ANOTHER = [
  'new-in-finland',
  'temporary-protection',
  'refused-decision',
  'school-welfare',
  'youth-guidance',
  'mental-housing',
]
/** Ticks that tell a danger, whatever is asked: fear, harm, hunger, no roof. */
const DANGEROUS =
  /^(fear|hurting|neglect|child|not-living|heavy-event|no-food|taken|no-home|threat|hurt|watched|forced|stranger|child-sees)$/
/** A grade of one that is a danger by itself. */
const GRADED_DANGER = ['family-children/coping', 'mood-crisis/coping', 'substances/coping']

const ticksAt = (answers: Answers, address: string): string[] => [answers[address] ?? []].flat().map(String)
const isPensioner = (answers: Answers) =>
  answers.income === 'pension' ||
  ['65-74', '75-or-more'].includes(String(answers.age)) ||
  ticksAt(answers, 'money/trouble').includes('pension') ||
  ticksAt(answers, 'changes').includes('retired')
const isStudent = (answers: Answers) =>
  answers.income === 'study' || ticksAt(answers, 'work-study/trouble').includes('study-money')

type Told = { answers: Answers; advice: Advised[] }
type Promised = (told: Told) => string | undefined
const given = (advice: Advised[], ids: Id[]) => advice.map(({ id }) => id).find((id) => ids.includes(id))

/** A change of life is a matter of one’s own when it was walked: three are, an illness is none of them. */
const isOwnChange = (answers: Answers) =>
  ticksAt(answers, 'needs')
    .filter((need) => need !== 'illness')
    .slice(0, 3)
    .includes('life-change')

/** How hard a matter is: its grade, 2.5 when it was not told, 3 where none is asked. */
function hardnessOf(answers: Answers, need: Id): number {
  const grade = answers[`${need}/coping`]
  return grade === undefined ? 3 : typeof grade === 'number' ? grade : 2.5
}

const isOfDanger = ({ because }: Advised) =>
  because.some(
    ({ address, value }) =>
      address === 'strip' ||
      (/(trouble|what)$/.test(address) && [value].flat().some((tick) => DANGEROUS.test(String(tick)))) ||
      (GRADED_DANGER.includes(address) && value === 1) ||
      (address === 'needs' && [value].flat().includes('safety')),
  )

/** How hard the matter is that a step stands by; of those that no matter asks for, the easiest of all. */
function standsBy({ id, because }: Advised, answers: Answers): number {
  const chosen = ticksAt(answers, 'needs')
  const needs = because.flatMap(({ address, value }): Id[] => {
    const [need, step] = address.split('/') as [string, string?]
    if (step !== undefined) return chosen.includes(need) ? [need] : []
    if (address === 'changes') return isOwnChange(answers) ? ['life-change'] : []
    return address === 'needs' && BY_ANOTHER.includes(id) ? [value].flat().map(String) : []
  })
  const told = because.find(({ address }) => address === 'needs')?.value
  const all = needs.length > 0 ? needs : [told ?? []].flat().map(String)
  return Math.min(9, ...all.map((need) => hardnessOf(answers, need)))
}

export const PROMISES: Record<string, Promised> = {
  'nobody under 18 gets what is for grown-ups': ({ answers, advice }) =>
    answers.age === 'under-18'
      ? given(
          advice,
          answers.asker === 'child' ? GROWN_UP.filter((id) => !OF_THE_FAMILY.includes(id)) : GROWN_UP,
        )
      : undefined,

  'no pensioner gets a sickness allowance or an unemployment benefit': ({ answers, advice }) =>
    isPensioner(answers) ? given(advice, ['sickness-allowance', 'unemployment-benefit']) : undefined,

  'no student and no pensioner gets the general housing allowance': ({ answers, advice }) =>
    isPensioner(answers) || isStudent(answers) ? given(advice, ['housing-allowance']) : undefined,

  'no help in danger stands below a step of a mere matter': ({ advice }) => {
    const mere = advice.findIndex((one) => !isOfDanger(one))
    return mere < 0 ? undefined : given(advice.slice(mere + 1), HELP_IN_DANGER)
  },

  'no step of a change in life stands before a harder matter of one’s own': ({ answers, advice }) => {
    const change = isOwnChange(answers) ? hardnessOf(answers, 'life-change') : 9
    const first = advice.findIndex(({ id }) => OF_CHANGE.includes(id))
    const later = first < 0 ? [] : advice.slice(first)
    return later.find((one) => standsBy(one, answers) < change)?.id
  },

  'no step of a harder matter stands after one of an easier': ({ answers, advice }) => {
    const hard = advice.filter((one) => !isOfDanger(one)).map((one) => standsBy(one, answers))
    const at = hard.findIndex((one, index) => index > 0 && one < (hard[index - 1] as number))
    return at < 0 ? undefined : advice.filter((one) => !isOfDanger(one))[at]?.id
  },
}

/** Each promise that an outcome breaks, with the step that breaks it. */
export const brokenBy = (
  answers: Answers,
  { advice }: Pick<Outcome, 'advice'>,
  only = Object.keys(PROMISES),
) =>
  only.flatMap((name) => {
    const step = PROMISES[name]?.({ answers, advice })
    return step === undefined ? [] : [`${name}: ${step}`]
  })

type Row = Dialogue['tables']['advice']['rows'][number]
const rowOf = ({ tables }: Dialogue, id: Id) => tables.advice.rows.find((row) => row.id === id) as Row
const forAll = ({ advice }: Dialogue, ...ids: Id[]) => {
  for (const id of ids) delete advice[id]?.unless
}

/** Content that breaks each promise, and no other part of it. */
export const BREAKING: Record<keyof typeof PROMISES, (content: Dialogue) => void> = {
  'nobody under 18 gets what is for grown-ups': (content) => forAll(content, 'acting-for-another'),
  'no pensioner gets a sickness allowance or an unemployment benefit': (content) =>
    forAll(content, 'sickness-allowance', 'unemployment-benefit'),
  'no student and no pensioner gets the general housing allowance': (content) =>
    forAll(content, 'housing-allowance'),
  // help that is asked for by the grade of a matter, as if nobody were in danger
  'no help in danger stands below a step of a mere matter': (content) => {
    rowOf(content, 'danger-of-mind').when = { 'mood-crisis/coping': { min: 2 } }
  },
  // the change is said to be part of any other matter
  'no step of a change in life stands before a harder matter of one’s own': (content) => {
    rowOf(content, 'moved').when = {
      changes: { any: ['moved'] },
      needs: { any: ['money', 'mood-crisis', 'housing'] },
    }
  },
  // company is said to be part of any other matter
  'no step of a harder matter stands after one of an easier': (content) => {
    rowOf(content, 'lonely').when = {
      'social/trouble': { any: ['lonely', 'things-to-do'] },
      needs: { any: ['money', 'daily-life', 'mood-crisis', 'debts', 'housing', 'work-study', 'caring'] },
    }
  },
}
