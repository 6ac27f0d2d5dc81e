/** A conversation as a file of one's own: what is written into it, and what is read out of one. Pure; the server knows of neither. */
import { accept } from '#core/flow/answer.ts'
import { questionsOf } from '#core/flow/compile.ts'
import { isDay } from '#core/flow/day.ts'
import type { Answers, Dialogue, Id } from '#core/flow/definition.ts'
import type { Talk } from '../state/conversation.ts'

/** Bytes: no conversation is longer. */
export const LARGEST = 64_000

/** By it our own files are known; the next shape gets the next number. */
const SHAPE = 1
const OURS = /^\s*\{"kynnys":/

export type NoteFile = {
  /** the day on which it was held */
  on: string
  revision: string
  answers: Answers
  /** dangers whose lines were taken away: what answers in them stays in sight */
  hidden: Id[]
}

/** The answers on the path, the day and the revision: no contact, and nothing typed that is no answer. */
export const written = ({ used, hidden, on }: Talk, revision: string): string =>
  JSON.stringify({ kynnys: SHAPE, on, revision, answers: used, hidden })

/** A name that tells whoever sees the device nothing of the matter. */
export const nameOf = (on: string) => `kynnys-${on}.json`

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found)
const isText = (found: unknown): found is string => typeof found === 'string'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is not ours is `foreign`; what began as ours and is not whole is `damaged`. */
export function readNote(text: string): NoteFile | 'foreign' | 'damaged' {
  const found = parsed(text)
  if (!isObject(found)) return OURS.test(text) ? 'damaged' : 'foreign'
  const { kynnys, on, revision, answers, hidden = [] } = found
  if (kynnys === undefined) return 'foreign'
  const isWhole =
    kynnys === SHAPE &&
    isText(on) &&
    isDay(on) &&
    isText(revision) &&
    isObject(answers) &&
    Array.isArray(hidden) &&
    hidden.every(isText)
  return isWhole ? { on, revision, answers: answers as Answers, hidden } : 'damaged'
}

/** The answers that fit the questions of today, and how many do not any more. What is asked after that is what has changed. */
export function fitting(dialogue: Dialogue, { answers }: Pick<NoteFile, 'answers'>, on: string) {
  const questions = questionsOf(dialogue)
  const all = Object.entries(answers)
  const kept = all.filter(([address, value]) => {
    const question = Object.hasOwn(questions, address) ? questions[address] : undefined
    return question !== undefined && accept(question, value, dialogue.lists, on).ok
  })
  return { answers: Object.fromEntries(kept), left: all.length - kept.length }
}
