/** Hours, closures and days of the place: what cannot be, or would surely be a slip. */
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord, list } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { rowsOf } from './area-rows.ts'

const AREAS = fileOf.area('areas')
const STATIONS = fileOf.area('stations')
const CLOSURES = fileOf.area('closures')
/** A closure that is longer than a summer is a closing, or a slip in the year. */
const LONG_DAYS = 100
const DAY = 86_400_000

type Hours = { weekday: unknown; from: string; to: string; path: Path }

/** Rows of hours that end before they begin, and two of one weekday that overlap. */
function checkHours({ report }: Survey, rows: unknown, path: Path): void {
  const all = list(rows).flatMap((row, index): Hours[] =>
    isRecord(row)
      ? [{ weekday: row.weekday, from: inWords(row.from), to: inWords(row.to), path: [...path, index] }]
      : [],
  )
  for (const [index, { weekday, from, to, path: at }] of all.entries()) {
    if (from >= to) report('hours-upside-down', STATIONS, [...at, 'from'], { from, to })
    const other = all.slice(0, index).find((one) => one.weekday === weekday && one.from < to && from < one.to)
    if (other)
      report('hours-overlap', STATIONS, at, { weekday: inWords(weekday), from: other.from, to: other.to })
  }
}

function checkCutOffs({ report }: Survey, areas: Bag[]): void {
  for (const [index, { cutOff, callBy }] of areas.entries())
    if (inWords(cutOff) >= inWords(callBy))
      report('cut-off-late', AREAS, [index, 'cutOff'], { cutOff: inWords(cutOff), callBy: inWords(callBy) })
}

function checkClosures({ report }: Survey, closures: Bag[]): void {
  for (const [index, { station, substitute, from, to }] of closures.entries()) {
    if (station !== undefined && station === substitute)
      report('closure-substitute', CLOSURES, [index, 'substitute'], { name: inWords(station) })
    const days = (Date.parse(inWords(to)) - Date.parse(inWords(from))) / DAY
    if (days > LONG_DAYS)
      report('closure-long', CLOSURES, [index, 'to'], { days: Math.round(days) }, { level: 'warning' })
  }
}

/** A number of which nobody is called: noughts, or one figure again and again. */
function checkNoughts({ report }: Survey, stations: Bag[], areas: Bag[]): void {
  const isNone = (phone: unknown) => typeof phone === 'string' && /^(\d)\1*$/.test(phone.replace(/\D/g, ''))
  for (const [index, { phone }] of stations.entries())
    if (isNone(phone)) report('bad-phone', STATIONS, ['stations', index, 'phone'], { value: inWords(phone) })
  for (const [index, { phone }] of areas.entries())
    if (isNone(phone)) report('bad-phone', AREAS, [index, 'phone'], { value: inWords(phone) })
}

/** Checks all times and days of the place. */
export function checkTimes(survey: Survey): void {
  const stations = rowsOf(survey, 'stations', 'stations')
  const areas = rowsOf(survey, 'areas')
  const { content, whole } = survey
  if (whole(STATIONS)) {
    const seed = content.area.stations
    if (isRecord(seed)) checkHours(survey, seed.hours, ['hours'])
    for (const [index, { hours }] of stations.entries())
      checkHours(survey, hours, ['stations', index, 'hours'])
  }
  if (whole(AREAS)) checkCutOffs(survey, areas)
  if (whole(CLOSURES)) checkClosures(survey, rowsOf(survey, 'closures'))
  checkNoughts(survey, stations, areas)
}
