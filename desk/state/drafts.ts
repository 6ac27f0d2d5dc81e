/** What is being written, by request: survives the end of a session and moving between requests, never a reload. */

let owner: string | undefined
const drafts = new Map<string, string>()

/** Drafts belong to one person: another one signing in on the same screen must not find them. */
export function draftsOf(person: string): void {
  if (owner !== person) drafts.clear()
  owner = person
}

export const draft = (request: string): string => drafts.get(request) ?? ''

export function keepDraft(request: string, text: string): void {
  if (text) drafts.set(request, text)
  else drafts.delete(request)
}

export const hasDrafts = (): boolean => drafts.size > 0

export function forgetDrafts(): void {
  owner = undefined
  drafts.clear()
}
