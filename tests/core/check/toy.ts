/** A small good content as texts, to be spoilt one line at a time. */

import { readFileSync } from 'node:fs'
import type { Problem } from '#core/check/base/problem.ts'
import { check } from '#core/check/check.ts'
import { type FileTexts, parseContent } from '../../../server/content/reading/parse.ts'

const words = (texts: Record<string, string>): string => `${JSON.stringify(texts, null, 2)}\n`

const row = (id: string, when: string, then: string): string => `
    - id: ${id}${when && `\n      when: ${when}`}
      then: ${then}
      author: Aino
      date: '2026-11-02'
      reason: So that it is tried.`

/** Two needs (tea, cake), one of them walked; four rows; one advice item; one area. */
export const toy: FileTexts = {
  'flows/guidance.yaml': `start: wishes
strip: { ask: many, options: [fire, flood] }
shared:
  hungry: { ask: one, options: [very, little] }
steps:
  wishes: { ask: many, options: [tea, cake], next: asker }
  asker: { ask: one, options: [self, relative], next: walk }
  walk:
    agenda: wishes
    sections: { tea: tea }
    next: alone
  alone:
    ask: one
    options: [alone, together]
    next:
      - when: { alone: together }
        go: place
      - go: place
  place: { ask: text, for: coordinator, next: done }
  done: { end: true }
`,
  'flows/tea.yaml': `start: liking
steps:
  liking:
    ask: scale
    next:
      - when: { liking: { max: 2 } }
        go: sugar
      - go: hungry
  sugar: { ask: number, min: 0, max: 9, next: hungry }
  hungry: { shared: true, next: done }
  done: { end: true }
`,
  'flows/routing.yaml': `facts:
  dislikes: { tea/liking: { max: 2 } }
segment:
  hit: first
  rows:${row('danger', '{ strip: { any: [fire, flood] } }', '{ segment: help, contact: first }')}
${row('bitter', '{ fact: dislikes, tea/sugar: { min: 3 } }', '{ segment: help, contact: first }')}
${row('unsure', '{ any: [{ count: unsure }, { strip: { dontKnow: true } }] }', '{ segment: help, contact: first }')}
${row('otherwise', '', '{ segment: easy, contact: available }')}
  unfinished: { segment: help, contact: first }
advice:
  hit: collect
  rows:${row('hungry-one', '{ hungry: very }', '[eat]')}
attention:
  hit: collect
  rows:${row('lonely', '{ alone: alone }', '[lonely]')}
`,
  'flows/lists.yaml': `municipalities:
  - { id: '172', name: Joutsa, area: south }
`,
  'flows/cases.yaml': `- id: hungry-guest
  situation: A guest is hungry.
  source: a made-up tale
  answers: { wishes: [tea], asker: self, tea/liking: 4, hungry: very, alone: alone, place: Here }
  ends: { segment: easy, contact: available, advice: [eat], attention: [lonely] }
`,
  'flows/advice/eat.yaml': `lifeAreas: [tea]
kind: advice
provider: ngo
decides: nobody
link: { fi: 'https://example.org/eat' }
source: a made-up page
checkedOn: '2026-11-01'
reviewBy: '2027-05-01'
owner: Aino
`,
  'flows/area/organisation.yaml': `organisation: house
name: Talo
validFrom: '2026-01-01'
allowedOrigins: []
coordinatorPhone: null
dutyArea: south
`,
  'flows/area/areas.yaml': `- { area: south, name: Etelä, cutOff: '13:00', callBy: '16:00', capacity: 8, phone: null }
`,
  'flows/area/stations.yaml': `hours: []
stations:
  - { station: joutsa, name: Joutsa, kind: main, municipality: '172', area: south, phone: null }
`,
  'flows/area/municipalities.yaml': `- { municipality: '172', area: south, names: { fi: Joutsa } }
`,
  'flows/area/lanes.yaml': `- { lane: guidance, register: health }
`,
  'flows/area/closures.yaml': `- { closure: party, station: joutsa, from: '2026-12-23', to: '2026-12-24' }
`,
  'flows/area/lines.yaml': `lines:
  - { line: emergency, number: '112', verifiedOn: '2026-11-01', verifiedBy: Aino, nextCheck: '2027-01-30', source: 112.fi }
helps:
  fire: [emergency]
  flood: [emergency]
`,
  'flows/area/staff.yaml': `- { person: aino, username: aino, firstName: Aino, name: Aino A, title: ohjaaja, roles: [coordinator], own: [south], substitute: [] }
`,
  'locales/fi/language.json': words({ lang: 'fi', dir: 'ltr', name: 'suomi' }),
  'locales/fi/guidance.json': words({
    'strip.question': 'Onko hätä?',
    'strip.options.fire': 'Tuli',
    'strip.options.flood': 'Vesi',
    'danger.fire.help': 'Soita 112.',
    'danger.flood.help': 'Soita 112.',
    'hungry.question': 'Onko nälkä?',
    'hungry.options.very': 'Kova',
    'hungry.options.little': 'Pieni',
    'wishes.question': 'Mitä haluat?',
    'wishes.options.tea': 'Jotain lämmintä',
    'wishes.options.cake': 'Jotain makeaa',
    'asker.question': 'Kenelle?',
    'asker.options.self': 'Minulle',
    'asker.options.relative': 'Läheiselle',
    'alone.question': 'Oletko yksin?',
    'alone.options.alone': 'Olen',
    'alone.options.together': 'En',
    'place.question': 'Missä olet?',
  }),
  'locales/fi/tea.json': words({
    'liking.question': 'Maistuuko tee?',
    'sugar.question': 'Montako palaa sokeria?',
  }),
  'locales/fi/advice.json': words({
    'eat.title': 'Syö jotain',
    'eat.situation': 'On nälkä.',
    'eat.how': 'Avaa kaappi.',
    'eat.ready': 'Ota lautanen.',
    'eat.decides': 'Päätöstä ei tarvita.',
    'eat.appeal': 'Muutosta ei tarvitse hakea.',
  }),
  'locales/fi/segments.json': words({
    'help.title': 'Apua',
    'help.text': 'Soitamme sinulle.',
    'easy.title': 'Selvä',
    'easy.text': 'Lue neuvo.',
    'lonely.name': 'Yksin',
  }),
  'locales/fi/numbers.json': words({
    'emergency.name': 'Hätänumero',
    'emergency.when': 'Aina.',
    'emergency.for': 'Kun on hätä.',
  }),
}

/** A mistake: in which file, what stands there, what is written instead, and every sentence its writer then reads, word for word. */
export type Mistake = [file: string, old: string, fresh: string, ...sentences: string[]]

/** Replaces the one occurrence of `old` in a file; a text that is not there once is the test's own mistake. */
export function spoilt(file: string, old: string, fresh: string): FileTexts {
  const parts = (toy[file] ?? '').split(old)
  if (parts.length !== 2) throw new Error(`"${old}" is ${parts.length - 1} times in ${file}`)
  return { ...toy, [file]: parts.join(fresh) }
}

/** What the house refuses, as it is read beside an installation’s own words. */
const houseLists = Object.fromEntries(
  ['fi', 'sv', 'en'].map((language) => [
    `house/${language}/refused.json`,
    readFileSync(`locales/${language}/refused.json`, 'utf8'),
  ]),
)

/** All problems of these texts, as `npm run flows` would tell them. */
export function problemsOf(texts: FileTexts, today?: string): Problem[] {
  const { content, locate, problems } = parseContent({ ...houseLists, ...texts })
  return check(content, locate, { written: problems, ...(today === undefined ? {} : { today }) })
}

/** A problem as one line: where, of which kind. */
export const brief = ({ file, line, column, code }: Problem): string => `${file}:${line}:${column} ${code}`
/** A problem as an editor reads it. */
export const whole = ({ file, line, column, says, fix }: Problem): string =>
  `${file}:${line}:${column} ${says} ${fix}`
