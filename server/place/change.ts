/** The frame of every change of the place: judged as a whole, written with its event and its line in the access log. */
import type { Clock } from '../clock.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import type { Store, Tx } from '../store/store.ts'
import { isImpossible, sameFault } from './judge/fault.ts'
import { judgePlace } from './judge/judge.ts'
import type { SpokenOf } from './spoken-of.ts'
import { type PlaceState, readState } from './state.ts'

export type PlaceDeps = {
  store: Store
  organisation: string
  clock: Clock
  /** what the content in force says of the place */
  spokenOf(): SpokenOf
}
/** Who changes it: an administrator, or `system` on the ground `operator` where it is a command. */
export type Changer = { person: string; ground: 'admin' | 'operator' }
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
}

/**
 * One transaction: what the edit makes impossible, and was not before, is refused with its field and in words.
 * @throws Refusal `invalid-field`
 */
export async function change<T>(
  { store, organisation, clock, spokenOf }: PlaceDeps,
  by: Changer,
  { what, area }: About,
  edit: (edit: Edit) => T,
): Promise<T> {
  return store.record(organisation, async (tx) => {
    await tx.alone('place')
    const { day: today } = localTime(clock.now())
    const state = await readState(tx, today)
    const before = judgePlace(state, spokenOf())
    const writes: (() => Promise<void>)[] = []
    const done = edit({ state, tx, later: (write) => void writes.push(write) })
    const wrong = judgePlace(state, spokenOf()).find(
      (fault) => isImpossible(fault) && !before.some((known) => sameFault(known, fault)),
    )
    if (wrong) refuse('invalid-field', { field: `/${wrong.field}`, detail: wrong.says })
    for (const write of writes) await write()
    const about = area === undefined ? {} : { area }
    tx.events.add('area-changed', { ...about, ...(by.ground === 'admin' && { actor: by.person }) })
    tx.access.add({ person: by.person, action: `place:${what}`, ground: by.ground, ...about })
    return done
  })
}
