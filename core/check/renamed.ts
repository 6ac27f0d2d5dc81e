/** Steps that were renamed and are still named as before elsewhere: one cause, and everything that names the old one under it. */
import { MAIN } from '../flow/words.ts'
import { fileOf } from './base/content.ts'
import { flowsRenamed, oldPlaceOf, type Renamed, renamedIn } from './base/renamed.ts'
import type { Survey } from './base/survey.ts'
import { locks } from './named.ts'

/** Names of questions that the program looks up: they may not be renamed. */
const LOCKED = locks.filter(({ kind }) => kind === 'question').map(({ name }): string => name)

function tell({ report }: Survey, renamed: Renamed): void {
  const { old, fresh, question } = renamed
  const isLocked = question.flow === MAIN && LOCKED.includes(old)
  const fill = { name: old, fresh }
  const options = { part: 'key', about: oldPlaceOf(renamed) } as const
  report(isLocked ? 'step-renamed-locked' : 'step-renamed', question.file, question.path, fill, options)
}

/** Tells of each step that has no texts, while texts of the same answers have no step. */
export function checkRenamed(survey: Survey): void {
  for (const renamed of renamedIn(survey)) tell(survey, renamed)
  for (const [old, fresh] of flowsRenamed(survey))
    survey.report(
      'flow-renamed',
      fileOf.flow(fresh),
      [],
      { name: old, fresh },
      { about: { file: fileOf.flow(fresh), path: [] } },
    )
}
