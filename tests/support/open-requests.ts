/** Many open requests at once, as rows that were received long ago: a queue of any length without asking so many times. */
import { randomUUID } from 'node:crypto'
import type { Contact } from '#core/contract/callback.ts'
import { localTime } from '../../server/promise/local-time.ts'
import { type RequestRow, UNTOUCHED } from '../../server/store/requests.ts'
import type { Summary } from '../../server/store/sealing.ts'
import type { Store } from '../../server/store/store.ts'
import { ORGANISATION } from './people.ts'

export type Wish = {
  area?: string
  /** epoch ms */
  promised: number
  received: number
  row?: Partial<RequestRow>
  summary?: Partial<Summary>
}

const contact: Contact = { way: 'call', phone: '040 1234567' }

/** @returns their ids, in the order of the wishes */
export async function standing(store: Store, wishes: readonly Wish[], organisation = ORGANISATION) {
  const ids: string[] = []
  for (let from = 0; from < wishes.length; from += 200)
    await store.record(organisation, async (tx) => {
      const made: string[] = []
      for (const { area = 'south', promised, received, row = {}, summary = {} } of wishes.slice(
        from,
        from + 200,
      )) {
        const id = randomUUID()
        made.push(id)
        const told: Summary = {
          segment: 'callback',
          lifeAreas: ['money'],
          attention: [],
          flags: 0,
          dontKnow: 0,
          way: 'call',
          ...summary,
        }
        const contents = {
          contact,
          answers: [],
          flags: [],
          because: [],
          attention: [],
          advice: [],
          dontKnow: [],
        }
        await tx.requests.add({
          id,
          reference: `K-${id.slice(0, 13).toUpperCase()}`,
          code_index: `code ${id}`,
          body_index: `body ${id}`,
          phone_index: null,
          station: 'joutsa',
          area,
          lane: 'guidance',
          status: 'waiting',
          received_at: received,
          promise_day: localTime(promised).day,
          promise_by: localTime(promised).time,
          promise_until: promised,
          language: 'fi',
          revision: 'r1',
          on_day: localTime(received).day,
          verified: 1,
          ...UNTOUCHED,
          folded_under: null,
          sender_index: null,
          aside: null,
          channel: 'chat',
          ...tx.seal.contents(id, contents as never, told),
          ...row,
        })
        tx.events.add('request-received', { request: id, area })
      }
      if (from === 0) ids.length = 0
      ids.push(...made)
    })
  return ids
}
