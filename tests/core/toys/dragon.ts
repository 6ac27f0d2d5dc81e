/** One question of each kind, one after another, for whoever wants to keep a dragon. */
import type { Flow, Lists } from '#core/flow/definition.ts'
import { toy } from './toy.ts'

export const lists: Lists = {
  municipalities: [
    { id: 'camelot', area: 'south', coast: false },
    { id: 'avalon', area: 'west', coast: true },
  ],
  food: [
    { id: 'sheep', meat: true },
    { id: 'hay', meat: false },
    { id: 'knight', meat: true },
  ],
}
const guidance: Flow = {
  start: 'colour',
  steps: {
    colour: { ask: 'one', options: ['green', 'red', 'invisible'], next: 'food' },
    food: { ask: 'many', list: 'food', most: 2, next: 'temper' },
    temper: { ask: 'scale', next: 'heads' },
    heads: { ask: 'number', min: 1, max: 12, next: 'gold' },
    gold: { ask: 'money', next: 'shiny' },
    shiny: { ask: 'percentage', next: 'hatched' },
    hatched: { ask: 'year', max: 2027, next: 'birthday' },
    birthday: { ask: 'date', before: 'on', after: 'on-100y', next: 'song' },
    song: { ask: 'text', most: 20, next: 'cave' },
    cave: { ask: 'municipality', next: 'horn' },
    horn: { ask: 'phone', for: 'coordinator', next: 'end' },
    end: { end: true },
  },
}
export const dragon = toy(guidance, { lists })

export const dragonAnswers = {
  colour: 'green',
  food: ['hay'],
  temper: 3,
  heads: 2,
  gold: 10.5,
  shiny: 99,
  hatched: 1999,
  birthday: '1999-02-28',
  song: 'La la.',
  cave: 'avalon',
  horn: '+358401234567',
}
