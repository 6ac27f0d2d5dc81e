/** People, a place and a small dialogue for the server's tests: all invented. */
import { randomInt, randomUUID } from 'node:crypto'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import type { AreaSeed } from '#core/place/area.ts'
import type { Role } from '#core/request/choices.ts'
import { ALPHABET, CODE_LENGTH } from '#core/request/code.ts'
import type { Coordinator, DialoguePort } from '../../server/callbacks/deps.ts'
import { seedArea } from '../../server/store/seed.ts'
import type { Store, Tx } from '../../server/store/store.ts'

export const ORGANISATION = 'example'
export const REVISION = 'r1'

const row = { author: 'Test', date: '2026-01-01', reason: 'a test' }

/** Four questions: enough for a route that depends on an answer and on the municipality. */
export const dialogue: Dialogue = {
  flows: {
    guidance: {
      start: 'topics',
      strip: { ask: 'many', options: ['fire', 'fear'] },
      steps: {
        topics: { ask: 'many', options: ['money', 'housing'], next: 'coping' },
        coping: { ask: 'scale', next: 'municipality' },
        municipality: { ask: 'municipality', next: 'story' },
        story: { ask: 'text', for: 'coordinator', next: 'done' },
        done: { end: true },
      },
    },
  },
  tables: {
    segment: {
      hit: 'first',
      unfinished: { segment: 'callback', contact: 'first' },
      rows: [
        {
          id: 'hard',
          when: { coping: { max: 2 } },
          // biome-ignore lint/suspicious/noThenProperty: the tables' own word
          then: { segment: 'social-services', contact: 'first' },
          ...row,
        },
        // biome-ignore lint/suspicious/noThenProperty: the tables' own word
        { id: 'rest', then: { segment: 'coordination', contact: 'offered' }, ...row },
      ],
    },
    advice: { hit: 'collect', rows: [] },
    attention: {
      hit: 'collect',
      // biome-ignore lint/suspicious/noThenProperty: the tables' own word
      rows: [{ id: 'in-fear', when: { strip: { any: ['fear'] } }, then: ['fear'], ...row }],
    },
  },
  lists: { municipalities: [{ id: '172' }, { id: '410' }] },
  advice: {},
}

export const content: DialoguePort = {
  language: (asked) => (asked === 'fi-simple' ? asked : 'fi'),
  dialogue: async (revision) => (revision === REVISION ? dialogue : undefined),
}

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }))
const area = (name: string, capacity: number) => ({
  area: name,
  name,
  cutOff: '13:00',
  callBy: '16:00',
  capacity,
  phone: null,
})

/** Two areas with a station each. @param capacity first attempts one coordinator makes in a day */
export const place = (capacity = 1000): AreaSeed => ({
  organisation: {
    organisation: ORGANISATION,
    name: 'Example',
    validFrom: '2026-01-01',
    allowedOrigins: [],
    coordinatorPhone: null,
    dutyArea: 'north',
  },
  areas: [area('south', capacity), area('north', capacity)],
  stations: {
    hours: weekdays,
    stations: [
      { station: 'joutsa', name: 'Joutsa', kind: 'main', municipality: '172', area: 'south', phone: null },
      { station: 'laukaa', name: 'Laukaa', kind: 'main', municipality: '410', area: 'north', phone: null },
    ],
  },
  municipalities: [
    { municipality: '172', area: 'south', names: { fi: 'Joutsa' } },
    { municipality: '410', area: 'north', names: { fi: 'Laukaa' } },
  ],
  closures: [],
  lanes: [
    { lane: 'guidance', register: 'health' },
    { lane: 'consultation', register: 'health' },
  ],
  lines: {
    lines: [
      {
        line: 'emergency',
        number: '112',
        verifiedOn: '2026-01-01',
        verifiedBy: 'Test',
        nextCheck: '2027-01-01',
        source: 'a test',
      },
    ],
    helps: {},
  },
  staff: [],
})

/** A coordinator of areas, as the acts see them. */
export const staff = (person: string, areas: string[], roles: Role[] = ['coordinator']): Coordinator => ({
  organisation: ORGANISATION,
  person,
  firstName: person[0]?.toUpperCase() + person.slice(1),
  roles,
  areas,
})

export const aino = staff('aino', ['south'])
export const elias = staff('elias', ['south'])
export const helmi = staff('helmi', ['north'])

async function employ(tx: Tx, who: Coordinator): Promise<void> {
  const { person, firstName, roles, areas } = who
  const known = {
    person,
    username: person,
    first_name: firstName,
    name: `${firstName} Example`,
    title: 'palveluohjaaja',
    roles: JSON.stringify(roles),
    disabled: 0,
    demo: 0,
  }
  await tx.people.add(known, 'no password', 0)
  for (const area of areas)
    await tx.people.addToArea({ area, person, valid_from: '2026-01-01', valid_to: null, kind: 'own' })
}

/** The example organisation with its place and people. */
export const settle = (store: Store, { seed = place(), people = [aino, elias, helmi] } = {}): Promise<void> =>
  store.record(ORGANISATION, async (tx) => {
    await seedArea(tx, seed)
    for (const person of people) await employ(tx, person)
  })

export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(32)]).join('')

let made = 0
/** A request as the browser sends it; each from a number of its own unless it is given. */
export function body(more: Partial<CallbackRequestBody> = {}): CallbackRequestBody {
  made += 1
  return {
    id: randomUUID(),
    code: newCode(),
    station: 'joutsa',
    revision: REVISION,
    language: 'fi',
    on: '2026-11-24',
    answers: { topics: ['money'], coping: 3, municipality: '172', story: 'omin sanoin' },
    contact: {
      way: 'call',
      phone: `040 ${String(1_000_000 + made)}`,
      name: 'Veera Virtanen',
      ownWords: 'Rahat loppu',
    },
    ...more,
  }
}
