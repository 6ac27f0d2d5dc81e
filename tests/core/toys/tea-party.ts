/** An agenda: what would you like, each thing walked, the hurry asked once, and who is coming. */
import type { Flow } from '#core/flow/definition.ts'
import { tables, toy } from './toy.ts'

const guidance: Flow = {
  start: 'wishes',
  strip: { ask: 'many', options: ['fire', 'flood', 'jabberwock'] },
  shared: { hurry: { ask: 'scale' } },
  steps: {
    wishes: { ask: 'many', options: ['tea', 'cake', 'jam', 'riddle'], next: 'walk' },
    walk: {
      agenda: 'wishes',
      sections: { riddle: 'riddle', tea: 'tea', cake: 'cake' },
      most: 2,
      next: 'guest',
    },
    guest: {
      ask: 'one',
      options: ['alice', 'dormouse'],
      next: [{ when: { guest: 'dormouse' }, go: 'asleep' }, { go: 'end' }],
    },
    asleep: { ask: 'date', before: 'on', next: 'end' },
    end: { end: true },
  },
}
const tea: Flow = {
  start: 'sugar',
  steps: {
    sugar: {
      ask: 'one',
      options: ['yes', 'no'],
      next: [{ when: { sugar: 'yes' }, go: 'lumps' }, { go: 'hurry' }],
    },
    lumps: { ask: 'number', min: 1, max: 9, next: 'hurry' },
    hurry: { shared: true, next: 'coping' },
    coping: { ask: 'scale', next: 'done' },
    done: { end: true },
  },
}
const cake: Flow = {
  start: 'hurry',
  steps: {
    hurry: { shared: true, next: [{ when: { hurry: { max: 2 } }, go: 'done' }, { go: 'coping' }] },
    coping: { ask: 'scale', next: 'done' },
    done: { end: true },
  },
}
const riddle: Flow = {
  start: 'coping',
  steps: { coping: { ask: 'scale', next: 'done' }, done: { end: true } },
}

export const teaParty = toy(guidance, {
  flows: { tea, cake, riddle },
  tables: tables({
    facts: { sweet: { any: [{ 'tea/lumps': { min: 4 } }, { wishes: { any: ['jam', 'cake'] } }] } },
    segment: [
      {
        id: 'danger',
        when: { strip: { size: { min: 1 }, unsure: true } },
        segment: 'danger',
        contact: 'first',
      },
      {
        id: 'hard',
        when: { count: { each: 'coping', where: { max: 2, unsure: true } }, atLeast: 2 },
        segment: 'hard',
        contact: 'offered',
      },
      { id: 'lost', when: { count: 'unsure', atLeast: 1 }, segment: 'lost', contact: 'offered' },
    ],
    advice: [
      { id: 'sweet-tooth', when: { fact: 'sweet' }, gives: ['dentist', 'less-sugar'] },
      { id: 'many-lumps', when: { 'tea/lumps': { min: 6 } }, gives: ['less-sugar', 'spoon'] },
      { id: 'everybody', gives: ['clean-cup'] },
    ],
    attention: [{ id: 'sleepy', when: { guest: 'dormouse' }, gives: ['teapot'] }],
  }),
})
