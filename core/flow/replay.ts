/** Where answers lead: the one function behind back, change, resume, the server's verification and every test. */
import type { AnyStateMachine } from 'xstate'
import { accept } from './answer.ts'
import { aroundOf, compile, questionsOf } from './compile.ts'
import { endNamed } from './config.ts'
import { answersOf, begin, walkOn } from './conversation.ts'
import type { Answers, Dialogue, Lists } from './definition.ts'
import { matches } from './matches.ts'
import type { AnswerProblem, QuestionVisit, Replay } from './result.ts'
import { requestSpots, type Spot } from './spots.ts'

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
    inRequest: [],
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
 * What is answered in the request follows the conversation, finished or not: each question whose condition holds by then, and
 * which was not met on the way. None of them has to be answered.
 */
function withRequest(dialogue: Dialogue, found: Replay, given: Answers, on: string): Replay {
  const spots = requestSpots(dialogue)
  if (spots.length === 0) return found
  const around = { ...aroundOf(dialogue), on, questions: questionsOf(dialogue) }
  let { answers, refused } = found
  const path = [...found.path]
  const inRequest: QuestionVisit[] = []
  for (const { when, ...place } of spots) {
    const { address } = place
    if (Object.hasOwn(answers, address) || (when && !matches(when, { ...around, answers }))) continue
    const judged = Object.hasOwn(given, address)
      ? accept(place.question, given[address], dialogue.lists, on)
      : undefined
    const visit = judged?.ok ? { ...place, value: judged.value } : place
    inRequest.push(visit)
    if (judged?.ok) {
      answers = { ...answers, [address]: judged.value }
      path.push(visit)
    } else if (judged) refused ??= { address, code: judged.code }
  }
  const isUnused = (address: string) => !Object.hasOwn(answers, address) && refused?.address !== address
  const unused = Object.keys(given).filter(isUnused)
  return { ...found, ...(refused && { refused }), answers, path, inRequest, unused }
}

/**
 * Replays answers (by address, in any order) over a dialogue as held on the ISO date `on`. Pure; never throws on
 * answers: one that cannot be accepted stops there (`refused`), those off the path are listed in `unused`.
 */
export const replay = (dialogue: Dialogue, answers: Answers, on: string): Replay =>
  withRequest(dialogue, replayOn(compile(dialogue), dialogue.lists, answers, on), answers, on)
