/** The card: what the coordinator will see, and what becomes of it when the resident removes a line. */
import { compile } from './compile.ts'
import { answersOf, begin, walkOn } from './conversation.ts'
import type { Address, Answers, Dialogue, Value } from './definition.ts'
import { replay } from './replay.ts'
import type { QuestionVisit, Replay } from './result.ts'
import { requestSpots, type Spot } from './spots.ts'
import { DECLINED, type DONT_KNOW, STRIP } from './words.ts'

/** The lines of the card in the order they were met. A removed line is not on it; “I don't know” is. */
export const cardLines = ({ path }: Replay): QuestionVisit[] => path.filter(({ value }) => value !== DECLINED)

/**
 * The used answers of a replay when one of them is replaced by “I don't know” or “declined”. Answers that depended on it go.
 * Questions that the replacement newly opens get the same reply as far as the later answers reach (to the end, when
 * the conversation had ended): otherwise removing one line would silently take away all that follow it.
 */
export function replacedIn(
  dialogue: Dialogue,
  before: Replay,
  address: Address,
  reply: typeof DONT_KNOW | typeof DECLINED,
  on: string,
): Answers {
  if (!Object.hasOwn(before.answers, address)) return before.answers
  const wanted: Answers = { ...before.answers, [address]: reply }
  const machine = compile(dialogue)
  const met: Address[] = []
  const choose = ({ address }: Spot) => {
    if (Object.hasOwn(wanted, address)) return wanted[address]
    return address === before.at?.address || address === STRIP ? undefined : reply
  }
  const { snapshot } = walkOn(machine, begin(machine, on), choose, (place) => met.push(place.address))
  const after = answersOf(snapshot)
  const kept = before.done ? after : upToLastOwn(after, met, wanted)
  // what was answered in the request stands as far as it still belongs there
  const asked = requestSpots(dialogue).flatMap(({ address }) =>
    Object.hasOwn(wanted, address) ? [[address, wanted[address]]] : [],
  )
  return asked.length > 0 ? replay(dialogue, { ...Object.fromEntries(asked), ...kept }, on).answers : kept
}

/** `replacedIn` from the answers themselves. */
export const replaced = (
  dialogue: Dialogue,
  answers: Answers,
  address: Address,
  reply: typeof DONT_KNOW | typeof DECLINED,
  on: string,
): Answers => replacedIn(dialogue, replay(dialogue, answers, on), address, reply, on)

/** Of an unfinished conversation: nothing after its last own answer. */
function upToLastOwn(after: Answers, met: Address[], wanted: Answers): Answers {
  const last = met.map((address) => Object.hasOwn(wanted, address)).lastIndexOf(true)
  return Object.fromEntries(met.slice(0, last + 1).map((address) => [address, after[address] as Value]))
}

/**
 * The answers that remain when a line is removed from the card: that step is `declined`, and later lines that
 * depended on it go too. Replaying them gives the card and the route that the server will find.
 */
export const withdrawLine = (dialogue: Dialogue, answers: Answers, address: Address, on: string): Answers =>
  replaced(dialogue, answers, address, DECLINED, on)
