/** The views of the queue that a person keeps for themselves. Nobody else has them, whoever leads or administers. */
import type { DeskSettings, DeskViews, ViewTold } from '#core/contract/view.ts'
import { MOST_VIEWS } from '#core/queue/view.ts'
import { refuse } from '../../refusal.ts'
import type { Coordinator, Deps } from '../deps.ts'

type At = Pick<Deps, 'store' | 'clock'>

/** Of one who has said nothing. */
const AT_FIRST: DeskSettings = { rows: 'roomy', keys: true }

/** What the person has kept, and how their desk stands. */
export const viewsOf = ({ store }: At, { organisation, person }: Coordinator): Promise<DeskViews> =>
  store.read(organisation, async ({ views }) => {
    const kept = await views.of(person)
    const settings = await views.settings(person)
    return {
      views: kept.map(({ view, name, told }) => ({ id: view, name, ...JSON.parse(told) })),
      settings: settings === undefined ? AT_FIRST : JSON.parse(settings),
    }
  })

/**
 * Keeps a view under an id that the desk made: told again, it is the same one.
 * @throws Refusal `invalid-field` (`too-many`) when there are as many as a person may have
 */
export const keepView = (
  { store, clock }: At,
  { organisation, person }: Coordinator,
  id: string,
  { name, ...told }: ViewTold,
): Promise<void> =>
  store.record(organisation, async ({ views }) => {
    const kept = await views.of(person)
    if (kept.length >= MOST_VIEWS && !kept.some(({ view }) => view === id))
      refuse('invalid-field', { field: '/views', reason: 'too-many' })
    await views.keep(person, id, { name: name.trim(), told: JSON.stringify(told) }, clock.now())
  })

/** Forgets it; told again it stays forgotten. */
export const forgetView = ({ store }: At, { organisation, person }: Coordinator, id: string): Promise<void> =>
  store.record(organisation, ({ views }) => views.remove(person, id))

export const setDesk = (
  { store }: At,
  { organisation, person }: Coordinator,
  settings: DeskSettings,
): Promise<void> => store.record(organisation, ({ views }) => views.set(person, JSON.stringify(settings)))
