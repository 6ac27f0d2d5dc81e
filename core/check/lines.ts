/** Telephone numbers: safety data. Who verified them, until when, and which emergency they help in. */
import { isDay } from '../flow/day.ts'
import type { Path } from '../flow/problem.ts'
import { STRIP } from '../flow/words.ts'
import { idsOf, known, rowsOf } from './area-rows.ts'
import { fileOf } from './content.ts'
import { type Bag, inWords, list, record } from './look.ts'
import { hint } from './suggest.ts'
import type { Survey } from './survey.ts'

/** Checks lines and which flags they help with. With `today`, overdue numbers are warnings. */
export function checkLines(survey: Survey, today: string | undefined): void {
  const { report, questions, whole } = survey
  const file = fileOf.area('lines')
  const lines = rowsOf(survey, 'lines', 'lines')
  lines.forEach(({ line, verifiedOn, nextCheck }, index) => {
    if (typeof verifiedOn !== 'string' || typeof nextCheck !== 'string' || !isDay(nextCheck)) return
    const path = ['lines', index, 'nextCheck']
    if (nextCheck < verifiedOn)
      report('review-before-check', file, path, { review: nextCheck, checked: verifiedOn })
    else if (today !== undefined && nextCheck < today) {
      report('check-overdue', file, path, { name: inWords(line), day: nextCheck }, { level: 'warning' })
    }
  })
  const helps = record(record(survey.content.area.lines).helps)
  const flags = questions.get(STRIP)?.options ?? []
  for (const [flag, ids] of Object.entries(helps)) {
    for (const [index, id] of list(ids).entries()) {
      known(survey, 'unknown-line', ['lines', ['helps', flag, index]], id, idsOf(lines, 'line'))
    }
    if (flags.length > 0 && !flags.includes(flag)) {
      report('unknown-flag', file, ['helps', flag], { name: flag, hint: hint(flag, flags) }, { part: 'key' })
    }
  }
  for (const flag of whole(file) ? flags : []) {
    if (!(flag in helps)) report('flag-without-line', file, ['helps'], { name: flag }, { part: 'key' })
  }
}

/** A number that is shown needs the day on which somebody called it. */
export function checkPhones(survey: Survey): void {
  const shown = (file: string, path: Path, row: Bag, key: string, name: string) => {
    const day = `${key}VerifiedOn`
    if (typeof row[key] !== 'string' || day in row) return
    survey.report('number-not-verified', fileOf.area(file), [...path, key], { name, day })
  }
  for (const [index, row] of rowsOf(survey, 'areas').entries()) {
    shown('areas', [index], row, 'phone', inWords(row.area))
  }
  for (const [index, row] of rowsOf(survey, 'stations', 'stations').entries()) {
    shown('stations', ['stations', index], row, 'phone', inWords(row.station))
  }
  const organisation = record(survey.content.area.organisation)
  shown('organisation', [], organisation, 'coordinatorPhone', inWords(organisation.organisation))
}
