/** Every process learns from the event log that content or place has changed, whoever changed it and wherever. */
import type { Event } from '#core/contract/event.ts'
import type { Store } from '../store/store.ts'
import type { Content } from './content.ts'
import type { Screens } from './screens.ts'

type Parts = {
  store: Store
  organisation: string
  content: Content
  screens: Screens
  log: { error(entry: object): void }
}

/** So many events are read at a time. */
const PAGE = 200

async function apply({ content, screens }: Parts, events: Event[]) {
  const types = new Set(events.map(({ type }) => type))
  if (types.has('content-published')) await content.refresh()
  if (types.has('content-published') || types.has('area-changed')) screens.drop()
}

/**
 * Follows the log from now on, one reading at a time; what is written meanwhile is read next.
 * @returns how to stop
 */
export async function keepCurrent(parts: Parts): Promise<() => void> {
  const { store, organisation, content, log } = parts
  let last = await store.read(organisation, (view) => view.log.last())
  await content.refresh() // what was published since it was opened
  let busy = false
  let rang = false

  async function readOn() {
    do {
      rang = false
      const events = await store.read(organisation, (view) => view.log.after(last, PAGE))
      await apply(parts, events)
      last = events.at(-1)?.number ?? last
      if (events.length === PAGE) rang = true
    } while (rang)
  }
  return store.onWrite(organisation, () => {
    rang = true
    if (busy) return
    busy = true
    readOn()
      .catch((err) => log.error({ err }))
      .finally(() => {
        busy = false
      })
  })
}
