/** What stands aside of the queue: asked for with it, its rows only when somebody looks. */
import type { Aside, AsideArea, AsideRows } from '#core/contract/aside.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'
import { prepareRows } from './queue.ts'

type AsideState = {
  areas: readonly AsideArea[]
  /** rows by area, as far as they were looked at */
  rows: ReadonlyMap<string, AsideRows>
  problem: Refused | undefined
}

const nothing: AsideState = { areas: [], rows: new Map(), problem: undefined }
export const asideStore = createStore<AsideState>(nothing)
whenForgotten(() => asideStore.set(nothing))

const PATH = '/api/desk/aside'
const known = (area: string): readonly QueueRow[] => asideStore.get().rows.get(area)?.rows ?? []

async function fetchRows(area: string, after?: string): Promise<void> {
  const page = await call<AsideRows>(
    'GET',
    `${PATH}/${area}${after ? `?after=${encodeURIComponent(after)}` : ''}`,
  )
  const rows = after ? [...known(area), ...page.rows] : page.rows
  asideStore.set({ rows: new Map(asideStore.get().rows).set(area, { ...page, rows }) })
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
    const left = [...asideStore.get().rows].filter(([one]) =>
      areas.some(({ area, count }) => area === one && count > 0),
    )
    asideStore.set({ areas, rows: new Map(left) })
    for (const [area] of left) await fetchRows(area)
  })

export const lookAt = (area: string): Promise<void> => told(() => fetchRows(area))
export const lookFurther = (area: string): Promise<void> =>
  told(() => fetchRows(area, asideStore.get().rows.get(area)?.after))

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
