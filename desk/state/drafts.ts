/**
 * What has been written or chosen and not been saved, by request and act: it survives the end of a session, Back, another
 * request, another language and a refusal. In memory only, so that before a reload the browser asks.
 */
import { createStore } from './store.ts'

/** The fields of an act’s form, as they stand. */
type Told = object
type ByAct = ReadonlyMap<string, Told>

let owner: string | undefined
export const drafts = createStore<{ byRequest: ReadonlyMap<string, ByAct> }>({ byRequest: new Map() })

const ofRequest = (request: string): ByAct => drafts.get().byRequest.get(request) ?? new Map()

function keep(request: string, acts: ByAct): void {
  const byRequest = new Map(drafts.get().byRequest)
  if (acts.size > 0) byRequest.set(request, acts)
  else byRequest.delete(request)
  drafts.set({ byRequest })
}

/** Drafts belong to one person: another one signing in on the same screen must not find them. */
export function draftsOf(person: string): void {
  if (owner !== person) forgetDrafts()
  owner = person
}

export const draft = (request: string, act: string): Told | undefined => ofRequest(request).get(act)

/** The act that was left unfinished last. */
export const unfinished = (request: string): string | undefined => [...ofRequest(request).keys()].at(-1)

export function keepDraft(request: string, act: string, told: Told): void {
  const acts = new Map(ofRequest(request))
  acts.delete(act)
  keep(request, acts.set(act, told))
}

/** Saved, given up, or of a request that is no more; without an act, all of the request. */
export function forgetDraft(request: string, act?: string): void {
  const acts = new Map(act === undefined ? [] : ofRequest(request))
  if (act !== undefined) acts.delete(act)
  keep(request, acts)
}

/** What was told of an act that can be done no more is of no use to anybody: of the request only these are kept. */
export function keepPossible(request: string, acts: readonly string[]): void {
  const told = ofRequest(request)
  const possible = new Map([...told].filter(([act]) => acts.includes(act)))
  if (possible.size < told.size) keep(request, possible)
}

export const hasDrafts = (): boolean => drafts.get().byRequest.size > 0

export function forgetDrafts(): void {
  owner = undefined
  drafts.set({ byRequest: new Map() })
}
