/** What is sealed of a request that is handed over: why, for whoever receives it, and no appointment of another. */
import type { OpenRequest } from '#core/contract/desk.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { Contents, Handover } from '../../store/sealing.ts'
import type { Tx, View } from '../../store/store.ts'
import type { Change } from '../acting.ts'
import { meeting } from '../meeting.ts'
import { iso } from '../rows.ts'

/** So many reasons are kept of a request that goes to and fro. */
const KEPT = 10

type Handing = Omit<Handover, 'reason'> & { reason: string | undefined; isUnmet: boolean }

/** The same reason to the same area by the same person, once more: a browser sends again what was lost on the way. */
const isSaid = (last: Handover | undefined, { by, to, reason }: Handover) =>
  last !== undefined && last.by === by && last.to === to && last.reason === reason

function withReason(contents: Contents, handover: Handover): Contents {
  const before = contents.handovers ?? []
  if (isSaid(before.at(-1), handover)) return contents
  return { ...contents, handovers: [...before, handover].slice(-KEPT) }
}

/** @returns the sealed columns, where they change */
export function handedOver(seal: View['seal'], row: RequestRow, handing: Handing): Change {
  const { reason, isUnmet, ...handover } = handing
  if (reason === undefined && !isUnmet) return {}
  const contents = seal.open(row)
  const summary = seal.summary(row)
  return seal.again(
    row,
    reason === undefined ? contents : withReason(contents, { ...handover, reason }),
    isUnmet ? meeting(summary, undefined) : summary,
  )
}

/** As they are read, with first names. */
export async function handoversOf(
  tx: Tx,
  { handovers = [] }: Contents,
): Promise<NonNullable<OpenRequest['handovers']>> {
  const names = await tx.people.firstNames(handovers.map(({ by }) => by))
  return handovers.map(({ at, by, ...told }) => ({ ...told, at: iso(at), by: names.get(by) ?? '' }))
}
