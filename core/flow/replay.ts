/** Where answers lead: the one function behind back, change, resume, the server's verification and every test. */
import type { AnyStateMachine } from 'xstate'
import { accept } from './answer.ts'
import { compile } from './compile.ts'
import { endNamed } from './config.ts'
import { answersOf, begin, walkOn } from './conversation.ts'
import type { Answers, Dialogue, Lists } from './definition.ts'
import type { AnswerProblem, QuestionVisit, Replay } from './result.ts'
import type { Spot } from './spots.ts'

/** The same on a machine that came another way (from JSON, say). */
export function replayOn(machine: AnyStateMachine, lists: Lists, answers: Answers, on: string): Replay {
  const given = ({ address }: Spot) => (Object.hasOwn(answers, address) ? answers[address] : undefined)
  const met: Spot[] = []
  const { snapshot, at, refused } = walkOn(machine, begin(machine, on), given, (place) => met.push(place))
  const used = answersOf(snapshot)
  const end = endNamed(snapshot.value)
  const path = met.map((place): QuestionVisit => ({ ...place, value: used[place.address] as string }))
  const isUnused = (address: string) => !Object.hasOwn(used, address) && !(refused && address === at?.address)
  return {
    path,
    ...(at ? { at } : {}),
    done: snapshot.status === 'done',
    ...(end === undefined ? {} : { end }),
    ...(at && refused ? { refused: { address: at.address, code: problemOf(at, given(at), lists, on) } } : {}),
    unused: Object.keys(answers).filter(isUnused),
    answers: used,
  }
}

function problemOf(place: Spot, value: unknown, lists: Lists, on: string): AnswerProblem {
  const judged = accept(place.question, value, lists, on)
  return judged.ok ? 'answer-not-an-option' : judged.code
}

/**
 * Replays answers (by address, in any order) over a dialogue as held on the ISO date `on`. Pure; never throws on
 * answers: one that cannot be accepted stops there (`refused`), those off the path are listed in `unused`.
 */
export const replay = (dialogue: Dialogue, answers: Answers, on: string): Replay =>
  replayOn(compile(dialogue), dialogue.lists, answers, on)
