/** Telephone numbers: safety data. Who verified them, until when, and which emergency they help in. */
import { isDay } from '../../flow/day.ts'
import { EMERGENCY, MAIN } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { dangersOf } from '../flows/dangers.ts'
import { goalsOf } from '../tables/tables.ts'
import { idsOf, known, rowsOf } from './area-rows.ts'

/** Checks lines and which flags they help with. With `today`, overdue numbers are warnings. */
export function checkLines(survey: Survey, today: string | undefined): void {
  const { report } = survey
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
  checkHelps(survey, lines)
}

/** Services of no emergency: each once in an area, and with `today` a warning of each that a person must find, call or call again. */
export function checkServices(survey: Survey, today: string | undefined, areas: string[]): void {
  const { report, content } = survey
  const file = fileOf.area('lines')
  const rows = rowsOf(survey, 'lines', 'services')
  const seen = new Set<string>()
  rows.forEach(({ service, area, number, verifiedOn, nextCheck }, index) => {
    const path = ['services', index]
    const name = [service, area].filter((part) => part !== undefined).join(', ')
    known(survey, 'unknown-area', ['lines', [...path, 'area']], area, areas)
    if (seen.has(name)) report('duplicate-id', file, [...path, 'service'], { name })
    seen.add(name)
    if (typeof nextCheck === 'string' && typeof verifiedOn === 'string' && nextCheck < verifiedOn)
      report('review-before-check', file, [...path, 'nextCheck'], { review: nextCheck, checked: verifiedOn })
    if (today === undefined) return
    const warning = { level: 'warning' as const }
    if (typeof number !== 'string') report('service-without-number', file, path, { name }, warning)
    else if (verifiedOn === undefined) report('service-not-called', file, path, { name }, warning)
    else if (typeof nextCheck === 'string' && nextCheck < today)
      report('check-overdue', file, [...path, 'nextCheck'], { name, day: nextCheck }, warning)
  })
  // a place that has no services at all may have content made for others
  if (!survey.whole(file) || !('services' in record(content.area.lines))) return
  for (const [id, item] of Object.entries(content.advice)) {
    const { line } = record(item)
    const names = idsOf(rows, 'service')
    if (typeof line !== 'string' || names.includes(line)) continue
    report('unknown-service', fileOf.advice(id), ['line'], { name: line, hint: hint(line, names) })
  }
}

/** Which lines help in what: every danger and situation of today has one, 112 at latest the second of a danger. */
function checkHelps(survey: Survey, lines: Bag[]): void {
  const { report, whole, content } = survey
  const file = fileOf.area('lines')
  const helps = record(record(content.area.lines).helps)
  const dangers = dangersOf(survey)
  const today = goalsOf(survey, 'today')
  const places = [...dangers, ...today, ...goalsOf(survey, 'segment')]
  for (const [what, ids] of Object.entries(helps)) {
    for (const [index, id] of list(ids).entries()) {
      known(survey, 'unknown-line', ['lines', ['helps', what, index]], id, idsOf(lines, 'line'))
    }
    if (dangers.length > 0 && whole(fileOf.routing) && !places.includes(what))
      report(
        'unknown-help',
        file,
        ['helps', what],
        { name: what, hint: hint(what, places) },
        { part: 'key', of: [{ file: fileOf.flow(MAIN), path: ['dangers'] }] },
      )
    const first = list(ids).slice(0, 2)
    const isWhole = list(ids).every((id) => idsOf(lines, 'line').includes(inWords(id)))
    const of112 = lines.filter(({ number }) => number === EMERGENCY).map(({ line }) => line)
    const isLate = of112.length > 0 && !first.some((line) => of112.includes(line))
    if (isWhole && isLate && dangers.includes(what))
      report('danger-late-112', file, ['helps', what], { name: what }, { part: 'key' })
  }
  for (const name of whole(file) ? [...dangers, ...today] : []) {
    if (!(name in helps))
      report(
        'danger-without-line',
        file,
        ['helps'],
        { name },
        { part: 'key', of: [{ file, path: ['helps'], only: 'keys', near: name }] },
      )
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
