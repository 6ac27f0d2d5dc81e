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

type Standing = { grade: number; matter: number }
const NOWHERE: Standing = { grade: LAST, matter: 0 }
const sooner = (one: Standing, other: Standing) =>
  other.grade < one.grade || (other.grade === one.grade && other.matter < one.matter) ? other : one

/** How hard each chosen matter is, smaller first, and which of them it is. */
function standingsOf({ path }: Replay, needs: Id[]): Map<Id, Standing> {
  const grade = (need: Id) => {
    const visit = path.find((one) => one.need === need && one.question.ask === 'scale')
    return visit ? (typeof visit.value === 'number' ? visit.value : UNTOLD) : UNGRADED
  }
  return new Map(needs.map((need, matter) => [need, { grade: grade(need), matter }]))
}

/** Matters that are equally hard take turns, so that the first steps are not all of one of them. */
function inTurns(found: { one: Advised; at: Standing }[]): Advised[] {
  const before = new Map<string, number>()
  const turns = found
    .sort((a, b) => PACES.indexOf(a.one.pace) - PACES.indexOf(b.one.pace))
    .map(({ one, at }) => {
      const key = `${at.grade} ${at.matter}`
      const turn = before.get(key) ?? 0
      before.set(key, turn + 1)
      return { one, order: [at.grade, turn, at.matter] }
    })
  const by = (a: number[], b: number[]) => a.map((one, at) => one - (b[at] ?? 0)).find(Boolean) ?? 0
  return turns.sort((a, b) => by(a.order, b.order)).map(({ one }) => one)
}

/** The advice of a replay. What an item says of itself that it is not for, it is not given to, whichever row asks for it. */
export function advised(
  dialogue: Dialogue,
  replay: Replay,
  evidence: Evidence,
  needs: Id[],
): Outcome['advice'] {
  const { questions } = evidence
  const standings = standingsOf(replay, needs)
  const tells = ({ address, value }: Reason) =>
    address === STRIP || [value].flat().some((one) => carriedBy(questions[address], String(one)).length > 0)
  const matterOf = ({ address, value }: Reason): Standing => {
    const visit = replay.path.find((one) => one.address === address)
    // a fact that several matters share (the age) makes none of them: ticks do
    const isOwn = address.includes('/') || visit?.question.ask === 'many'
    const own = isOwn && visit?.need !== undefined ? standings.get(visit.need) : undefined
    return (
      own ??
      [value]
        .flat()
        .reduce<Standing>((best, one) => sooner(best, standings.get(String(one)) ?? NOWHERE), NOWHERE)
    )
  }
  const standingOf = ({ because: reasons }: Advised): Standing =>
    reasons.some(tells) ? { grade: 0, matter: 0 } : reasons.map(matterOf).reduce(sooner, NOWHERE)
  const isFor = ({ id }: Advised) => {
    const { unless } = dialogue.advice[id] ?? {}
    return !unless || !matches(unless, evidence)
  }
  const found = collect(dialogue.tables.advice, evidence).filter(isFor)
  return inTurns(found.map((one) => ({ one, at: standingOf(one) })))
}
