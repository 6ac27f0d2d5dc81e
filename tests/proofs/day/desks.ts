/** How one coordinator works through the played day: the first row that can be done now, to its end, and what was planned when its time has come. */
import type { QueueRow } from '#core/contract/desk.ts'
import { type Random, seeded } from '#core/walk/random.ts'
import type { TryResult } from './people.ts'
import { dayOf, type Kept, type Recorder, stamp } from './recorder.ts'
import type { World } from './world.ts'

const MINUTE = 60_000
const OUTCOMES = ['advice-given', 'guided-to-apply', 'application-helped', 'manages-alone', 'joint-meeting']

export type Desk = {
  name: string
  person: string
  /** epoch ms */
  busyUntil: number
  /** who is on the telephone, and is closed when the talk is over */
  talks?: string
  /** what the queue stood at when nothing could be done */
  idleAt?: number
}

type Given = {
  world: World
  recorder: Recorder
  seed: number /** never called by anybody */
  isLeft(id: string): boolean
}

/** How often, on how many days and in how many parts of the day somebody was tried: the rule as the place has told it. */
function isToBeGivenUp({ tries }: Kept): boolean {
  if (tries.at(-1)?.result === 'wrong-number') return true
  const days = new Set(tries.map(({ at }) => dayOf(at)))
  const parts = new Set(tries.map(({ at }) => stamp(at).slice(11) < '12:00'))
  const asked = tries[0]?.way === 'text' ? { count: 2, parts: 1 } : { count: 3, parts: 2 }
  return tries.length >= asked.count && days.size >= 2 && parts.size >= asked.parts
}

export function workers({ world, recorder, seed, isLeft }: Given) {
  const random: Random = seeded(seed)
  /** goes up with everything that happens, so that an idle desk looks again only then */
  let happened = 0
  const inTalk = new Set<string>()
  const now = () => world.clock.now()

  /** Whoever has it in hand while another request of the same person is talked of waits for no second call. */
  function isFree(row: QueueRow, { person }: Desk): boolean {
    const one = recorder.find(row.id)
    const { sibling, isFake, overlookedUntil = 0 } = one.resident
    if (isFake || isLeft(row.id) || overlookedUntil > now() || inTalk.has(row.id)) return false
    if (sibling !== undefined && (inTalk.has(sibling) || !recorder.kept.has(sibling))) return false
    const isTheirs = row.takenBy?.id === person
    const isOthers = row.takenBy && !isTheirs && Date.parse(row.takenUntil ?? '') > now()
    if (isOthers || !['waiting', 'taken'].includes(row.status)) return false
    if (
      row.promise?.from &&
      Date.parse(row.promise.until) > now() &&
      stamp(now()).slice(11) < row.promise.from
    )
      return false
    if (!row.nextTry) return true
    const { day, from = '00:00' } = row.nextTry
    return `${day} ${from}` <= stamp(now())
  }

  async function take(desk: Desk, row: QueueRow) {
    if (row.takenBy?.id === desk.person && row.status === 'taken' && Date.parse(row.takenUntil ?? '') > now())
      return
    await world.act(desk.name, row.id, 'take')
    recorder.say('request-taken', row.id, now(), desk.person)
  }

  async function handOver(desk: Desk, row: QueueRow, to: string) {
    const { resident } = recorder.find(row.id)
    await world.act(desk.name, row.id, 'transfer', { area: to, reason: 'Asuu nyt siellä päin.' })
    // it is told where it was and where it is
    for (const _ of [row.area, to]) recorder.say('request-transferred', row.id, now(), desk.person)
    resident.area = to
    delete resident.transfersTo
    desk.busyUntil = now() + 3 * MINUTE
  }

  async function write(desk: Desk, row: QueueRow, result: TryResult) {
    const { way } = recorder.find(row.id).resident.body.contact
    await world.act(desk.name, row.id, 'attempts', { result, way })
    recorder.say('attempt-made', row.id, now(), desk.person)
    if (result === 'answered') recorder.say('request-reached', row.id, now(), desk.person)
    return { at: now(), result, way }
  }

  async function giveUp(desk: Desk, id: string) {
    await world.act(desk.name, id, 'unreachable')
    recorder.say('request-unreachable', id, now(), desk.person)
    await end(desk, id, 'unreachable', [])
  }

  async function end(desk: Desk, id: string, outcome: string, also: string[]) {
    const failureDemand = random.chance(0.12)
    await world.act(desk.name, id, 'close', { outcome, recorded: true, failureDemand, also })
    for (const sibling of also) {
      recorder.say('request-taken', sibling, now(), desk.person)
      recorder.say('request-closed', sibling, now(), desk.person)
      recorder.find(sibling).closed = { at: now(), outcome: 'duplicate', failureDemand: false }
    }
    recorder.say('request-closed', id, now(), desk.person)
    recorder.find(id).closed = { at: now(), outcome, failureDemand }
  }

  async function call(desk: Desk, row: QueueRow) {
    const one = recorder.find(row.id)
    const { tries } = one.resident
    let result: TryResult = tries[Math.min(one.tries.length, tries.length - 1)] as TryResult
    if (result === 'pressed-wrong') {
      await write(desk, row, 'no-answer')
      await world.act(desk.name, row.id, 'undo')
      recorder.say('act-undone', row.id, now(), desk.person)
      result = 'answered'
    }
    one.tries.push(await write(desk, row, result))
    if (result === 'answered') {
      one.reached = now()
      desk.talks = row.id
      inTalk.add(row.id)
      desk.busyUntil = now() + (6 + random.below(5)) * MINUTE
      return
    }
    desk.busyUntil = now() + 3 * MINUTE
    if (isToBeGivenUp(one)) await giveUp(desk, row.id)
  }

  async function endTalk(desk: Desk, id: string) {
    const { siblings } = await world.open(desk.name, id)
    const { sibling } = recorder.find(id).resident
    // it is asked whether they belong together, and the person on the phone says so
    const also = siblings.filter((one) => one.id === sibling && one.status === 'waiting').map((one) => one.id)
    await end(desk, id, random.pick(OUTCOMES), also)
    inTalk.delete(id)
    delete desk.talks
    happened += 1
  }

  return {
    /** something came from outside of the desks */
    stir() {
      happened += 1
    },
    /** One step of a desk at this minute. @returns whether it did anything */
    async step(desk: Desk): Promise<boolean> {
      if (desk.busyUntil > now()) return false
      if (desk.talks !== undefined) await endTalk(desk, desk.talks)
      if (desk.idleAt === happened) return false
      const { rows } = await world.queue(desk.name)
      const row = rows.find((one) => isFree(one, desk))
      if (!row) {
        desk.idleAt = happened
        return false
      }
      happened += 1
      await take(desk, row)
      await world.open(desk.name, row.id)
      const { transfersTo } = recorder.find(row.id).resident
      if (transfersTo) await handOver(desk, row, transfersTo)
      else await call(desk, row)
      return true
    },
  }
}
export type Workers = ReturnType<typeof workers>
