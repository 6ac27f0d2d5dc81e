/** The period that is looked at: as the address names it, fetched once, in memory only. */
import type { FiguresPage } from '#core/contract/statistics.ts'
import { asRefused, call, type Refused } from '../net/api.ts'
import { address, addressOf } from '../state/address.ts'
import { setClock, steadyNow } from '../state/clock.ts'
import { sessionEnded, whenForgotten } from '../state/session.ts'
import { createStore } from '../state/store.ts'

import { askWhatIf, foreseen, WHAT_IF } from './what-if/state.ts'

export const WING = 'statistics'
const ADDRESS = '/api/desk/statistics'

type FiguresState = {
  page: FiguresPage | undefined
  /** it is being fetched */
  busy: boolean
  refused: Refused | undefined
}
const unknown: FiguresState = { page: undefined, busy: false, refused: undefined }
export const figures = createStore<FiguresState>(unknown)
whenForgotten(() => figures.set(unknown))

const askedInAddress = () => {
  const { wing, page } = address.get()
  return wing === WING ? page : undefined
}

/** An answer that was overtaken by a later question is not shown. */
let asking = 0

/** Fetches what the address names; the period before stays on the screen until the other is there. */
export async function look(): Promise<void> {
  const asked = askedInAddress()
  const own = ++asking
  figures.set({ busy: true, refused: undefined })
  try {
    const sent = steadyNow()
    const page = await call<FiguresPage>('GET', asked ? `${ADDRESS}?period=${asked}` : ADDRESS)
    setClock(Date.parse(page.now), sent)
    if (own === asking) figures.set({ page, busy: false })
  } catch (thrown) {
    if (own === asking) refused(thrown)
  }
}

function refused(thrown: unknown): void {
  const problem = asRefused(thrown)
  figures.set({ busy: false, refused: problem })
  if (problem.code === 'signed-out') sessionEnded()
}

/** What is taken out as a file; nothing when it was refused. */
export async function takeOut(period: string): Promise<FiguresPage | undefined> {
  figures.set({ busy: true, refused: undefined })
  try {
    const page = await call<FiguresPage>('POST', `${ADDRESS}/export`, { period })
    figures.set({ busy: false })
    return page
  } catch (thrown) {
    refused(thrown)
    return undefined
  }
}

/** Another period, as a place in the history. */
export function turnToPeriod(period: string): void {
  location.hash = addressOf(WING, period)
}

address.watch(() => {
  const { page, busy } = figures.get()
  const { wing } = address.get()
  if (wing !== WING) return
  const asked = askedInAddress()
  if (asked === WHAT_IF) {
    const { answer, busy: isAsked } = foreseen.get()
    if (page && !answer && !isAsked) void askWhatIf()
  } else if (page ? asked && asked !== page.figures?.period : foreseen.get().answer && !busy) void look()
})
