/** Lanes of the place: every lane that the tables lead to is there, and so is the ordinary one. */
import { ORDINARY_LANE } from '../../flow/named.ts'
import { fileOf } from '../base/content.ts'
import { list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { idsOf, rowsOf } from './area-rows.ts'

/** Without a file of lanes nothing is known of them: a new place then has the ordinary one alone. */
export function checkLanes(survey: Survey): void {
  const { content, report, whole } = survey
  const file = fileOf.area('lanes')
  if (!('lanes' in content.area) || !whole(file)) return
  const lanes = idsOf(rowsOf(survey, 'lanes'), 'lane')
  if (!lanes.includes(ORDINARY_LANE)) report('no-ordinary-lane', file, [], { name: ORDINARY_LANE })
  list(record(record(content.routing).segment).rows).forEach((row, index) => {
    const { lane } = record(record(row).then)
    if (typeof lane !== 'string' || lanes.includes(lane)) return
    const path = ['segment', 'rows', index, 'then', 'lane']
    report('unknown-lane', fileOf.routing, path, { name: lane, hint: hint(lane, lanes) })
  })
}
