/** Which dangers have been told: at a tick, by an answer, by several answers together; one whose line was taken away stays. */

import { useMemo, useRef, useState } from 'preact/hooks'
import { isUnsure } from '#core/flow/answer.ts'
import { inOrderOf, toldBy } from '#core/flow/danger.ts'
import type { Answers, Dialogue, Id, Value } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { dangersTold } from '#core/flow/route.ts'
import type { Island, ShownQuestion } from '../net/island.ts'

/** Dangers that an answer tells by itself, and those that it tells together with what was said before. */
export type Telling = { single: Id[]; together: Id[] }

/** What one answer tells by itself, also before the dialogue is here. */
const byItself = ({ visit }: Pick<ShownQuestion, 'visit'>, answers: Answers): Id[] =>
  toldBy({ answers, questions: { [visit.address]: visit.question } }).flatMap(({ dangers }) => dangers)

export type Dangers = {
  /** told so far, the one whose number comes first first */
  all: Id[]
  /** the same, those that the last answer told first */
  newest: Id[]
  /** those of which the line was taken away: nothing of them is sent, and their help stays */
  hidden: Id[]
  /** these answers tell a danger whose help has not stood there yet */
  isNew(given: Answers): boolean
  /** what an answer to this question would tell; remembered as ticked until something is answered */
  telling(asked: ShownQuestion | undefined, value: Value | undefined): Telling
  /** a danger is in sight that these answers do not tell */
  stays(given: Answers, how: 'seen' | 'withheld'): boolean
  /** these answers stand now, and the help of what they tell has been seen */
  seen(given: Answers): void
  /** the same after a line was taken away: what it told stays in sight until the conversation ends */
  withheld(given: Answers): void
  /** the question is left with a danger ticked and nothing answered: it stays in sight */
  left(): void
  /** goes on from a conversation that was kept */
  resumed(given: Answers, hidden: Id[]): void
}

/** @param answers as they stand now; `on` is the local day of the conversation */
export function useDangers(
  island: Island,
  dialogue: Dialogue | undefined,
  answers: Answers,
  on: string,
): Dangers {
  const [hidden, setHidden] = useState<Id[]>([])
  const [known, setKnown] = useState<Id[]>([])
  const [fresh, setFresh] = useState<Id[]>([])
  const ticked = useRef<Id[]>([])
  const told = (given: Answers): Id[] =>
    dialogue
      ? dangersTold(dialogue, replay(dialogue, given, on), on)
      : inOrderOf(island.dangers, byItself(island.first, given))
  const now = useMemo(() => told(answers), [dialogue, answers, on, island])
  /** What an answer tells that is still given and no longer asked: its tick was not taken back. */
  const fallen = (given: Answers): Id[] => {
    const path = dialogue ? replay(dialogue, answers, on).path : []
    const questions = Object.fromEntries(path.map(({ address, question }) => [address, question]))
    const ticks = toldBy({ answers: given, questions }).flatMap(({ dangers }) => dangers)
    const after = told(given)
    return now.filter((danger) => ticks.includes(danger) && !after.includes(danger))
  }
  /** No longer told, or told again: then it goes when it is unticked. */
  const hide = (more: Id[], after: Id[]) =>
    setHidden((before) => [...new Set([...before, ...more])].filter((danger) => !after.includes(danger)))
  const all = inOrderOf(island.dangers, [...now, ...hidden])
  return {
    all,
    newest: [...new Set([...fresh.filter((danger) => all.includes(danger)), ...all])],
    hidden,
    isNew: (given) => told(given).some((danger) => !known.includes(danger)),
    telling(asked, value) {
      // “I don’t know” in place of a tick does not take it back
      if (value !== undefined && isUnsure(value)) return { single: [], together: [] }
      ticked.current = []
      if (!asked || value === undefined) return { single: [], together: [] }
      const { address } = asked.visit
      const { [address]: _, ...others } = answers
      const single = inOrderOf(island.dangers, byItself(asked, { [address]: value }))
      const before = [...told(others), ...single]
      const together = told({ ...others, [address]: value }).filter((danger) => !before.includes(danger))
      ticked.current = [...single, ...together]
      return { single, together }
    },
    stays(given, how) {
      const after = told(given)
      const before = [...hidden, ...(how === 'withheld' ? now : fallen(given))]
      return before.some((danger) => !after.includes(danger))
    },
    seen(given) {
      const after = told(given)
      setFresh(after.filter((danger) => !known.includes(danger)))
      setKnown(after)
      hide(fallen(given), after)
      ticked.current = []
    },
    withheld(given) {
      const after = told(given)
      setKnown((before) => [...before, ...after])
      hide([...now, ...ticked.current], after)
      ticked.current = []
    },
    left() {
      hide(ticked.current, now)
      ticked.current = []
    },
    resumed(given, kept) {
      setKnown(told(given))
      setHidden(kept)
    },
  }
}
