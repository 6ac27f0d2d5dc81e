/** The fields of an act’s form, found as they were left: whatever takes the form off the screen, only saving or giving up forgets them. */
import type { DeskAct } from '#core/request/life.ts'
import { draft, drafts, forgetDraft, keepDraft } from '../../../state/drafts.ts'
import { useStore } from '../../../state/store.ts'

/**
 * @param beginning how the form stands before anything has been told
 * @returns the fields as they stand, and a way to tell some of them
 */
export function useTold<Told extends object>(
  request: string,
  act: DeskAct,
  beginning: Told,
): [Told, (part: Partial<Told>) => void] {
  const kept = useStore(drafts, () => draft(request, act))
  const tell = (part: Partial<Told>) => {
    const now: Partial<Told> = { ...draft(request, act), ...part }
    const isAsBefore = (Object.keys(now) as (keyof Told)[]).every((field) => now[field] === beginning[field])
    if (isAsBefore) forgetDraft(request, act)
    else keepDraft(request, act, now)
  }
  return [{ ...beginning, ...kept }, tell]
}
