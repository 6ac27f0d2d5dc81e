/** The place: areas and whose they are, stations and when they are open, numbers and who has called them. */
import { describe, expect, it } from 'vitest'
import { checkArea } from '#core/check/place/area.ts'
import { type Change, tellerOf } from './changed.ts'

const { told, sentences, levels } = tellerOf((survey) => checkArea(survey, undefined))
const onDay = (today: string) => tellerOf((survey) => checkArea(survey, today))
const file = (name: string) => `flows/area/${name}.yaml`
const STATION = "kind: main, municipality: '172', area: south, phone: null }"
const [VERIFIED, NEXT] = ["verifiedOn: '2026-11-01'", "nextCheck: '2027-01-30'"]
const AREA = "- { area: south, name: Etelä, cutOff: '13:00', callBy: '16:00', capacity: 8, phone: null }"
const PERSON =
  '- { person: aino, username: aino, firstName: Aino, name: Aino A, title: ohjaaja, roles: [coordinator], own: [south], substitute: [] }'

describe('the files of the place', () => {
  it('are all there, or none', () => {
    expect(told([], { without: /area/ })).toEqual([])
    expect(told([], { without: /closures/ })).toEqual(['file-missing area/closures value'])
    expect(sentences([], { without: /closures/ })[0]).toContain('flows/area/closures.yaml')
    const others = /area\/(?!staff)/
    expect(told([], { without: others }).filter((one) => one.startsWith('file-missing'))).toHaveLength(6)
    // one that could not be read is there
    expect(told([], { more: { [file('closures')]: 'a: [' } })).toEqual([])
  })
})

describe('an area', () => {
  it('has a coordinator of its own, which is not said while the staff was not read', () => {
    expect(told([])).toEqual([])
    for (const change of [
      ['own: [south]', 'own: []'],
      ['roles: [coordinator]', 'roles: [manager]'],
    ] as Change[]) {
      expect(told([change])).toEqual(['area-without-owner area/areas 0 area value'])
      expect(told([change], { broken: [file('staff')] })).toEqual([])
    }
    expect(sentences([['own: [south]', 'own: []']])[0]).toContain('"south"')
  })

  it('is known wherever it is named', () => {
    expect(told([['own: [south]', 'own: [south, nrth], substitute2: []']])).toEqual([
      'unknown-area area/staff 0 own 1 value',
    ])
    expect(told([['substitute: []', 'substitute: [south, nrth]']])).toEqual([
      'unknown-area area/staff 0 substitute 1 value',
    ])
    expect(told([['dutyArea: south', 'dutyArea: nrth']])).toEqual([
      'unknown-area area/organisation dutyArea value',
    ])
    expect(told([['dutyArea: south', 'dutyArea: 3']])).toEqual([])
    expect(told([[STATION, STATION.replace('south', 'nrth')]])).toEqual([
      'unknown-area area/stations stations 0 area value',
    ])
    expect(told([['station: joutsa, from', 'station: joutsa, area: nrth, from']])).toEqual([
      'unknown-area area/closures 0 area value',
    ])
    expect(told([["'172', area: south, names", "'172', area: nrth, names"]])).toEqual([
      'unknown-area area/municipalities 0 area value',
      'area-differs lists municipalities 0 area value',
    ])
  })

  it('that is no row is left aside', () => {
    expect(told([[AREA, `${AREA}\n- null\n- 3`]])).toEqual([])
  })

  it('is not said to be unknown where none was read', () => {
    expect(
      told([
        ['dutyArea: south', 'dutyArea: nrth'],
        [AREA, '[]'],
      ]),
    ).toEqual([])
  })
})

describe('what has a name of its own', () => {
  it.each([
    ['areas', AREA, `${AREA}\n${AREA}`, '1 area'],
    ['staff', PERSON, `${PERSON}\n${PERSON}`, '1 person'],
    ['stations', `  - { station: joutsa, name: Joutsa, ${STATION}`, '', 'stations 1 station'],
    ['lines', 'helps:\n', '', 'lines 1 line'],
  ])('of %s is there once', (name, old, fresh, at) => {
    const line = `  - { line: emergency, number: '112', ${VERIFIED}, verifiedBy: Aino, ${NEXT}, source: 112.fi }\n`
    const twice = name === 'lines' ? `${line}${old}` : fresh || `${old}\n${old}`
    expect(told([[old, twice]])).toEqual([`duplicate-id area/${name} ${at} value`])
    expect(sentences([[old, twice]])[0]).toMatch(/^"(south|aino|joutsa|emergency)" /)
  })
})

describe('a station', () => {
  it('is in a municipality that is there, and closed where it is', () => {
    expect(told([[STATION, STATION.replace("'172'", "'173'")]])).toEqual([
      'unknown-municipality area/stations stations 0 municipality value',
    ])
    expect(told([['station: joutsa, from', 'station: joutsi, substitute: jou, from']])).toEqual([
      'unknown-station area/closures 0 station value',
      'unknown-station area/closures 0 substitute value',
    ])
    const days = (from: string, to: string): Change => [
      "from: '2026-12-23', to: '2026-12-24'",
      `from: '${from}', to: '${to}'`,
    ]
    expect(told([days('2026-12-24', '2026-12-24')])).toEqual([])
    expect(told([days('2026-12-25', '2026-12-24')])).toEqual(['upside-down area/closures 0 from value'])
  })

  it('has receptions within its hours, or the hours of all', () => {
    const times = (weekday: number, from: string, to: string) =>
      `{ weekday: ${weekday}, from: '${from}', to: '${to}' }`
    const met = (own: string, reception: string, common = '[]') => {
      const hours = own && `, hours: [${own}]`
      const said = `phone: null${hours}, reception: [${reception}] }`
      return told([
        [STATION, STATION.replace('phone: null }', said)],
        ['hours: []\n', `hours: ${common}\n`],
      ])
    }
    const day = times(1, '08:00', '16:00')
    const outside = 'reception-outside-hours area/stations stations 0 reception 0 value'
    expect(met(day, day)).toEqual([])
    expect(met(day, times(1, '09:00', '15:00'))).toEqual([])
    expect(met(day, times(1, '07:59', '15:00'))).toEqual([outside])
    expect(met(day, times(1, '09:00', '16:01'))).toEqual([outside])
    expect(met(day, times(2, '09:00', '15:00'))).toEqual([outside])
    expect(met(`${times(2, '08:00', '16:00')}, ${day}`, times(1, '09:00', '15:00'))).toEqual([])
    expect(met('', day, `[${day}]`)).toEqual([])
    expect(met('', day)).toEqual([outside])
    expect(met(times(2, '08:00', '16:00'), day, `[${day}]`)).toEqual([outside])
    for (const to of ['09:00', '08:30'])
      expect(met(day, `${day}, ${times(1, '09:00', to)}`)).toEqual([
        'upside-down area/stations stations 0 reception 1 from value',
      ])
    expect(met(day, '3')).toEqual([])
    const wrong: Change = [STATION, STATION.replace('null }', `null, reception: [${day}] }`)]
    expect(told([wrong], { broken: [file('stations')] })).toEqual([])
  })
})

describe('a municipality', () => {
  const HERE = "- { municipality: '172', area: south, names: { fi: Joutsa } }"
  const LISTED = "  - { id: '172', name: Joutsa, area: south }\n"
  const row = (id: string) => `- { municipality: '${id}', area: south, names: { fi: Muu } }`

  it('is in the list of residents and in the place, with one area', () => {
    expect(told([[HERE, `${HERE}\n${row('435')}`]])).toEqual([
      'municipality-not-listed area/municipalities 1 municipality value',
    ])
    expect(told([[LISTED, `${LISTED}  - { id: '435', name: Muu, area: south }\n`]])).toEqual([
      'municipality-without-area lists municipalities 1 id value',
    ])
    expect(told([[LISTED, LISTED.replace('south', 'north')]])).toEqual([
      'area-differs lists municipalities 0 area value',
    ])
    expect(told([[LISTED, LISTED.replace(', area: south', '')]])).toEqual([])
    expect(told([[HERE, `${HERE}\n${HERE}`]])).toEqual([
      'duplicate-id area/municipalities 1 municipality value',
    ])
  })

  it('is not looked for where the lists or the municipalities were not read, or there is no list', () => {
    const more: Change = [HERE, `${HERE}\n${row('435')}`]
    for (const broken of ['flows/lists.yaml', file('municipalities')])
      expect(told([more], { broken: [broken] })).toEqual([])
    expect(told([more, ['municipalities:\n', 'others:\n']])).toEqual([])
  })
})

describe('a line', () => {
  it('is checked again after it was verified, on the day itself at the latest', () => {
    const day = (next: string): Change => [NEXT, `nextCheck: '${next}'`]
    expect(told([day('2026-11-01')])).toEqual([])
    expect(told([day('2026-10-31')])).toEqual(['review-before-check area/lines lines 0 nextCheck value'])
    expect(told([day('1 day')])).toEqual([])
    expect(told([[VERIFIED, 'verifiedOn: 3']])).toEqual([])
    expect(told([[NEXT, 'nextCheck: 3']])).toEqual([])
    const { told: late, levels: how } = onDay('2027-01-31')
    expect(late([[VERIFIED, 'verifiedOn: 3']])).toEqual([])
    expect(late([])).toEqual(['check-overdue area/lines lines 0 nextCheck value'])
    expect(how([])).toEqual(['warning'])
    expect(onDay('2027-01-30').told([])).toEqual([])
    expect(levels([])).toEqual([])
  })

  const LINE = `  - { line: emergency, number: '112', ${VERIFIED}, verifiedBy: Aino, ${NEXT}, source: 112.fi }\n`
  const others = ['crisis', 'police'].map((name) =>
    LINE.replace('emergency', name).replace("'112'", "'0800 1'"),
  )
  const helping = (fire: string, lines = others.join('')) =>
    told([
      ['helps:\n  fire: [emergency]', `helps:\n  fire: ${fire}`],
      [LINE, `${LINE}${lines}`],
    ])

  it('of 112 is the first or the second of a danger', () => {
    expect(helping('[emergency, crisis]')).toEqual([])
    expect(helping('[crisis, emergency]')).toEqual([])
    for (const late of ['[crisis, police, emergency]', '[crisis]', '[]'])
      expect(helping(late)).toEqual(['danger-late-112 area/lines helps fire key'])
    expect(helping('[crisis, unknwn]')).toEqual(['unknown-line area/lines helps fire 1 value'])
    expect(told([["number: '112'", "number: '0800 1'"]])).toEqual([])
    expect(told([['  flood: [emergency]\n', '  flood: [emergency]\n  help: []\n']])).toEqual([])
  })

  it('helps in what there is, and in every danger', () => {
    const FLOOD = '  flood: [emergency]\n'
    expect(told([[FLOOD, '']])).toEqual(['danger-without-line area/lines helps key'])
    expect(told([[FLOOD, '']], { broken: [file('lines')] })).toEqual([])
    const storm: Change = [FLOOD, `${FLOOD}  storm: [emergency]\n`]
    expect(told([storm])).toEqual(['unknown-help area/lines helps storm key'])
    expect(told([storm], { broken: ['flows/routing.yaml'] })).toEqual([])
    expect(told([storm, ['strip: { ask: many, options: [fire, flood] }\n', '']])).toEqual([])
    const today: Change = ['attention:\n', 'today:\n  rows: [{ then: [food] }]\nattention:\n']
    expect(told([today])).toEqual(['danger-without-line area/lines helps key'])
    expect(told([today, [FLOOD, `${FLOOD}  food: [emergency]\n`]])).toEqual([])
  })
})

describe('a lane', () => {
  const LANES = '- { lane: guidance, register: health }'
  const lane = (name: string): Change => [
    '{ segment: easy, contact: available }',
    `{ segment: easy, contact: available, lane: ${name} }`,
  ]
  it('is there, where a row leads to it, and the ordinary one always', () => {
    expect(told([lane('guidance')])).toEqual([])
    const [at, ...more] = told([lane('guidence')])
    expect([at, more]).toEqual([
      expect.stringMatching(/^unknown-lane routing segment rows \d then lane value$/),
      [],
    ])
    expect(sentences([lane('guidence')])[0]).toContain('"guidance"')
    expect(told([lane('fast'), [LANES, `${LANES}\n- { lane: fast, register: social }`]])).toEqual([])
    expect(told([[LANES, LANES.replace('guidance', 'fast')]])).toEqual(['no-ordinary-lane area/lanes value'])
    expect(told([[LANES, `${LANES}\n${LANES}`]])).toEqual(['duplicate-id area/lanes 1 lane value'])
  })
  it('is not looked for where the file was not read, or there is none', () => {
    expect(told([lane('fast')], { broken: [file('lanes')] })).toEqual([])
    expect(told([lane('fast')], { without: /lanes/ })).toEqual([])
  })
})

describe('a number that is shown', () => {
  it.each([
    ['areas', 'capacity: 8, phone: null', 'phone', '0 phone', '"south"'],
    ['stations', 'area: south, phone: null', 'phone', 'stations 0 phone', '"joutsa"'],
    ['organisation', 'coordinatorPhone: null', 'coordinatorPhone', 'coordinatorPhone', '"house"'],
  ])('in %s was called by somebody on some day', (name, old, key, at, whose) => {
    const shown = old.replace('null', "'014 1'")
    expect(told([[old, shown]])).toEqual([`number-not-verified area/${name} ${at} value`])
    const [says = ''] = sentences([[old, shown]])
    expect(says).toContain(whose)
    expect(says).toContain(`${key}VerifiedOn`)
    const day =
      name === 'organisation' ? `\n${key}VerifiedOn: '2026-11-01'` : `, ${key}VerifiedOn: '2026-11-01'`
    expect(told([[old, `${shown}${day}`]])).toEqual([])
  })
})
