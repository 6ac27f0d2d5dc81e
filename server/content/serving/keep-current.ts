/** Every process learns from the event log that content or place has changed, whoever changed it and wherever. */
import type { EventType } from '#core/contract/event.ts'
import type { Store } from '../../store/store.ts'
import type { ServedContent } from './content.ts'
import type { Screens } from './screens.ts'

type CurrentDeps = {
  store: Store
  organisation: string
  content: ServedContent
  screens: Screens
  log: { error(entry: object): void }
}

const CONTENT: EventType = 'content-published'
const PLACE: EventType = 'area-changed'

async function apply({ content, screens }: CurrentDeps, types: string[]) {
  if (types.includes(CONTENT)) await content.refresh()
  if (types.includes(CONTENT) || types.includes(PLACE)) screens.drop()
}

/**
 * Follows the log from now on, one reading at a time; what is written meanwhile is read next.
 * @returns how to stop
 */
export async function keepCurrent(parts: CurrentDeps): Promise<() => void> {
  const { store, organisation, content, log } = parts
  let last = await store.read(organisation, (view) => view.log.last())
  await content.refresh() // what was published since it was opened
  let busy = false
  let rang = false

  async function readOn() {
    do {
      rang = false
      const came = await store.read(organisation, (view) => view.log.typesAfter(last))
      await apply(
        parts,
        came.map(({ type }) => type),
      )
      last = Math.max(last, ...came.map((one) => one.last))
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
