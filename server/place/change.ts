/** The frame of every change of the place: judged as a whole, written with its event and its line in the access log. */
import type { Clock } from '../clock.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import type { Store, Tx } from '../store/store.ts'
import { isImpossible, sameFault } from './judge/fault.ts'
import { judgePlace } from './judge/judge.ts'
import { markOf } from './mark.ts'
import type { SpokenOf } from './spoken-of.ts'
import { type PlaceState, readState } from './state.ts'

export type PlaceDeps = {
  store: Store
  organisation: string
  clock: Clock
  /** what the content in force says of the place */
  spokenOf(): SpokenOf
  /** it is only tried: asked before anything is written, what it gives is asked after it, and then nothing has been written */
  rehearsal?: (tx: Tx) => Promise<() => Promise<void>>
}
/** Takes back all that a rehearsed change has written. */
export class Rehearsed extends Error {}

/** Who changes it: an administrator, or `system` on the ground `operator` where it is a command. */
export type Changer = {
  person: string
  ground: 'admin' | 'operator'
  /** the mark of the thing as it was on their screen, where they have one */
  seen?: string | undefined
}
export const OPERATOR: Changer = { person: 'system', ground: 'operator' }

/** What a change does: in memory, then in the tables. */
export type Edit = {
  state: PlaceState
  tx: Tx
  /** the write that belongs to the change in memory; done once the place has been judged */
  later(write: () => Promise<void>): void
}
type About = {
  /** as the access log has it: `areas/south` */
  what: string
  area?: string | undefined
  /** the thing as it stands, and is planned: what it is already is not done again */
  thing?: (state: PlaceState) => unknown
}

/** Whether there is anything to do. @throws Refusal `wrong-status` when it is not any more what the changer saw */
function isNews(before: string, after: string, { seen }: Changer): boolean {
  // the answer was lost on the way, and it is told again
  if (before === after) return false
  if (seen !== undefined && seen !== before)
    refuse('wrong-status', {
      reason: 'changed-meanwhile',
      detail: 'Somebody else has changed it since: look at it as it is now, and change it again.',
    })
  return true
}

/**
 * One transaction: what the edit makes impossible, and was not before, is refused with its field and in words.
 * @throws Refusal `invalid-field`; `wrong-status` when another has changed the thing meanwhile
 */
export async function change<T>(
  { store, organisation, clock, spokenOf, rehearsal }: PlaceDeps,
  by: Changer,
  { what, area, thing }: About,
  edit: (edit: Edit) => T,
): Promise<T> {
  return store.record(organisation, async (tx) => {
    await tx.alone('place')
    const { day: today } = localTime(clock.now())
    const state = await readState(tx, today)
    const before = judgePlace(state, spokenOf())
    const writes: (() => Promise<void>)[] = []
    const mark = thing && markOf(thing(state))
    const done = edit({ state, tx, later: (write) => void writes.push(write) })
    if (mark !== undefined && !isNews(mark, markOf(thing?.(state)), by) && !rehearsal) return done
    const wrong = judgePlace(state, spokenOf()).find(
      (fault) => isImpossible(fault) && !before.some((known) => sameFault(known, fault)),
    )
    if (wrong) refuse('invalid-field', { field: `/${wrong.field}`, detail: wrong.says, reason: wrong.code })
    const after = await rehearsal?.(tx)
    for (const write of writes) await write()
    if (after) {
      await after()
      throw new Rehearsed()
    }
    const about = area === undefined ? {} : { area }
    tx.events.add('area-changed', { ...about, ...(by.ground === 'admin' && { actor: by.person }) })
    tx.access.add({ person: by.person, action: `place:${what}`, ground: by.ground, ...about })
    return done
  })
}
