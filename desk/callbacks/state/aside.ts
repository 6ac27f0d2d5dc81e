/** What stands aside of the queue: asked for with it, its rows only when somebody looks. */
import type { Aside, AsideArea, AsideRows } from '#core/contract/aside.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'
import { prepareRows } from './queue.ts'

type AsideState = {
  areas: readonly AsideArea[]
  /** rows, as far as they were looked at: by area, of what was taken for not real by `doubtedIn` it */
  rows: ReadonlyMap<string, AsideRows>
  problem: Refused | undefined
}

const nothing: AsideState = { areas: [], rows: new Map(), problem: undefined }
export const asideStore = createStore<AsideState>(nothing)
whenForgotten(() => asideStore.set(nothing))

const PATH = '/api/desk/aside'
const DOUBTED = '?doubted=1'
/** Where the rows of an area stand that a lead has taken for not real. */
export const doubtedIn = (area: string): string => `${area}${DOUBTED}`
const known = (which: string): readonly QueueRow[] => asideStore.get().rows.get(which)?.rows ?? []

/** @param which an area, or `doubtedIn` it */
async function fetchRows(which: string, after?: string): Promise<void> {
  const further = after ? `${which.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}` : ''
  const page = await call<AsideRows>('GET', `${PATH}/${which}${further}`)
  const rows = after ? [...known(which), ...page.rows] : page.rows
  asideStore.set({ rows: new Map(asideStore.get().rows).set(which, { ...page, rows }) })
  void prepareRows(page.rows)
}

/** What goes wrong is said where it was asked for; nobody is kept from the queue by it. */
async function told(does: () => Promise<void>): Promise<void> {
  try {
    await does()
    asideStore.set({ problem: undefined })
  } catch (thrown) {
    asideStore.set({ problem: asRefused(thrown) })
  }
}

/** Asks how many there are, and again for those that are looked at. */
export const refreshAside = (): Promise<void> =>
  told(async () => {
    const { areas } = await call<Aside>('GET', PATH)
    const standing = areas.flatMap(({ area, count, doubted }) => [
      ...(count > 0 ? [area] : []),
      ...(doubted > 0 ? [doubtedIn(area)] : []),
    ])
    const left = [...asideStore.get().rows].filter(([which]) => standing.includes(which))
    asideStore.set({ areas, rows: new Map(left) })
    for (const [which] of left) await fetchRows(which)
  })

/** @param which an area, or `doubtedIn` it */
export const lookAt = (which: string): Promise<void> => told(() => fetchRows(which))
export const lookFurther = (which: string): Promise<void> =>
  told(() => fetchRows(which, asideStore.get().rows.get(which)?.after))

/** “These are not real”: of those that were there when it was read. */
export const doubt = (area: string, until: string): Promise<void> =>
  told(async () => {
    await call('POST', `${PATH}/${area}/doubt`, { until })
    await refreshAside()
  })
export const believe = (area: string): Promise<void> =>
  told(async () => {
    await call('POST', `${PATH}/${area}/believe`)
    await refreshAside()
  })
