/** Which advice the answers ask for, and in which order: a danger first, then the matters of one’s own, the hardest before the others. */
import { carriedBy } from './danger.ts'
import type { Dialogue, Id, Tables } from './definition.ts'
import { because, distinct, type Evidence, matches, type Reason } from './matches.ts'
import type { Advised, Outcome, Replay } from './result.ts'
import { STRIP } from './words.ts'

const PACES: Advised['pace'][] = ['now', 'today', 'this-week', undefined]
const soonest = (one: Advised['pace'], other: Advised['pace']) =>
  PACES.indexOf(one) <= PACES.indexOf(other) ? one : other

/** Every row that holds, its ids each once in the order of the table. */
export function collect({ rows }: Tables['advice'], evidence: Evidence): Advised[] {
  const found = new Map<Id, Advised>()
  for (const { id: row, when = {}, then, pace } of rows) {
    const reasons = because(when, evidence)
    if (!reasons) continue
    for (const id of then) {
      const before = found.get(id) ?? { id, because: [], rows: [], ...(pace && { pace }) }
      const sooner = soonest(before.pace, pace)
      const both = distinct([...before.because, ...reasons])
      found.set(id, { id, because: both, rows: [...before.rows, row], ...(sooner && { pace: sooner }) })
    }
  }
  return [...found.values()]
}

/** A grade that was not told stands between hard and varying; a matter that has no grade, at varying. */
const UNTOLD = 2.5
const UNGRADED = 3
/** What nothing but the circumstances asks for comes after every matter. */
const LAST = 9

/** How hard each chosen matter is, smaller first; of equal ones the one chosen earlier in the list. */
function ranksOf({ path }: Replay, needs: Id[]): Map<Id, number> {
  const grade = (need: Id) => {
    const visit = path.find((one) => one.need === need && one.question.ask === 'scale')
    return visit ? (typeof visit.value === 'number' ? visit.value : UNTOLD) : UNGRADED
  }
  return new Map(needs.map((need, at) => [need, grade(need) + at / 100]))
}

/** The advice of a replay. What an item says of itself that it is not for, it is not given to, whichever row asks for it. */
export function advised(
  dialogue: Dialogue,
  replay: Replay,
  evidence: Evidence,
  needs: Id[],
): Outcome['advice'] {
  const { questions } = evidence
  const ranks = ranksOf(replay, needs)
  const tells = ({ address, value }: Reason) =>
    address === STRIP || [value].flat().some((one) => carriedBy(questions[address], String(one)).length > 0)
  const matterOf = ({ address, value }: Reason): number => {
    const visit = replay.path.find((one) => one.address === address)
    // a fact that several matters share (the age) makes none of them: ticks do
    const isOwn = address.includes('/') || visit?.question.ask === 'many'
    const own = isOwn && visit?.need !== undefined ? ranks.get(visit.need) : undefined
    const chosen = [value].flat().flatMap((one) => ranks.get(String(one)) ?? [])
    return own ?? Math.min(LAST, ...chosen)
  }
  const rank = ({ because: reasons }: Advised) =>
    reasons.some(tells) ? 0 : Math.min(LAST, ...reasons.map(matterOf))
  const isFor = ({ id }: Advised) => {
    const { unless } = dialogue.advice[id] ?? {}
    return !unless || !matches(unless, evidence)
  }
  return collect(dialogue.tables.advice, evidence)
    .filter(isFor)
    .map((one) => ({ one, at: rank(one) }))
    .sort((a, b) => a.at - b.at || PACES.indexOf(a.one.pace) - PACES.indexOf(b.one.pace))
    .map(({ one }) => one)
}
