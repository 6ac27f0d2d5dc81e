/** The toy with a question of every kind, for what the check knows of conditions. */
import type { FileTexts } from '../../../server/content/reading/parse.ts'
import { toy } from './toy.ts'

export const MAIN = 'flows/guidance.yaml'
export const ROUTING = 'flows/routing.yaml'
const LISTS = 'flows/lists.yaml'

/** Questions of every kind beside those of the toy. */
const ASKED: Record<string, string> = {
  plain: 'ask: one, options: [a, b]',
  listed: 'ask: one, list: towns',
  municipality: 'ask: municipality',
  ticked: 'ask: many, options: [a, b, c], most: 2',
  towns: 'ask: many, list: towns',
  steps: 'ask: scale',
  cups: 'ask: number',
  few: 'ask: number, min: 0, max: 9',
  price: 'ask: money',
  share: 'ask: percentage',
  since: 'ask: year',
  born: 'ask: date',
  words: 'ask: text',
  horn: 'ask: phone',
  nine: 'ask: many, options: [i1, i2, i3, i4, i5, i6, i7, i8, i9]',
  lost: 'ask: one, list: nowhere',
}

/** The toy with all of them and with `more`, and with an error of its own elsewhere. */
export function withAll(texts: FileTexts = toy, more: Record<string, string> = {}): FileTexts {
  const steps = Object.entries({ ...ASKED, ...more }).map(
    ([step, says]) => `  ${step}: { ${says}, next: place }\n`,
  )
  const towns = 'towns:\n  - { id: a, region: north, size: 1 }\n  - { id: b, region: south }\n'
  return {
    ...texts,
    [MAIN]: (texts[MAIN] ?? '').replace('  place: {', `${steps.join('')}  place: {`),
    [LISTS]: `${texts[LISTS]}${towns}`,
    // an error of its own, so that no conversation is walked
    'flows/area/cats.yaml': 'a: 1\n',
  }
}
