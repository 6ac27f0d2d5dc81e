import type { Mistake } from '../toy.ts'

const staff = 'flows/area/staff.yaml'
const organisation = 'flows/area/organisation.yaml'
const stations = 'flows/area/stations.yaml'
const closures = 'flows/area/closures.yaml'
const municipalities = 'flows/area/municipalities.yaml'
const lists = 'flows/lists.yaml'
const lines = 'flows/area/lines.yaml'
const lanes = 'flows/area/lanes.yaml'

export const place: Mistake[] = [
  [
    staff,
    'own: [south]',
    'own: []',
    'flows/area/areas.yaml:1:11 The area "south" has no coordinator of its own. Write it in "own" of a coordinator in flows/area/staff.yaml.',
  ],
  [
    staff,
    'own: [south]',
    'own: [south, soth]',
    'flows/area/staff.yaml:1:117 "soth" is not an area. Did you mean "south"?',
  ],
  [
    organisation,
    'dutyArea: south\n',
    '',
    'flows/area/organisation.yaml:1:1 Nobody takes the requests of people who live elsewhere or do not say where they live. Add "dutyArea: " and the name of an area of flows/area/areas.yaml: its coordinators call them.',
  ],
  [
    organisation,
    'dutyArea: south',
    'dutyArea: suoth',
    'flows/area/organisation.yaml:6:11 "suoth" is not an area. Did you mean "south"?',
  ],
  [
    stations,
    'phone: null',
    'phone: null, page: www.example.org',
    'flows/area/stations.yaml:3:103 "www.example.org" is not an address of a secure page. Copy the address of the official page from the browser, for example https://www.hyvaks.fi/palvelut: https://, the name of the site with its dots, and no spaces, brackets, user or port.',
  ],
  [
    stations,
    'phone: null',
    'phone: null, names: { svenska: Joutsa }',
    'flows/area/stations.yaml:3:106 "svenska" is not a language tag. Use fi, sv, en, … as in the folders of locales/.',
  ],
  [
    stations,
    'area: south',
    'area: sout',
    'flows/area/stations.yaml:3:77 "sout" is not an area. Did you mean "south"?',
  ],
  [
    stations,
    "'172'",
    "'127'",
    'flows/area/stations.yaml:3:64 "127" is not a municipality of the area files. Did you mean "172"?',
  ],
  [
    stations,
    'phone: null',
    "phone: '014 123 4567'",
    'flows/area/stations.yaml:3:91 The number of "joutsa" is shown, but nobody has verified it. Call it, then write "phoneVerifiedOn" with the day; until then write null for the number.',
  ],
  [
    stations,
    'phone: null',
    "phone: null, hours: [{ weekday: 1, from: '08:00', to: '16:00' }], reception: [{ weekday: 1, from: '15:00', to: '17:00' }]",
    'flows/area/stations.yaml:3:162 A coordinator would meet people at "joutsa" 15:00–17:00 on weekday 1, when it is not open. Write a time within the hours of the station, or correct its hours.',
  ],
  [
    stations,
    'phone: null',
    "phone: null, hours: [{ weekday: 1, from: '08:00', to: '16:00' }], reception: [{ weekday: 1, from: '12:00', to: '09:00' }]",
    'flows/area/stations.yaml:3:182 12:00 is above 09:00, so nothing lies between them. Exchange the two, or correct one of them.',
  ],
  [
    closures,
    'station: joutsa',
    'station: joutsi',
    'flows/area/closures.yaml:1:30 "joutsi" is not a station. Did you mean "joutsa"?',
  ],
  [
    closures,
    "to: '2026-12-24'",
    "to: '2026-12-04'",
    'flows/area/closures.yaml:1:44 2026-12-23 is above 2026-12-04, so nothing lies between them. Exchange the two, or correct one of them.',
  ],
  [
    municipalities,
    "- { municipality: '172', area: south, names: { fi: Joutsa } }",
    "- { municipality: '172', area: south, names: { fi: Joutsa } }\n- { municipality: '172', area: south, names: { fi: Joutsa } }",
    'flows/area/municipalities.yaml:2:19 "172" is there twice. Give one of them another name, or remove it.',
  ],
  [
    municipalities,
    "- { municipality: '172', area: south, names: { fi: Joutsa } }",
    "- { municipality: '172', area: south, names: { fi: Joutsa } }\n- { municipality: '435', area: south, names: { fi: Luhanka } }",
    'flows/area/municipalities.yaml:2:19 The municipality "435" cannot be chosen: it is not in the list "municipalities". Add it to lists.yaml, or remove it from the area files.',
  ],
  [
    lists,
    'area: south }',
    "area: south }\n  - { id: '435', name: Luhanka, area: south }",
    'flows/lists.yaml:3:11 The municipality "435" belongs to no area, so nobody would call its people. Add it to flows/area/municipalities.yaml with its area.',
  ],
  [
    lists,
    'area: south',
    'area: north',
    'flows/lists.yaml:2:38 The municipality "172" is in the area "north" here and in "south" in the area files. Write the same area in flows/lists.yaml and in flows/area/municipalities.yaml.',
  ],
  [
    lines,
    '  flood: [emergency]\n',
    '',
    'flows/area/lines.yaml:3:1 The danger "flood" has no line to call. Add it to "helps" with at least one line.',
  ],
  [
    lanes,
    'lane: guidance',
    'lane: guide, names: { fi: Opas }',
    'flows/area/lanes.yaml:1:1 There is no lane "guidance", in which every request stands that has no other. Add it with the register of the service coordinators: "health" or "social".',
  ],
  [
    lanes,
    'register: health',
    'register: police',
    'flows/area/lanes.yaml:1:31 "police" is not possible for "register". Use one of: health, social.',
  ],
  [
    lines,
    'flood: [emergency]',
    'flood: [emergency]\n  storm: [emergency]',
    'flows/area/lines.yaml:6:3 "storm" is not a danger, a situation of today or a segment. Use one of: fire, flood, help, easy.',
  ],
  [
    lines,
    'flood: [emergency]',
    'flood: [emergncy]',
    'flows/area/lines.yaml:5:11 "emergncy" is not a line of this file. Did you mean "emergency"?',
  ],
  [
    lines,
    "verifiedOn: '2026-11-01', ",
    '',
    'flows/area/lines.yaml:2:5 The number of "emergency" is shown, but nobody has verified it. Call it, then write "verifiedOn" with the day; until then write null for the number.',
  ],
  [
    lines,
    "nextCheck: '2027-01-30'",
    "nextCheck: '2026-01-30'",
    'flows/area/lines.yaml:2:94 It should be checked again on 2026-01-30, before it was checked on 2026-11-01. Correct one of the two days.',
  ],
]
