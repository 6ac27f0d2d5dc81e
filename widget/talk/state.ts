/** The conversation's whole state: the answers, and where the resident stands. Everything else is a replay of them. */

import { useMemo, useState } from 'preact/hooks'
import { accept, optionsOf } from '#core/flow/answer.ts'
import type { Address, Answers, Dialogue, Value } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import type { AnswerProblem, Replay } from '#core/flow/result.ts'
import { STRIP } from '#core/flow/words.ts'
import type { Asked, Island } from '../island.ts'

export type View = 'talk' | 'request'

export type Talk = {
  answers: Answers
  /** those on the path: the others say nothing and are not sent */
  used: Answers
  view: View
  replay: Replay | undefined
  /** the question now standing; absent at the end, and while the dialogue has not come */
  asked: Asked | undefined
  /** how many questions have been shown: the first one of the page takes no focus */
  turn: number
  answer(value: Value | undefined): AnswerProblem | undefined
  change(address: Address): void
  back: (() => void) | undefined
  setAnswers(answers: Answers): void
  /** goes on from answers given before */
  resume(answers: Answers): void
  show(view: View): void
}

/** Where a question stands now: the one being changed, else the one waiting, else the first of the page. */
function askedOf(dialogue: Dialogue, { path, at }: Replay, editing: Address | undefined): Asked | undefined {
  const visit = path.find(({ address }) => address === editing) ?? at
  return visit && { visit, options: optionsOf(visit.question, dialogue.lists) }
}

/** The conversation of one page; `on` is the local day on which it is held. */
export function useTalk(island: Island, dialogue: Dialogue | undefined, on: string): Talk {
  const [answers, setAnswers] = useState<Answers>({})
  const [editing, setEditing] = useState<Address>()
  const [view, setView] = useState<View>('talk')
  const [turn, setTurn] = useState(0)
  const replayed = useMemo(() => dialogue && replay(dialogue, answers, on), [dialogue, answers, on])
  const waits = island.first.visit.address in answers
  const asked = dialogue && replayed ? askedOf(dialogue, replayed, editing) : waits ? undefined : island.first
  const walked = replayed?.path.filter(({ address }) => address !== STRIP) ?? []
  const here = asked ? walked.findIndex(({ address }) => address === asked.visit.address) : -1
  const previous = walked.at(here === -1 ? -1 : here - 1)

  const go = (address: Address | undefined) => {
    setEditing(address)
    setView('talk')
    setTurn((now) => now + 1)
  }
  return {
    answers,
    used: replayed?.answers ?? answers,
    view,
    replay: replayed,
    asked,
    turn,
    answer(value) {
      if (!asked) return undefined
      const judged = accept(asked.visit.question, value, dialogue?.lists ?? {}, on)
      if (!judged.ok) return judged.code
      setAnswers((now) => ({ ...now, [asked.visit.address]: judged.value }))
      go(undefined)
      return undefined
    },
    change: go,
    back: previous && here !== 0 ? () => go(previous.address) : undefined,
    setAnswers,
    resume(before) {
      setAnswers(before)
      go(undefined)
    },
    show(next) {
      setView(next)
      setTurn((now) => now + 1)
    },
  }
}
