/** A fresh set of invented requests for practice: what was there is gone, and these come as if they had come this morning. */
import { randomBytes } from 'node:crypto'
import type { CallbackRequestBody, Contact } from '#core/contract/callback.ts'
import { MUNICIPALITY } from '#core/flow/named.ts'
import { keysOf } from '#core/request/keys.ts'
import { LIFE } from '#core/request/life.ts'
import { isPractice } from '#core/request/practice.ts'
import { giveBackPlace } from '../callbacks/bind.ts'
import { submit } from '../callbacks/submit.ts'
import type { Clock } from '../clock.ts'
import type { ServedContent } from '../content/serving/content.ts'
import { localTime } from '../promise/local-time.ts'
import type { Store } from '../store/store.ts'
import people from './people.json' with { type: 'json' }

type Invented = {
  name: string
  phone: string
  /** which of the areas, counted from the first */
  area: number
  minutesAgo: number
  way: Contact['way']
  words: string
  answers: CallbackRequestBody['answers']
}
export const INVENTED = people as unknown as readonly Invented[]

export type PracticeDeps = { store: Store; organisation: string; clock: Clock; content: ServedContent }

const MINUTE = 60_000
/** So many in one act. */
const BATCH = 100

/** Everything that was asked for, open or closed, is gone; the log tells every desk. @throws never of a real organisation: it does nothing there */
async function clear({ store, organisation, clock }: PracticeDeps): Promise<void> {
  if (!isPractice(organisation)) throw new Error('Only a practice desk is cleared.')
  for (let more = true; more; )
    more = await store.record(organisation, async (tx) => {
      const rows = await tx.requests.after('', BATCH)
      for (const row of rows) {
        await giveBackPlace(tx, row, clock.now())
        await tx.notes.remove(row.id)
        await tx.attempts.remove(row.id)
        await tx.requests.remove(row.id, row.version)
        tx.events.add(LIFE.erase.event, { request: row.id, area: row.area })
      }
      return rows.length === BATCH
    })
}

/** One station of each area, in the order of the areas: who comes by it lives in its municipality. */
const stationsOf = ({ store, organisation, clock }: PracticeDeps) =>
  store.read(organisation, async ({ place }) => {
    const { day } = localTime(clock.now())
    const stations = await place.stations(day)
    return (await place.areas(day)).flatMap(({ area }) => stations.find((one) => one.area === area) ?? [])
  })

/** @throws Error in a real organisation */
export async function fillPractice(deps: PracticeDeps): Promise<void> {
  await clear(deps)
  const { store, organisation, clock, content } = deps
  const stations = await stationsOf(deps)
  const { revision } = content.current()
  for (const { name, phone, area, minutesAgo, way, words, answers } of INVENTED) {
    const at = stations[area % stations.length]
    if (at === undefined) return
    const came = clock.now() - minutesAgo * MINUTE
    const body = {
      ...{
        ...keysOf(came, randomBytes),
        station: at.station,
        revision,
        language: 'fi',
        on: localTime(came).day,
      },
      answers: { ...answers, [MUNICIPALITY]: at.municipality },
      ...{ contact: { way, phone, name, ...(words && { ownWords: words }) } },
    }
    await submit({ store, content, clock: { now: () => came } }, organisation, body)
  }
}
