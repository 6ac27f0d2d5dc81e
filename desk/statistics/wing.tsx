/** The wing of figures, for who leads the work. */
import './styles/statistics.css'
import './styles/what-if.css'
import type { FrameType, Wing } from '../parts/wing.ts'
import { address } from '../state/address.ts'
import { useStore } from '../state/store.ts'
import { FiguresRoom } from './page.tsx'
import { look, WING } from './state.ts'
import { WhatIfRoom } from './what-if/page.tsx'
import { askWhatIf, foreseen, WHAT_IF } from './what-if/state.ts'

const isWhatIf = ({ wing, page } = address.get()) => wing === WING && page === WHAT_IF

function Page({ Frame }: { Frame: FrameType }) {
  const whatIf = useStore(address, isWhatIf)
  return whatIf ? <WhatIfRoom Frame={Frame} /> : <FiguresRoom Frame={Frame} />
}

/** What the address names is fetched, if it is not there yet. */
async function begin(): Promise<void> {
  if (!isWhatIf()) return look()
  if (!foreseen.get().answer) await askWhatIf()
}

export const statisticsWing: Wing = { Page, begin, turned: async () => {} }
