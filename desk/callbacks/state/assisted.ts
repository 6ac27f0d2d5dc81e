/** A call that is being answered: how far its conversation has come, what is told of it, and whether it is stored. In memory only. */
import type { AssistedBody } from '#core/contract/assisted.ts'
import type { Receipt } from '#core/contract/callback.ts'
import type { AssistedCard, AssistedEnd } from '#core/request/assisted.ts'
import { keysOf, type RequestKeys } from '#core/request/keys.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { draft, drafts, forgetDraft, keepDraft } from '../../state/drafts.ts'
import { sessionEnded, whenForgotten } from '../../state/session.ts'
import { createStore, useStore } from '../../state/store.ts'
import { spokenLanguage } from '../../words/words.ts'
import { refreshQueue } from './queue.ts'

type OutcomeOfCall = NonNullable<AssistedBody['closing']>['outcome']

/** Letters, as the contract has it. */
export const MOST_OWN_WORDS = 500

/** What the coordinator writes beside the conversation. */
export type CallTold = {
  phone: string
  name: string
  ownWords: string
  note: string
  isUnsafe: boolean
  safeWhen: string
  ends: AssistedEnd | undefined
  outcome: OutcomeOfCall | undefined
  recorded: boolean
  failureDemand: boolean
}
const NOTHING_TOLD: CallTold = {
  ...{ phone: '', name: '', ownWords: '', note: '', isUnsafe: false, safeWhen: '' },
  ...{ ends: undefined, outcome: undefined, recorded: false, failureDemand: false },
}

type AssistedState = {
  /** made when the call is answered: told again under them, it is stored once */
  keys: RequestKeys | undefined
  language: string
  card: AssistedCard | undefined
  /** the caller's own words as they stand in the conversation */
  said: string
  receipt: Receipt | undefined
  refused: Refused | undefined
  busy: boolean
  /** what is written is of a call before, whose session ended before it was stored */
  isOfBefore: boolean
}
const nothing: AssistedState = {
  ...{
    keys: undefined,
    language: '',
    card: undefined,
    said: '',
    receipt: undefined,
    refused: undefined,
    busy: false,
  },
  isOfBefore: false,
}
export const assisted = createStore<AssistedState>(nothing)
whenForgotten(() => assisted.set(nothing))

const [DRAFT, ACT] = ['call', 'assisted']

const newKeys = () => keysOf(Date.now(), (count) => crypto.getRandomValues(new Uint8Array(count)))

export function answerCall(): void {
  if (assisted.get().keys) return
  const isOfBefore = draft(DRAFT, ACT) !== undefined
  assisted.set({ ...nothing, keys: newKeys(), language: spokenLanguage(), isOfBefore })
}

/** Somebody else rings: what is written is not theirs. */
export function clearCall(): void {
  forgetDraft(DRAFT, ACT)
  assisted.set({ isOfBefore: false })
}

/** The call is over, or was none: nothing of it is kept here. */
export function leaveCall(): void {
  forgetDraft(DRAFT, ACT)
  assisted.set(nothing)
}

const toldNow = (): CallTold => ({ ...NOTHING_TOLD, ...draft(DRAFT, ACT) })

/** What is written, kept like every draft: until it is stored or given up. */
export function useCallTold(): [CallTold, (part: Partial<CallTold>) => void] {
  useStore(drafts, () => draft(DRAFT, ACT))
  return [toldNow(), (part) => keepDraft(DRAFT, ACT, { ...toldNow(), ...part })]
}

/** Own words written in the conversation are the request's too, until they are written otherwise here. */
export function hearSaid(told: string): void {
  const [said, { said: before }] = [told.slice(0, MOST_OWN_WORDS), assisted.get()]
  if (said === before) return
  const { ownWords } = toldNow()
  if (ownWords === before) keepDraft(DRAFT, ACT, { ...toldNow(), ownWords: said })
  assisted.set({ said })
}

/** Is there something that would be lost. */
export const isBegun = ({ card }: Pick<AssistedState, 'card'>, told: CallTold): boolean =>
  Object.keys(card?.answers ?? {}).length > 0 || JSON.stringify(told) !== JSON.stringify(NOTHING_TOLD)

const bodyOf = (keys: RequestKeys, card: AssistedCard, told: CallTold, ends: AssistedEnd): AssistedBody => {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim())
  const [phone, name, ownWords, note] = [told.phone, told.name, told.ownWords, told.note].map(text)
  const safeWhen = told.isUnsafe ? text(told.safeWhen) : undefined
  const { outcome, recorded, failureDemand } = told
  return {
    ...keys,
    ...card,
    contact: {
      way: 'call',
      ...(phone && { phone }),
      ...(name && { name }),
      ...(ownWords && { ownWords }),
      ...(told.isUnsafe && { safeToCall: false, ...(safeWhen && { safeWhen }) }),
    },
    ends,
    ...(ends === 'closed' && outcome && { closing: { outcome, recorded, failureDemand } }),
    ...(note && { note }),
  }
}

/**
 * Stores the call. No answer: it may have been stored, so it stands as it was and may be told again, under the same keys and once.
 */
export async function storeCall(): Promise<void> {
  const { keys, card, busy, receipt } = assisted.get()
  const told = toldNow()
  if (!keys || !card || !told.ends || busy || receipt) return
  assisted.set({ busy: true, refused: undefined })
  try {
    const body = bodyOf(keys, card, told, told.ends)
    const stored = await call<Receipt>('POST', '/api/desk/assisted-requests', body)
    forgetDraft(DRAFT, ACT)
    assisted.set({ receipt: stored })
    void refreshQueue()
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded('undone')
    assisted.set({ refused })
  } finally {
    assisted.set({ busy: false })
  }
}
