/** Slips in tables, advice, cases and the place. */
import { type Breakage, change, slip, type Texts } from './breakage.ts'

const TABLES = 'flows/routing.yaml'
const MEALS = 'flows/advice/meal-service.yaml'
const CASES = 'flows/cases.yaml'
const STATIONS = 'flows/area/stations.yaml'
const AREAS = 'flows/area/areas.yaml'
const CLOSURES = 'flows/area/closures.yaml'
const LINES = 'flows/area/lines.yaml'
const PLACES = 'flows/area/municipalities.yaml'

const first = (file: string, old: string, fresh: string) => (texts: Texts) => ({
  ...texts,
  [file]: (texts[file] ?? '').replace(old, fresh),
})
const HOURS = "  - { weekday: 5, from: '08:00', to: '16:00' }"

export const rest: Breakage[] = [
  slip(
    'a misspelt fact',
    TABLES,
    "{ manages: 'no', fact: hard-somewhere }",
    "{ manages: 'no', fact: hard-somewhre }",
    'unknown-fact',
  ),
  change(
    'a fact that nobody uses',
    first(TABLES, 'facts:\n', 'facts:\n  lonely: { asker: self }\n'),
    TABLES,
    'unused-fact',
    { line: 'lonely:' },
  ),
  change(
    'a row with another row’s id',
    first(TABLES, 'id: danger-not-sure', 'id: danger'),
    TABLES,
    'duplicate-row',
    { line: '- id: danger' },
  ),
  change(
    'a row without a reason',
    first(TABLES, '      reason: Hätämerkki näyttää aina ensin numerot, joista apu alkaa heti.\n', ''),
    TABLES,
    'missing-provenance',
  ),
  change(
    'a reason lost to a comment',
    first(TABLES, 'reason: Hätämerkki näyttää aina', 'reason: Hätämerkki #1 näyttää aina'),
    TABLES,
    'text-after-hash',
    { level: 'warning', line: 'reason: Hätämerkki #1' },
  ),
  change(
    'a row without contact',
    first(
      TABLES,
      'then: { segment: emergency, contact: first, callback: false }',
      'then: { segment: emergency, callback: false }',
    ),
    TABLES,
    'no-human-exit',
  ),
  change(
    'an unknown contact',
    first(
      TABLES,
      'then: { segment: emergency, contact: first, callback: false }',
      'then: { segment: emergency, contact: furst, callback: false }',
    ),
    TABLES,
    'not-one-of',
  ),
  change(
    'an unknown segment in a case',
    first(CASES, 'segment: self-service', 'segment: selfservice'),
    CASES,
    'unknown-segment',
  ),
  change(
    'wehn in a row',
    first(
      TABLES,
      '      when:\n        strip: { any: [life-danger, child-danger] }\n        any:',
      '      wehn:\n        strip: { any: [life-danger, child-danger] }\n        any:',
    ),
    TABLES,
    'unknown-key',
    { line: 'wehn:' },
  ),
  change(
    'a row that can never hold',
    first(TABLES, 'when: { strip: { dontKnow: true } }', 'when: { asker: self, not: { asker: self } }'),
    TABLES,
    'impossible-condition',
  ),
  change(
    'an address without its need',
    first(TABLES, 'age: 75-or-more, daily-life/coping', 'age: 75-or-more, coping'),
    TABLES,
    'unknown-address',
  ),
  change(
    'no unfinished',
    first(TABLES, '  unfinished: { segment: callback, contact: first }\n', ''),
    TABLES,
    'no-unfinished',
  ),
  change('the tables emptied', (texts) => ({ ...texts, [TABLES]: '{}\n' }), TABLES, 'missing-key'),
  change('an advice file deleted', ({ [MEALS]: _, ...texts }) => texts, TABLES, 'advice-gone'),
  slip(
    'a life area that is none',
    MEALS,
    'lifeAreas: [daily-life]',
    'lifeAreas: [dayly-life]',
    'unknown-life-area',
  ),
  slip('no review date', MEALS, "reviewBy: '2026-12-21'\n", '', 'missing-review-date', { line: 'lifeAreas' }),
  slip('a day as a number', MEALS, "reviewBy: '2026-12-21'", 'reviewBy: 2027', 'bad-day'),
  slip('a Finnish day', MEALS, "reviewBy: '2026-12-21'", 'reviewBy: 1.6.2027', 'bad-day'),
  slip('a day in another century', MEALS, "reviewBy: '2026-12-21'", "reviewBy: '2206-12-21'", 'day-far'),
  slip(
    'a link that is none',
    MEALS,
    "link: { fi: 'https://www.hyvaks.fi' }",
    "link: { fi: 'https://<osoite-puuttuu>' }",
    'bad-link',
  ),
  slip(
    'a link as a text',
    MEALS,
    "link: { fi: 'https://www.hyvaks.fi' }",
    "link: 'https://www.hyvaks.fi'",
    'link-as-text',
  ),
  slip('an unknown provider', MEALS, 'provider: county', 'provider: cuonty', 'not-one-of'),
  slip('a decision nobody makes', MEALS, 'decides: county', 'decides: someone', 'not-one-of'),
  slip(
    'hours upside down',
    STATIONS,
    HOURS,
    "  - { weekday: 5, from: '16:00', to: '08:00' }",
    'hours-upside-down',
  ),
  slip(
    'hours of no length',
    STATIONS,
    HOURS,
    "  - { weekday: 5, from: '08:00', to: '08:00' }",
    'hours-upside-down',
  ),
  slip(
    'hours that overlap',
    STATIONS,
    HOURS,
    `${HOURS}\n  - { weekday: 5, from: '15:00', to: '18:00' }`,
    'hours-overlap',
    { line: "from: '15:00'" },
  ),
  slip(
    'a weekday in letters',
    STATIONS,
    HOURS,
    "  - { weekday: pe, from: '08:00', to: '16:00' }",
    'bad-weekday',
  ),
  slip(
    'an eighth weekday',
    STATIONS,
    HOURS,
    "  - { weekday: 8, from: '08:00', to: '16:00' }",
    'out-of-range',
  ),
  slip('a time without quotes', STATIONS, HOURS, "  - { weekday: 5, from: '08:00', to: 16.00 }", 'yaml-time'),
  change(
    'a telephone of noughts',
    first(
      STATIONS,
      "station: joutsa, name: Joutsan sosiaali- ja terveysasema, kind: main, municipality: '172', area: south, phone: null",
      "station: joutsa, name: Joutsan sosiaali- ja terveysasema, kind: main, municipality: '172', area: south, phone: '000', phoneVerifiedOn: '2026-11-01'",
    ),
    STATIONS,
    'bad-phone',
  ),
  change(
    'a telephone as a number',
    first(STATIONS, 'area: south, phone: null', 'area: south, phone: 142660149'),
    STATIONS,
    'bad-phone',
  ),
  change(
    'cut off after the call',
    first(AREAS, "cutOff: '13:00', callBy: '16:00'", "cutOff: '17:00', callBy: '16:00'"),
    AREAS,
    'cut-off-late',
  ),
  change('a cut-off without quotes', first(AREAS, "cutOff: '13:00'", 'cutOff: 13.00'), AREAS, 'yaml-time'),
  slip('a closure of ten years', CLOSURES, "to: '2027-02-26'", "to: '2037-02-26'", 'closure-long', {
    level: 'warning',
  }),
  slip(
    'a closure that ends before it begins',
    CLOSURES,
    "to: '2027-02-26'",
    "to: '2027-02-16'",
    'upside-down',
    { line: "from: '2027-02-22'" },
  ),
  slip(
    'a substitute that is closed itself',
    CLOSURES,
    'substitute: laukaa',
    'substitute: konnevesi',
    'closure-substitute',
  ),
  slip('an unknown substitute', CLOSURES, 'substitute: laukaa', 'substitute: lauka', 'unknown-station'),
  change(
    'a municipality in an unknown area',
    first(PLACES, "municipality: '172', area: south", "municipality: '172', area: sauth"),
    PLACES,
    'unknown-area',
  ),
  change(
    'a code without quotes',
    first(PLACES, "municipality: '172'", 'municipality: 020'),
    PLACES,
    'yaml-number',
  ),
  change('a danger without a line', first(LINES, '  violence: [', '  violenec: ['), LINES, 'unknown-help'),
  change(
    'a case that ends elsewhere',
    first(CASES, 'segment: self-service', 'segment: callback'),
    CASES,
    'case-ends-elsewhere',
  ),
  change(
    'a case with a misspelt question',
    first(CASES, '    asker: self\n', '    askre: self\n'),
    CASES,
    'unknown-address',
  ),
  change(
    'a case with an answer that is none',
    first(CASES, '    asker: self\n', '    asker: slef\n'),
    CASES,
    'unknown-answer',
  ),
  change('a case without an answer', first(CASES, '    asker: self\n', ''), CASES, 'case-stops'),
  change(
    'a case that says too much',
    first(CASES, '    asker: self\n', '    asker: self\n    permission: given\n'),
    CASES,
    'case-unused',
  ),
  change(
    'a case twice',
    (texts) => ({
      ...texts,
      [CASES]: `${texts[CASES]}${(texts[CASES] ?? '').slice((texts[CASES] ?? '').indexOf('- id:'), (texts[CASES] ?? '').indexOf('- id:', (texts[CASES] ?? '').indexOf('- id:') + 3))}`,
    }),
    CASES,
    'duplicate-id',
  ),
]
