/** The person’s own views of the queue and how their desk stands: kept on the server, for them alone. */
import type { DeskSettings, DeskView, DeskViews, ViewTold } from '#core/contract/view.ts'
import { asRefused, call, callByItself, type Refused } from '../../net/api.ts'
import { session, sessionEnded, whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'
import { callbacks } from './callbacks.ts'

type KeptState = { views: DeskView[]; settings: DeskSettings; problem: Refused | undefined; isRead: boolean }

const nothing: KeptState = {
  views: [],
  settings: { rows: 'roomy', keys: true },
  problem: undefined,
  isRead: false,
}
export const kept = createStore<KeptState>(nothing)
whenForgotten(() => kept.set(nothing))

const PATH = '/api/desk/views'
const pathOf = (id: string) => `${PATH}/${id}`

/** What is refused is told where it was asked for; the page goes on as it is. @returns that it was done */
async function trying(step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step()
    kept.set({ problem: undefined })
    return true
  } catch (thrown) {
    const problem = asRefused(thrown)
    if (problem.code === 'signed-out') sessionEnded()
    else kept.set({ problem })
    return false
  }
}

/** Looks through it. An area that is no more mine is left out: rows of others would not come. */
function look({ lens, area, filters }: ViewTold): void {
  const { me } = session.get()
  const isOurs = me?.allAreas.some((one) => one.area === area) ?? false
  callbacks.set({ lens, area: isOurs ? area : undefined, filters })
}

/** Once in a session: what was used last is looked through again. */
export async function loadViews(): Promise<void> {
  if (kept.get().isRead || session.get().phase !== 'signed-in') return
  await trying(async () => {
    const { views, settings } = await callByItself<DeskViews>(PATH)
    kept.set({ views, settings, isRead: true })
    const last = views.find(({ id }) => id === settings.view)
    if (last) look(last)
  })
}

type Change = Omit<Partial<DeskSettings>, 'view'> & { view?: string | undefined }

/** The desk stands so at once, and the server is told. A view that is undefined is left. */
export async function setDesk(change: Change): Promise<void> {
  const { view, ...settings } = { ...kept.get().settings, ...change }
  const told = view === undefined ? settings : { ...settings, view }
  kept.set({ settings: told })
  await trying(() => call('PUT', '/api/desk/settings', told))
}

export function pickView(view: DeskView): Promise<void> {
  look(view)
  return setDesk({ view: view.id })
}

/** Everything that waits, as on the first day. */
export function leaveView(): Promise<void> {
  callbacks.set({ lens: 'waiting', area: undefined, filters: {} })
  return setDesk({ view: undefined })
}

/** @param id of one that is told anew. @returns that the server has it */
export async function keepView(id: string, told: ViewTold): Promise<boolean> {
  const isNew = !kept.get().views.some((one) => one.id === id)
  const done = await trying(() => call('PUT', pathOf(id), told))
  if (!done) return false
  const { views } = kept.get()
  const view = { id, ...told }
  kept.set({ views: isNew ? [...views, view] : views.map((one) => (one.id === id ? view : one)) })
  if (isNew) await setDesk({ view: id })
  return true
}

export async function forgetView(id: string): Promise<void> {
  if (!(await trying(() => call('DELETE', pathOf(id))))) return
  kept.set({ views: kept.get().views.filter((one) => one.id !== id) })
  if (kept.get().settings.view === id) await setDesk({ view: undefined })
}

/** How the queue is looked at now, without a name. */
export function lookNow(): Omit<ViewTold, 'name'> {
  const { lens, area, filters } = callbacks.get()
  return { lens, ...(area !== undefined && { area }), filters: filters as ViewTold['filters'] }
}
