/** Short names by which colleagues speak of where answers lead: without one, the desk shows the title that residents read. */
import { fileOf, SOURCE_LANGUAGE } from '../base/content.ts'
import { isRecord } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { goalsOf } from '../tables/tables.ts'
import { neighbour } from './translation.ts'

const DESK = 'desk'

/** A name without a segment is no mistake: requests of earlier revisions may still need it. */
export function checkDeskNames(survey: Survey): void {
  const file = fileOf.words(SOURCE_LANGUAGE, DESK)
  const texts = survey.content.words[SOURCE_LANGUAGE]?.[DESK]
  if (!isRecord(texts) || !survey.whole(fileOf.routing)) return
  for (const name of goalsOf(survey, 'segment')) {
    const key = `segment.${name}`
    if (key in texts) continue
    survey.report(
      'desk-name-missing',
      file,
      neighbour(texts as Record<string, string>, key),
      { key, name },
      {
        level: 'warning',
        part: 'key',
      },
    )
  }
}
