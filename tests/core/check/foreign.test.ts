/** A flow of somebody else, in a folder of its own: no strip, no call to ask for, no lists, no place. */
import { describe, expect, it } from 'vitest'
import { dialogueOf } from '#core/check/base/content.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { everyBranch, randomWalk, uncovered } from '#core/walk/walk.ts'
import { type FileTexts, parseContent } from '../../../server/content/reading/parse.ts'
import { problemsOf, whole } from './toy.ts'

const ON = '2026-11-23'
const words = (texts: Record<string, string>) => `${JSON.stringify(texts, null, 2)}\n`
const row = (id: string, when: string, segment: string) =>
  `    - { id: ${id}, ${when}then: { segment: ${segment}, contact: available }, author: A, date: '2026-01-01', reason: As in the law. }`

const plain: FileTexts = {
  'flows/guidance.yaml': `start: region
steps:
  region:
    ask: one
    options: [here, abroad]
    next:
      - { when: { region: here }, go: married }
      - { go: done }
  married: { ask: one, options: [married, alone], next: done }
  done: { end: true }
`,
  'flows/routing.yaml': `segment:
  hit: first
  unfinished: { segment: elsewhere, contact: first }
  rows:
${row('married', 'when: { married: married }, ', 'partner')}
    - { id: unsure, when: { count: unsure }, then: { segment: elsewhere, contact: first }, author: A, date: '2026-01-01', reason: Nobody knows. }
${row('otherwise', '', 'elsewhere')}
advice: { hit: collect, rows: [] }
attention: { hit: collect, rows: [] }
`,
  'locales/fi/language.json': words({ lang: 'fi', dir: 'ltr', name: 'suomi' }),
  'locales/fi/guidance.json': words({
    'region.question': 'Missä asuit?',
    'region.options.here': 'Täällä',
    'region.options.abroad': 'Muualla',
    'married.question': 'Oletko naimisissa?',
    'married.options.married': 'Olen',
    'married.options.alone': 'En',
  }),
  'locales/fi/segments.json': words({
    'partner.title': 'Puoliso perii',
    'partner.text': 'Puoliso saa kaiken.',
    'elsewhere.title': 'Muu laki',
    'elsewhere.text': 'Kysy siellä.',
  }),
}
const told = (texts: FileTexts) => problemsOf(texts).map(whole)

describe('a plain foreign folder', () => {
  it('is checked without an alarm', () => {
    expect(told(plain)).toEqual([])
  })

  it('is replayed, walked and routed', () => {
    const dialogue = dialogueOf(parseContent(plain).content)
    expect(uncovered(dialogue, ON, everyBranch(dialogue, ON))).toEqual([])
    for (let seed = 1; seed <= 20; seed++) {
      const replayed = replay(dialogue, randomWalk(dialogue, ON, seed), ON)
      expect(replayed.done).toBe(true)
      expect(['partner', 'elsewhere']).toContain(route(dialogue, replayed, ON).headline.then.segment)
    }
  })

  it('is asked for its emergency flags once an answer tells of danger, or it has a place', () => {
    const strip = /The main flow has no emergency strip/
    const dangerous = plain['flows/guidance.yaml']?.replace(
      'options: [married, alone]',
      'options: [married, alone], danger: { alone: fire }',
    )
    expect(told({ ...plain, 'flows/guidance.yaml': dangerous ?? '' }).join()).toMatch(strip)
    expect(
      told({ ...plain, 'flows/area/lanes.yaml': '- { lane: guidance, register: social }\n' }).join(),
    ).toMatch(strip)
  })

  it('is still told what lacks of its words', () => {
    const { 'locales/fi/segments.json': _, ...without } = plain
    expect(told(without).join()).toMatch('locales/fi/segments.json:1:1')
    const more = plain['locales/fi/guidance.json']?.replace('{', '{ "regoin.question": "Missä?",') ?? ''
    expect(told({ ...plain, 'locales/fi/guidance.json': more }).join()).toMatch('regoin.question')
  })
})
