/** What of the place is not as it should be, for those who ask often: looked for once a minute at most. */
import { localTime } from '../promise/local-time.ts'
import type { PlaceDeps } from './change.ts'
import type { PlaceFault } from './judge/fault.ts'
import { outlook } from './outlook.ts'

const KEPT_MS = 60_000

export type Outlook = () => Promise<PlaceFault[]>

/** @returns asks; what it gives is a minute old at most */
export function keepOutlook({ store, organisation, clock, spokenOf }: PlaceDeps): Outlook {
  let kept: { at: number; faults: Promise<PlaceFault[]> } | undefined
  return () => {
    const now = clock.now()
    if (kept && Math.abs(now - kept.at) < KEPT_MS) return kept.faults
    const faults = store.read(organisation, (view) => outlook(view, localTime(now).day, spokenOf()))
    kept = { at: now, faults }
    faults.catch(() => {
      kept = undefined // the database is away
    })
    return faults
  }
}

const TOLD: readonly PlaceFault['code'][] = [
  'without-owner',
  'without-area',
  'without-duty',
  'without-112',
  'without-guidance',
  'without-lane',
]

/** For whoever looks at the process: what, and of which area, municipality or lane; nobody's name. */
export const toldOpenly = (faults: readonly PlaceFault[]): string[] =>
  faults.filter(({ code }) => TOLD.includes(code)).map(({ code, of }) => `${of} ${code}`)
