/** Which dangers have been told: at a tick, by an answer, by several answers together; one whose line was taken away stays. */

import { useMemo, useState } from 'preact/hooks'
import { inOrderOf, toldBy } from '#core/flow/danger.ts'
import type { Answers, Dialogue, Id, Value } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { dangersTold } from '#core/flow/route.ts'
import type { Asked, Island } from '../island.ts'

/** Dangers that an answer tells by itself, and those that it tells together with what was said before. */
export type Telling = { single: Id[]; together: Id[] }

/** What one answer tells by itself, also before the dialogue is here. */
const byItself = ({ visit }: Pick<Asked, 'visit'>, answers: Answers): Id[] =>
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
  /** what an answer to this question would tell */
  telling(asked: Asked | undefined, value: Value | undefined): Telling
  /** a danger is in sight that these answers do not tell */
  stays(given: Answers, how: 'seen' | 'withheld'): boolean
  /** these answers stand now, and the help of what they tell has been seen */
  seen(given: Answers): void
  /** the same after a line was taken away: what it told stays in sight until the conversation ends */
  withheld(given: Answers): void
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
  const told = (given: Answers): Id[] =>
    dialogue
      ? dangersTold(dialogue, replay(dialogue, given, on), on)
      : inOrderOf(island.dangers, byItself(island.first, given))
  const now = useMemo(() => told(answers), [dialogue, answers, on, island])
  const all = inOrderOf(island.dangers, [...now, ...hidden])
  return {
    all,
    newest: [...new Set([...fresh.filter((danger) => all.includes(danger)), ...all])],
    hidden,
    isNew: (given) => told(given).some((danger) => !known.includes(danger)),
    telling(asked, value) {
      if (!asked || value === undefined) return { single: [], together: [] }
      const { address } = asked.visit
      const { [address]: _, ...others } = answers
      const single = inOrderOf(island.dangers, byItself(asked, { [address]: value }))
      const before = [...told(others), ...single]
      const together = told({ ...others, [address]: value }).filter((danger) => !before.includes(danger))
      return { single, together }
    },
    stays(given, how) {
      const after = told(given)
      const before = how === 'withheld' ? [...hidden, ...now] : hidden
      return before.some((danger) => !after.includes(danger))
    },
    seen(given) {
      const after = told(given)
      setFresh(after.filter((danger) => !known.includes(danger)))
      setKnown(after)
      // told again: it goes when it is unticked
      setHidden((before) => before.filter((danger) => !after.includes(danger)))
    },
    withheld(given) {
      const after = told(given)
      setKnown((before) => [...before, ...after])
      setHidden((before) => [...new Set([...before, ...now])].filter((danger) => !after.includes(danger)))
    },
    resumed(given, kept) {
      setKnown(told(given))
      setHidden(kept)
    },
  }
}
