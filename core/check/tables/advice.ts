/** Advice items: whose they are, when they were checked, which life areas they belong to. */
import { isDay } from '../../flow/day.ts'
import { MAIN } from '../../flow/words.ts'
import { fileOf, SOURCE_LANGUAGE } from '../base/content.ts'
import { inWords, list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import { questionOfStep, type Survey } from '../base/survey.ts'
import { checkCondition } from '../conditions/conditions.ts'
import { possible } from '../conditions/imply.ts'

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/

/** The options of every agenda's question: what a resident may choose first. */
export function firstChoices(survey: Survey): string[] {
  const { main } = survey
  const agendas = Object.values(main?.steps ?? {}).flatMap((step) =>
    'agenda' in step ? [inWords(step.agenda)] : [],
  )
  const questions = main ? agendas.flatMap((name) => questionOfStep(survey, main, name) ?? []) : []
  return questions.filter(({ ask }) => ask === 'many').flatMap(({ options }) => options)
}

function checkLifeAreas(survey: Survey, file: string, areas: unknown): void {
  const known = firstChoices(survey)
  if (known.length === 0 || !survey.whole(fileOf.flow(MAIN))) return
  list(areas).forEach((name, index) => {
    if (typeof name !== 'string' || known.includes(name)) return
    survey.report('unknown-life-area', file, ['lifeAreas', index], { name, hint: hint(name, known) })
  })
}

/** An item that no row gives is shown to nobody; a name written wrong is told where it stands. */
function checkReached({ content, whole, report }: Survey): void {
  if (!whole(fileOf.routing)) return
  const rows = list(record(record(content.routing).advice).rows)
  const given = new Set(rows.flatMap((row) => list(record(row).then).map(inWords)))
  if ([...given].some((name) => !(name in content.advice))) return
  for (const name of Object.keys(content.advice))
    if (!given.has(name)) {
      const of = [{ file: fileOf.advice(name), path: [] }]
      report('advice-unreached', fileOf.advice(name), [], { name }, { level: 'warning', of })
    }
}

/** A link under another name than that of a language is shown to nobody. */
function checkLinkLanguages({ content, report }: Survey, file: string, link: unknown): void {
  const known = [
    ...new Set([SOURCE_LANGUAGE, ...Object.keys(content.words), ...Object.keys(content.languages)]),
  ]
  for (const name of Object.keys(record(link))) {
    if (known.includes(name)) continue
    // a language that another place may have harms nobody here
    const level = TAG.test(name) ? 'warning' : 'error'
    const fill = { name, hint: hint(name, known) }
    report('link-language', file, ['link', name], fill, { part: 'key', level })
  }
}

/** Of whom an item is not: somebody there can be. */
function checkUnless(survey: Survey, file: string, unless: unknown, isWhole: boolean): void {
  const before = survey.told()
  checkCondition(survey, { file, needs: [], isBranch: false }, unless, ['unless'])
  const isSound = isWhole && unless !== undefined && survey.told() === before
  if (isSound && !possible({ survey, needs: [] }, unless))
    survey.report('impossible-condition', file, ['unless'])
}

/** Checks every item. With `today`, what should have been looked at again is a warning. `isWhole`: as of tables. */
export function checkAdvice(survey: Survey, today: string | undefined, isWhole: boolean): void {
  checkReached(survey)
  for (const [id, item] of Object.entries(survey.content.advice)) {
    const file = fileOf.advice(id)
    const { lifeAreas, link, unless, checkedOn, reviewBy } = record(item)
    checkLifeAreas(survey, file, lifeAreas)
    checkLinkLanguages(survey, file, link)
    checkUnless(survey, file, unless, isWhole)
    if (checkedOn === undefined && today !== undefined)
      survey.report('not-read-yet', file, [], {}, { level: 'warning' })
    if (!isDay(inWords(checkedOn)) || !isDay(inWords(reviewBy))) continue
    const [review, checked] = [inWords(reviewBy), inWords(checkedOn)]
    if (review < checked) survey.report('review-before-check', file, ['reviewBy'], { review, checked })
    else if (today !== undefined && review < today) {
      survey.report('review-overdue', file, ['reviewBy'], { day: review }, { level: 'warning' })
    }
  }
}
