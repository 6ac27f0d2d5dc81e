/** The place: does every area have an owner, every municipality an area, every number somebody who verified it? */

import { MUNICIPALITIES } from '../../flow/named.ts'
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { idsOf, known, rowsOf } from './area-rows.ts'
import { checkLanes } from './lanes.ts'
import { checkLines, checkPhones, checkServices } from './phone-lines.ts'
import { checkReceptions } from './reception.ts'
import { checkTimes } from './times.ts'

const FILES = ['organisation', 'areas', 'stations', 'municipalities', 'closures', 'lines', 'staff']

function checkTwice({ report }: Survey, file: string, key: string, rows: Bag[], inside: Path = []): void {
  const ids = idsOf(rows, key)
  ids.forEach((name, index) => {
    if (ids.indexOf(name) < index)
      report('duplicate-id', fileOf.area(file), [...inside, index, key], { name })
  })
}

function checkAreas(survey: Survey, areas: Bag[], staff: Bag[]): void {
  if (!survey.whole(fileOf.area('staff'))) return
  const owners = staff
    .filter(({ roles }) => list(roles).includes('coordinator'))
    .flatMap(({ own }) => list(own))
  areas.forEach(({ area }, index) => {
    if (owners.includes(area)) return
    survey.report('area-without-owner', fileOf.area('areas'), [index, 'area'], { name: inWords(area) })
  })
}

/** Somebody who waits for no reserve must find a place too, also one who takes two. */
function checkReserves({ report }: Survey, areas: Bag[]): void {
  areas.forEach(({ capacity, reserve, heavy }, index) => {
    if (typeof capacity !== 'number' || typeof reserve !== 'number') return
    const least = list(heavy).length > 0 ? 2 : 1
    if (capacity - reserve >= least) return
    report('reserve-too-large', fileOf.area('areas'), [index, 'reserve'], {
      capacity: inWords(capacity),
      reserve: inWords(reserve),
    })
  })
}

function checkStaff(survey: Survey, staff: Bag[], areas: string[]): void {
  staff.forEach((person, index) => {
    for (const part of ['own', 'substitute']) {
      for (const [at, area] of list(person[part]).entries()) {
        known(survey, 'unknown-area', ['staff', [index, part, at]], area, areas)
      }
    }
  })
}

function checkStations(survey: Survey, areas: string[], municipalities: string[]): void {
  const stations = rowsOf(survey, 'stations', 'stations')
  stations.forEach(({ area, municipality }, index) => {
    known(survey, 'unknown-area', ['stations', ['stations', index, 'area']], area, areas)
    known(
      survey,
      'unknown-municipality',
      ['stations', ['stations', index, 'municipality']],
      municipality,
      municipalities,
    )
  })
  checkReceptions(survey, stations)
  rowsOf(survey, 'closures').forEach((closure, index) => {
    known(survey, 'unknown-area', ['closures', [index, 'area']], closure.area, areas)
    for (const part of ['station', 'substitute']) {
      known(survey, 'unknown-station', ['closures', [index, part]], closure[part], idsOf(stations, 'station'))
    }
    if (inWords(closure.from) <= inWords(closure.to)) return
    const fill = { least: inWords(closure.from), greatest: inWords(closure.to) }
    survey.report('upside-down', fileOf.area('closures'), [index, 'from'], fill)
  })
}

/** The list that residents choose from and the tables of the place must speak of the same municipalities. */
function checkMunicipalities(survey: Survey, rows: Bag[], areas: string[]): void {
  const { report, content, lists, whole } = survey
  for (const [index, { area }] of rows.entries()) {
    known(survey, 'unknown-area', ['municipalities', [index, 'area']], area, areas)
  }
  const listed = lists[MUNICIPALITIES]
  // where the list is made of the rows there is nothing to compare
  if (
    !listed ||
    !(MUNICIPALITIES in record(content.lists)) ||
    !whole(fileOf.lists) ||
    !whole(fileOf.area('municipalities'))
  )
    return
  const areaOf = new Map(rows.map(({ municipality, area }) => [municipality, inWords(area)]))
  listed.forEach(({ id, area }, index) => {
    const path = [MUNICIPALITIES, index]
    const expected = areaOf.get(id)
    if (expected === undefined) {
      const fill = { name: inWords(id), hint: hint(id, areaOf.keys() as Iterable<string>) }
      report('municipality-without-area', fileOf.lists, [...path, 'id'], fill)
    } else if (area !== undefined && area !== expected) {
      report('area-differs', fileOf.lists, [...path, 'area'], {
        name: inWords(id),
        found: inWords(area),
        expected,
      })
    }
  })
  rows.forEach(({ municipality }, index) => {
    if (listed.some(({ id }) => id === municipality)) return
    const fill = { name: inWords(municipality), list: MUNICIPALITIES }
    report('municipality-not-listed', fileOf.area('municipalities'), [index, 'municipality'], fill)
  })
}

/** Whom residents of other municipalities and those who do not say are told to expect. */
function checkDuty(survey: Survey, areas: string[]): void {
  const { dutyArea } = record(survey.content.area.organisation)
  known(survey, 'unknown-area', ['organisation', ['dutyArea']], dutyArea, areas)
}

/** Checks the whole place, if the content has one. With `today`, overdue numbers are warnings. */
export function checkArea(survey: Survey, today: string | undefined): void {
  const { content, report } = survey
  const isThere = (name: string) => name in content.area || content.broken.includes(fileOf.area(name))
  if (!FILES.some(isThere)) return
  for (const name of FILES)
    if (!isThere(name)) report('file-missing', fileOf.area(name), [], { name: fileOf.area(name) })
  const [areas, staff, municipalities] = [
    rowsOf(survey, 'areas'),
    rowsOf(survey, 'staff'),
    rowsOf(survey, 'municipalities'),
  ]
  checkTwice(survey, 'areas', 'area', areas)
  checkTwice(survey, 'staff', 'person', staff)
  checkTwice(survey, 'municipalities', 'municipality', municipalities)
  checkTwice(survey, 'stations', 'station', rowsOf(survey, 'stations', 'stations'), ['stations'])
  checkTwice(survey, 'lines', 'line', rowsOf(survey, 'lines', 'lines'), ['lines'])
  checkTwice(survey, 'lanes', 'lane', rowsOf(survey, 'lanes'))
  checkAreas(survey, areas, staff)
  checkReserves(survey, areas)
  checkDuty(survey, idsOf(areas, 'area'))
  checkStaff(survey, staff, idsOf(areas, 'area'))
  checkStations(survey, idsOf(areas, 'area'), idsOf(municipalities, 'municipality'))
  checkMunicipalities(survey, municipalities, idsOf(areas, 'area'))
  checkTwice(survey, 'closures', 'closure', rowsOf(survey, 'closures'))
  checkTimes(survey)
  checkLanes(survey)
  checkLines(survey, today)
  checkServices(survey, today, idsOf(areas, 'area'))
  checkPhones(survey)
}
