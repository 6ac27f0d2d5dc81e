/** A refusal in words, said at once to a screen reader, next to what was tried. */
import type { Refused } from '../net/api.ts'
import { say, sayFirst } from '../words/words.ts'

/** Who holds the request is said by name: the caller needs to know whom to ask. */
export function problemWords(refused: Refused): string {
  if (refused.code === 'already-taken' && refused.by) return say('problem.alreadyTaken', { by: refused.by })
  const inField = `problem.${refused.code}${refused.field?.replaceAll('/', '.') ?? ''}`
  return sayFirst([inField, `problem.${refused.code}`, `messages:${refused.code}`], say('problem.internal'))
}

/** `id`: of the field’s description, where it belongs to a field. */
export const Problem = ({ refused, id }: { refused: Refused | undefined; id?: string }) => (
  <div role="alert" class="problem-room" id={id}>
    {refused && <p class="problem">{problemWords(refused)}</p>}
  </div>
)
