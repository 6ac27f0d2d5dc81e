/** Invented requests for the desk’s tests. */
import type { OpenRequest } from '#core/contract/desk.ts'

const MINUTE = 60_000
let made = 0

const localDay = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(at)
const localTime = (at: number) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Helsinki',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)

type Wish = {
  /** minutes from now to the promise */
  promised?: number
  waited?: number
  row?: Partial<OpenRequest['row']>
  contact?: Partial<OpenRequest['contact']>
  more?: Partial<OpenRequest>
}

const answers: OpenRequest['answers'] = [
  { address: 'needs', flow: 'guidance', step: 'needs', value: ['daily-life', 'money'] },
  { address: 'asker', flow: 'guidance', step: 'asker', value: 'relative' },
  { address: 'daily-life/coping', flow: 'daily-life', step: 'coping', need: 'daily-life', value: 2 },
  {
    address: 'daily-life/trouble',
    flow: 'daily-life',
    step: 'trouble',
    need: 'daily-life',
    value: ['meals', 'moving-about'],
  },
  { address: 'age', flow: 'guidance', step: 'age', value: '75-or-more' },
  { address: 'money/coping', flow: 'money', step: 'coping', need: 'money', value: 'dontKnow' },
  { address: 'applied', flow: 'guidance', step: 'applied', value: 'dontKnow' },
  { address: 'helpers', flow: 'guidance', step: 'helpers', value: [] },
  { address: 'when-needed', flow: 'guidance', step: 'when-needed', value: 'declined' },
  { address: 'municipality', flow: 'guidance', step: 'municipality', value: '410' },
]

/** A whole opened request; everything can be wished otherwise. */
export function request({
  promised = 180,
  waited = 12,
  row = {},
  contact = {},
  more = {},
}: Wish = {}): OpenRequest {
  made += 1
  const now = Date.now()
  const until = now + promised * MINUTE
  const id = `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const receivedAt = new Date(now - waited * MINUTE).toISOString()
  return {
    row: {
      id,
      reference: `K${100 + made}`,
      area: 'north',
      lane: 'guidance',
      status: 'waiting',
      receivedAt,
      promise: { day: localDay(until), by: localTime(until), until: new Date(until).toISOString() },
      segment: 'callback',
      municipality: '410',
      language: 'fi',
      lifeAreas: ['daily-life', 'money'],
      flags: 0,
      attention: [],
      dontKnow: 2,
      attempts: 0,
      verified: true,
      finished: true,
      folded: 0,
      way: 'call',
      ...row,
    },
    version: 1,
    contact: {
      way: row.way ?? 'call',
      name: 'Kerttu',
      window: 'morning',
      mayLeaveMessage: true,
      ownWords: 'Äiti ei enää pärjää yksin kotona eikä minulla riitä aika. En tiedä, keneltä kysyä.',
      ...contact,
    },
    phone: '+358401234567',
    revision: 'r1',
    on: localDay(now),
    station: 'laukaa',
    register: 'health',
    answers,
    flags: [],
    because: [{ address: 'daily-life/coping', value: 2 }],
    attention: [],
    advice: ['needs-assessment', 'housing-allowance'],
    history: [{ number: made, type: 'request-received', at: receivedAt, request: id, area: 'north' }],
    notes: [],
    folded: [],
    nextTries: [],
    ...more,
  }
}
