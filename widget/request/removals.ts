/** Lines taken off the card: each stands in its place and is put back on its own, in any order. */

import { useMemo, useState } from 'preact/hooks'
import { cardLines, withdrawLine } from '#core/flow/card.ts'
import type { Address, Answers, Dialogue } from '#core/flow/definition.ts'
import { ASKER } from '#core/flow/named.ts'
import { replay } from '#core/flow/replay.ts'
import type { QuestionVisit, Replay } from '#core/flow/result.ts'
import { DECLINED, STRIP } from '#core/flow/words.ts'
import { type Asker, askerOf, type WrittenContact } from '../contact/contact.ts'
import { WHOM_LINE } from '../contact/contact-lines.ts'
import type { Talk } from '../state/conversation.ts'

/** Answers as they stood before the first removal, the addresses removed since, and parts of the contact as they were. */
export type Removed = {
  base: Answers
  addresses: Address[]
  contact: { id: string; was: Partial<WrittenContact> }[]
}

/** The answers without these lines: the removals made anew on what stood before them, so that each can be left out. */
export const without = (dialogue: Dialogue, { base, addresses }: Removed, on: string): Answers =>
  addresses.reduce((answers, address) => withdrawLine(dialogue, answers, address, on), base)

/** The strip may be ticked while the card stands there: then its line is what it says now. */
export function followStrip({ base, addresses, contact }: Removed, answers: Answers): Removed {
  const ticked = answers[STRIP]
  if (addresses.length === 0) return { base: answers, addresses, contact }
  if (addresses.includes(STRIP) && ticked === DECLINED) return { base, addresses, contact }
  const { [STRIP]: _, ...before } = base
  return {
    base: ticked === undefined ? before : { ...before, [STRIP]: ticked },
    addresses: addresses.filter((address) => address !== STRIP),
    contact,
  }
}

export type Removals = {
  /** the lines of the conversation and of the contact before anything was removed */
  whole: { lines: QuestionVisit[]; written: WrittenContact; asker: Asker }
  /** taken away by itself, and nothing else keeps it away */
  removed: (id: string) => boolean
  /** the lines that went with this one, and come back with it */
  also: (id: string) => string[]
  remove(address: Address): void
  putBack(address: Address): void
  removeContact(id: string, without: Partial<WrittenContact>): void
  putBackContact(id: string): void
}

type Props = {
  talk: Talk
  dialogue: Dialogue
  on: string
  written: WrittenContact
  onWritten: (written: WrittenContact) => void
}

/** Who is contacted is asked because somebody else asks: the one line of the contact that goes with an answer. */
const idsOf = (found: Replay | undefined) => [
  ...(found && askerOf(found.answers[ASKER]) ? [WHOM_LINE] : []),
  ...(found ? cardLines(found).map(({ address }) => address) : []),
]

/** Of the lines that went with others, those that each removed one takes; one that needs two of them is told at the last. */
export function goneWith(dialogue: Dialogue, state: Removed, now: Answers, on: string) {
  const { base, addresses } = state
  const left = idsOf(replay(dialogue, now, on))
  const gone = idsOf(replay(dialogue, base, on)).filter((id) => !left.includes(id) && !addresses.includes(id))
  const by = new Map<Address, string[]>()
  for (const address of gone.length > 0 && addresses.length > 1 ? addresses : []) {
    const rest = { ...state, addresses: addresses.filter((one) => one !== address) }
    const back = idsOf(replay(dialogue, without(dialogue, rest, on), on))
    by.set(
      address,
      gone.filter((id) => back.includes(id)),
    )
  }
  const told = [...by.values()].flat()
  const last = addresses.at(-1)
  if (last !== undefined) by.set(last, [...(by.get(last) ?? []), ...gone.filter((id) => !told.includes(id))])
  return by
}

/** What is removed stays known while the request stands open, also over a visit to the form. */
export function useRemovals({ talk, dialogue, on, written, onWritten }: Props): Removals {
  const [state, setState] = useState<Removed>({ base: talk.answers, addresses: [], contact: [] })
  const now = followStrip(state, talk.answers)
  const before = now.addresses.length > 0 ? replay(dialogue, now.base, on) : talk.replay
  const { contact } = now
  const also = useMemo(
    () =>
      state.addresses.length > 0 ? goneWith(dialogue, now, talk.answers, on) : new Map<Address, string[]>(),
    [dialogue, state, talk.answers, on],
  )
  const met = new Set(talk.replay?.path.map(({ address }) => address))
  const given = (id: string) => contact.find((one) => one.id === id)
  return {
    whole: {
      lines: before ? cardLines(before) : [],
      written: Object.assign({}, written, ...contact.map(({ was }) => was)),
      asker: askerOf(before?.answers[ASKER]),
    },
    removed: (id) => (now.addresses.includes(id) && met.has(id)) || given(id) !== undefined,
    also: (id) => also.get(id) ?? [],
    remove(address) {
      setState({ ...now, addresses: [...now.addresses, address] })
      talk.withhold(withdrawLine(dialogue, talk.answers, address, on))
    },
    putBack(address) {
      const rest = { ...now, addresses: now.addresses.filter((one) => one !== address) }
      setState(rest)
      talk.setAnswers(without(dialogue, rest, on))
    },
    removeContact(id, without) {
      const was = Object.fromEntries(
        Object.keys(without).map((key) => [key, written[key as keyof WrittenContact]]),
      )
      setState({ ...now, contact: [...contact.filter((one) => one.id !== id), { id, was }] })
      onWritten({ ...written, ...without })
    },
    putBackContact(id) {
      setState({ ...now, contact: contact.filter((one) => one.id !== id) })
      onWritten({ ...written, ...given(id)?.was })
    },
  }
}
