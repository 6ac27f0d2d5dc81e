/** Why a change was refused, in the language of the desk; the server’s own sentence only where there is no other. */
import type { Refused } from '../../net/api.ts'
import { problemWords } from '../../parts/problem.tsx'
import { has, say, sayFirst } from '../../words/words.ts'

/** The name of the field at fault: `to` of `/to`, `hours` of `/hours/0/from`. */
export const fieldOf = (refused: Refused | undefined): string | undefined => refused?.field?.split('/')[1]

/** @param scope of which form: its own words come first */
export function refusalWords(refused: Refused, scope: string): string {
  const [field, reason] = [fieldOf(refused), refused.reason]
  if (refused.code === 'unsure') return say('admin:refused.unsure')
  if (refused.code === 'not-found') return say('admin:refused.notFound')
  if (refused.code !== 'invalid-field' && reason === undefined) return problemWords(refused)
  const keys = [
    `admin:refused.${reason}.${scope}.${field}`,
    `admin:refused.${reason}.${field}`,
    `admin:refused.${reason}`,
    ...(reason === undefined ? [`admin:refused.malformed.${field}`] : []),
  ]
  if (reason !== undefined && !keys.some(has) && refused.detail) return refused.detail
  return sayFirst(keys, say('admin:refused.malformed'))
}
