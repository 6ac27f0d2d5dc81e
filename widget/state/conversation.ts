/** The conversation's whole state: the answers, and where the resident stands. Everything else is a replay of them. */

import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { accept, isUnsure, optionsOf } from '#core/flow/answer.ts'
import type { Address, Answers, Dialogue, Id, Value } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import type { AnswerProblem, Replay } from '#core/flow/result.ts'
import { DECLINED, STRIP } from '#core/flow/words.ts'
import { isTimeKnown } from '../net/clock.ts'
import type { Island, ShownQuestion } from '../net/island.ts'
import { type Telling, useDangers } from './dangers.ts'
import type { KeptConversation } from './kept.ts'

/** `help`: a danger has just been told, and who answers now stands before anything else. */
export type TalkView = 'talk' | 'help' | 'request'

export type Talk = {
  answers: Answers
  /** local day on which the conversation is held: that of its first answer */
  on: string
  /** one's own words: no answer, and nowhere but here until they are put into a request */
  said: string
  say(text: string): void
  /** they have been put into the request, and stand there */
  taken: boolean
  take(): void
  /** matters ticked at the end and not added yet: their dangers are told all the same */
  more: readonly Id[]
  setMore(ids: readonly Id[]): void
  /** those on the path: the others say nothing and are not sent */
  used: Answers
  view: TalkView
  replay: Replay | undefined
  /** told so far, the one whose number comes first first; one whose line was taken away stays */
  dangers: Id[]
  /** the same, those that the last answer told first: the screen after it is theirs */
  newest: Id[]
  /** of those the ones whose line was taken away */
  hidden: Id[]
  /** the dangers that this answer to the question now standing would tell */
  telling(value: Value | undefined): Telling
  /** the question now standing; absent at the end, and while the dialogue has not come */
  asked: ShownQuestion | undefined
  /** how many questions have been shown: the first one of the page takes no focus */
  turn: number
  answer(value: Value | undefined): AnswerProblem | undefined
  change(address: Address): void
  back: (() => void) | undefined
  /** to the question answered last */
  undo: (() => void) | undefined
  /** its help, if it tells a danger, has been seen where it was said */
  setAnswers(answers: Answers): void
  /** the same after a line was taken away: what answers in a danger told before stays in sight */
  withhold(answers: Answers): void
  /** goes on from answers given before, and from the dangers whose lines were taken away */
  resume(kept: KeptConversation): void
  show(view: TalkView): void
}

/** What the conversation itself has asked: no question of the request is the one before another. */
export const askedIn = ({ path, inRequest }: Replay) => path.filter((one) => !inRequest.includes(one))

/** Where a question stands now: the one being changed, else the one waiting, else the first of the page. */
function askedOf(
  dialogue: Dialogue,
  { path, at }: Replay,
  editing: Address | undefined,
): ShownQuestion | undefined {
  const visit = path.find(({ address }) => address === editing) ?? at
  return visit && { visit, options: optionsOf(visit.question, dialogue.lists) }
}

/** What nobody in danger is asked is withheld by itself, where the danger is in sight but not in the answers any more. */
function spared(dialogue: Dialogue, given: Answers, on: string): Answers {
  const { at } = replay(dialogue, given, on)
  if (!at || !('spare' in at.question) || at.address in given) return given
  return spared(dialogue, { ...given, [at.address]: DECLINED }, on)
}

/** The day of the first answer: a page that stood open overnight is no conversation yet. */
function useDay(today: () => string, answers: Answers) {
  const [begun, begin] = useState<string>()
  const on = begun ?? today()
  const isHeld = Object.keys(answers).length > 0
  useLayoutEffect(() => {
    // until the server has said its time the day is only the device’s, and may be put right
    if (isHeld && begun === undefined && isTimeKnown()) begin(on)
  })
  return { on, begin }
}

/** The conversation of one page. @param today the local day now; nothing is answered where there is none; `typed`: in one's own words before the script came */
export function useTalk(
  island: Island,
  dialogue: Dialogue | undefined,
  today: () => string = () => '',
  typed = '',
): Talk {
  const [answers, write] = useState<Answers>({})
  const [said, setSaid] = useState(typed)
  const [taken, setTaken] = useState(false)
  const [more, setMore] = useState<readonly Id[]>([])
  const { on, begin } = useDay(today, answers)
  const [editing, setEditing] = useState<Address>()
  const [last, setLast] = useState<Address>()
  const [view, setView] = useState<TalkView>('talk')
  const [turn, setTurn] = useState(0)
  const dangers = useDangers(island, dialogue, answers, on)
  const replayed = useMemo(() => dialogue && replay(dialogue, answers, on), [dialogue, answers, on])
  const waits = island.first.visit.address in answers
  const asked = dialogue && replayed ? askedOf(dialogue, replayed, editing) : waits ? undefined : island.first
  const walked = replayed ? askedIn(replayed).filter(({ address }) => address !== STRIP) : []
  const here = asked ? walked.findIndex(({ address }) => address === asked.visit.address) : -1
  const previous = walked.at(here === -1 ? -1 : here - 1)

  const go = (address: Address | undefined, next: TalkView = 'talk') => {
    setEditing(address)
    setView(next)
    setTurn((now) => now + 1)
  }
  /** To another question, with this one not answered. */
  const leave = (address: Address) => {
    dangers.left()
    go(address)
  }
  const put = (given: Answers, how: 'seen' | 'withheld') => {
    dangers[how](given)
    write(dialogue && dangers.stays(given, how) ? spared(dialogue, given, on) : given)
  }
  return {
    answers,
    on,
    said,
    say(text) {
      setSaid(text)
      setTaken(false)
    },
    taken,
    take: () => setTaken(true),
    more,
    setMore,
    used: replayed?.answers ?? answers,
    view,
    replay: replayed,
    dangers: dangers.all,
    newest: dangers.newest,
    hidden: dangers.hidden,
    telling: (value) => dangers.telling(asked, value),
    asked,
    turn,
    answer(value) {
      if (!asked) return undefined
      const judged = accept(asked.visit.question, value, dialogue?.lists ?? {}, on)
      if (!judged.ok) return judged.code
      const given = { ...answers, [asked.visit.address]: judged.value }
      setLast(asked.visit.address)
      put(given, isUnsure(judged.value) ? 'withheld' : 'seen')
      go(undefined, dangers.isNew(given) ? 'help' : 'talk')
      return undefined
    },
    change: leave,
    back: previous && here !== 0 ? () => leave(previous.address) : undefined,
    undo: last === undefined ? undefined : () => go(last),
    setAnswers: (given) => put(given, 'seen'),
    withhold: (given) => put(given, 'withheld'),
    resume({ answers: before, hidden, on: held }) {
      begin(held)
      dangers.resumed(before, hidden)
      write(before)
      go(undefined)
    },
    show(next) {
      if (next === 'request') dangers.left()
      setView(next)
      setTurn((now) => now + 1)
    },
  }
}
