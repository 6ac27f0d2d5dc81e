/** Where a walk along the queue goes on, as one opaque text: a place in the order, so that nothing moves by what others do. */
import { refuse } from '../../refusal.ts'
import type { QueuePlace } from '../../store/queue/walks.ts'

const PLACE = /^(\d{1,16})\.(\d{1,16})\.([0-9a-f-]{36})$/

export const cursorOf = ({ until, received, id }: QueuePlace): string =>
  Buffer.from(`${until}.${received}.${id}`).toString('base64url')

/** @throws Refusal `invalid-field` when it is none of ours */
export function placeIn(cursor: string): QueuePlace {
  const [, until, received, id = ''] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (until === undefined) return refuse('invalid-field', { field: '/after' })
  return { until: Number(until), received: Number(received), id }
}
