import type { Mistake } from '../toy.ts'

const tea = 'flows/tea.yaml'
const guidance = 'flows/guidance.yaml'
const eat = 'flows/advice/eat.yaml'
const routing = 'flows/routing.yaml'
const lists = 'flows/lists.yaml'
const areas = 'flows/area/areas.yaml'
const stations = 'flows/area/stations.yaml'
const municipalities = 'flows/area/municipalities.yaml'

export const shape: Mistake[] = [
  [
    routing,
    '- id: lonely\n',
    '- id: Lonely One\n',
    'flows/routing.yaml:45:11 "Lonely One" cannot be a name. Use only small letters a–z, digits and hyphens, without dots, slashes or spaces.',
  ],
  [
    eat,
    'owner: Aino',
    "owner: '  '",
    'flows/advice/eat.yaml:9:8 Nothing is written for "owner". Write a text, or remove the line.',
  ],
  [
    tea,
    '    ask: scale',
    '    ask: scal',
    'flows/tea.yaml:4:10 "ask: scal" is not a kind of question. Did you mean "scale"?',
  ],
  [
    tea,
    '    ask: scale\n',
    '    aks: scale\n',
    'flows/tea.yaml:4:5 "aks" is not a known word here. Did you mean "ask"?',
  ],
  [
    tea,
    '    ask: scale\n',
    '',
    'flows/tea.yaml:3:3 The step "liking" does not say what it is. Add one of: ask (a question), shared: true, agenda, end: true.',
  ],
  [
    tea,
    '  sugar: { ask: number,',
    '  sugar: { ask: number, end: true,',
    'flows/tea.yaml:9:3 The step "sugar" is two things at once: ask, end. Keep one of them and make another step for the other.',
  ],
  [
    tea,
    'min: 0, max: 9, next: hungry }',
    'min: 0, max: 9 }',
    'flows/tea.yaml:9:3 The step "sugar" does not say where to go next. Add "next: " and the name of a step, or make the step an end with end: true.',
  ],
  [
    tea,
    'ask: number, min: 0, max: 9,',
    'ask: number, mix: 0, max: 9,',
    'flows/tea.yaml:9:25 "mix" is not a known word here. Did you mean "min"?',
  ],
  [
    tea,
    'ask: number, min: 0, max: 9,',
    'ask: number, smallest: 0, max: 9,',
    'flows/tea.yaml:9:25 "smallest" is not a known word here. Use one of: ask, min, max, wordsBy, spare, for, next.',
  ],
  [
    guidance,
    'options: [tea, cake],',
    'options: [tea, cake], dontKnow: frist,',
    'flows/guidance.yaml:6:56 "frist" is not possible for "dontKnow". Did you mean "first"?',
  ],
  [
    tea,
    'ask: number, min: 0,',
    'ask: number, dontKnow: first, min: 0,',
    'flows/tea.yaml:9:25 "dontKnow" is not a known word here. Use one of: ask, min, max, wordsBy, spare, for, next.',
  ],
  [
    tea,
    'min: 0, max: 9',
    'min: none, max: 9',
    'flows/tea.yaml:9:30 This should be a number, but it is a text. Write a number here.',
  ],
  [
    tea,
    'max: 9, next',
    'max: 9, for: coordinators, next',
    'flows/tea.yaml:9:46 "coordinators" is not possible for "for". Did you mean "coordinator"?',
  ],
  [
    guidance,
    'options: [alone, together]',
    'options: [1, together]',
    "flows/guidance.yaml:14:15 1 is read as a whole number, but a text is needed here. Put it in quotes: '1'.",
  ],
  [
    guidance,
    'options: [alone, together]',
    'options: alone',
    'flows/guidance.yaml:14:14 This should be a list, but it is a text. Write a list here.',
  ],
  [
    guidance,
    'options: [alone, together]',
    'options: []',
    'flows/guidance.yaml:14:14 This list is empty. Add at least one item. If the condition or the row is not needed any more, remove it from its beginning to its end.',
  ],
  [
    guidance,
    'options: [alone, together]',
    'options:',
    'flows/guidance.yaml:14:5 Nothing is written for "options". Write a list, or remove the line.',
  ],
  [
    guidance,
    '  place: { ask',
    '  my.place: { ask',
    'flows/guidance.yaml:19:3 "my.place" cannot be a name. Use only small letters a–z, digits and hyphens, without dots, slashes or spaces.',
  ],
  [
    tea,
    '{ end: true }',
    '{ end: yes }',
    'flows/tea.yaml:11:16 "yes" is a text here, so it would be the name of an outcome. Write "end: true".',
  ],
  [tea, 'start: liking\n', '', 'flows/tea.yaml:1:1 "start" is missing here. Add a line "start: …".'],
  [tea, '{ max: 2 }', '{ mx: 2 }', 'flows/tea.yaml:6:27 "mx" is not a known word here. Did you mean "max"?'],
  [
    eat,
    "reviewBy: '2027-05-01'\n",
    '',
    'flows/advice/eat.yaml:1:1 "reviewBy" is missing: nobody would know when this was checked or must be checked again. Add "reviewBy: 2027-06-30" with the right day.',
  ],
  [
    eat,
    "reviewBy: '2027-05-01'",
    "reviewBy: '1.5.2027'",
    'flows/advice/eat.yaml:8:11 "1.5.2027" is not a day. Write it as year-month-day, for example 2026-12-31.',
  ],
  [
    eat,
    "reviewBy: '2027-05-01'",
    "reviewBy: '2027-02-30'",
    'flows/advice/eat.yaml:8:11 There is no day 2027-02-30: February 2027 has 28 days. Look it up in the calendar and write the day that is meant.',
  ],
  [
    eat,
    'owner: Aino\n',
    '',
    'flows/advice/eat.yaml:1:1 "owner" is missing: it must be seen who wrote this, when and why. Add "owner: …".',
  ],
  [
    eat,
    'owner: Aino\n',
    "owner: ''\n",
    'flows/advice/eat.yaml:9:8 Nothing is written for "owner". Write a text, or remove the line.',
  ],
  [
    eat,
    'https://',
    'http://',
    'flows/advice/eat.yaml:5:13 "http://example.org/eat" is not an address of a secure page. Copy the address of the official page from the browser, for example https://www.hyvaks.fi/palvelut: https://, the name of the site with its dots, and no spaces, brackets, user or port.',
  ],
  [
    eat,
    'https://example.org/eat',
    'https://<osoite-puuttuu>',
    'flows/advice/eat.yaml:5:13 "https://<osoite-puuttuu>" is not an address of a secure page. Copy the address of the official page from the browser, for example https://www.hyvaks.fi/palvelut: https://, the name of the site with its dots, and no spaces, brackets, user or port.',
  ],
  [
    eat,
    'https://example.org/eat',
    'https://www.hyvaks.fi:sivu',
    'flows/advice/eat.yaml:5:13 "https://www.hyvaks.fi:sivu" is not an address of a secure page. Copy the address of the official page from the browser, for example https://www.hyvaks.fi/palvelut: https://, the name of the site with its dots, and no spaces, brackets, user or port.',
  ],
  [
    eat,
    'https://example.org/eat',
    'https://https://www.hyvaks.fi',
    'flows/advice/eat.yaml:5:13 "https://https://www.hyvaks.fi" is not an address of a secure page. Copy the address of the official page from the browser, for example https://www.hyvaks.fi/palvelut: https://, the name of the site with its dots, and no spaces, brackets, user or port.',
  ],
  [
    eat,
    'https://example.org/eat',
    'https://hyvaks',
    'flows/advice/eat.yaml:5:13 "https://hyvaks" is not an address of a secure page. Copy the address of the official page from the browser, for example https://www.hyvaks.fi/palvelut: https://, the name of the site with its dots, and no spaces, brackets, user or port.',
  ],
  [
    eat,
    "link: { fi: 'https://example.org/eat' }",
    "link: { suomi: 'https://example.org/eat' }",
    'flows/advice/eat.yaml:5:9 The link for "suomi" would be shown to nobody: that is no language of this content. Use one of: fi. "fi" serves every language that has no link of its own, for example fi: https://www.hyvaks.fi/palvelut.',
  ],
  [
    eat,
    'decides: nobody',
    'decides: kelaa',
    'flows/advice/eat.yaml:4:10 "kelaa" is not possible for "decides". Did you mean "kela"?',
  ],
  [
    routing,
    ', contact: available',
    '',
    'flows/routing.yaml:28:7 This row does not say how a person is offered. Add inside "then" one of these: "contact: first" (a person comes first), "contact: offered" (a person is offered), "contact: available" (a person can be reached): every path must lead to a person too.',
  ],
  [
    routing,
    'contact: available',
    'contact: sometimes',
    'flows/routing.yaml:28:39 "sometimes" is not possible for "contact". Use one of: available, offered, first.',
  ],
  [
    routing,
    '  unfinished: { segment: help, contact: first }\n',
    '',
    'flows/routing.yaml:3:1 The table does not say where a conversation leads that was not finished. Add "unfinished: { segment: callback, contact: first }" above its rows: who asks for a person at once must reach one.',
  ],
  [
    routing,
    'unfinished: { segment: help, contact: first }',
    'unfinished: { segment: help, contact: offered }',
    'flows/routing.yaml:32:41 "offered" is not possible for "contact". Use one of: first.',
  ],
  [
    routing,
    '- id: lonely\n      when: { alone: alone }\n      then: [lonely]\n      author: Aino\n',
    '- id: lonely\n      when: { alone: alone }\n      then: [lonely]\n',
    'flows/routing.yaml:45:7 "author" is missing: it must be seen who wrote this, when and why. Add "author: …".',
  ],
  [
    routing,
    'hit: first',
    'hit: collect',
    'flows/routing.yaml:4:8 "collect" is not possible for "hit". Use one of: first.',
  ],
  [
    lists,
    "id: '172'",
    'id: 172',
    "flows/lists.yaml:2:11 172 is read as a whole number, but a text is needed here. Put it in quotes: '172'.",
  ],
  [
    areas,
    "'13:00'",
    "'1 pm'",
    'flows/area/areas.yaml:1:39 "1 pm" is not a time. Write it as hours and minutes, for example \'08:00\'.',
  ],
  [
    areas,
    'capacity: 8',
    'capacity: 0',
    'flows/area/areas.yaml:1:75 0 is not possible here. Use a number of 1 or more.',
  ],
  [
    stations,
    'phone: null',
    "phone: 'call us'",
    'flows/area/stations.yaml:3:91 "call us" is not a telephone number. Write digits and spaces in quotes, for example \'014 266 0149\', or null while nobody has verified it.',
    'flows/area/stations.yaml:3:91 The number of "joutsa" is shown, but nobody has verified it. Call it, then write "phoneVerifiedOn" with the day; until then write null for the number.',
  ],
  [
    municipalities,
    "'172'",
    "'17'",
    'flows/area/municipalities.yaml:1:19 "17" is not a municipality code. Write the official code of three digits in quotes, for example \'172\'.',
    'flows/area/stations.yaml:3:64 "172" is not a municipality of the area files. Did you mean "17"?',
  ],
]
