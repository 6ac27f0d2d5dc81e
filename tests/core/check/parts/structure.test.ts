/** How flows hang together: what the main flow alone may have, agendas and their sections, shared questions, names. */
import { describe, expect, it } from 'vitest'
import { checkFlows } from '#core/check/flows/structure.ts'
import { type Change, tellerOf } from './changed.ts'

const { told, sentences } = tellerOf(checkFlows)
const [MAIN, TEA] = ['flows/guidance.yaml', 'flows/tea.yaml']
const PLACE = '  place: { ask'
const SECTIONS = 'sections: { tea: tea }'
const cake = { 'flows/cake.yaml': 'start: a\nsteps:\n  a: { ask: scale, next: b }\n  b: { end: true }\n' }

describe('the main flow', () => {
  const STRIP: Change = ['strip: { ask: many, options: [fire, flood] }\n', '']

  it('is there and has a strip, which is not said of one that was not read', () => {
    expect(told([])).toEqual([])
    expect(told([STRIP])).toEqual(['no-strip guidance value'])
    expect(told([STRIP], { broken: [MAIN] })).toEqual([])
  })

  it('alone may have a strip, shared questions, dangers, what is unseen, and agendas', () => {
    const head = 'strip: { ask: many }\nshared: {}\ndangers: [a]\nunseen: [a]\nstart: liking'
    expect(told([['start: liking', head]])).toEqual(
      ['strip', 'shared', 'dangers', 'unseen'].map((name) => `outside-main tea ${name} key`),
    )
    const nested: Change = [
      '  hungry: { shared: true, next: done }',
      '  hungry: { shared: true, next: more }\n  more: { agenda: hungry, sections: {}, next: done }',
    ]
    expect(told([nested])).toEqual(['nested-agenda tea steps more agenda key'])
  })
})

describe('an agenda', () => {
  it('names a step that ticks are made in, and comes after it', () => {
    expect(told([['agenda: wishes', 'agenda: wises']])).toEqual([
      'unknown-step guidance steps walk agenda value',
    ])
    expect(sentences([['agenda: wishes', 'agenda: zzzzzz']])[0]).toMatch(/Use one of: wishes\.$/)
    expect(told([['agenda: wishes', 'agenda: alone']])).toEqual([
      'agenda-not-many guidance steps walk agenda value',
    ])
    expect(told([['agenda: wishes', 'agenda: done']])).toEqual([
      'agenda-not-many guidance steps walk agenda value',
    ])
    expect(told([['agenda: wishes', 'agenda: 3']])).toEqual([])
    const turned: Change[] = [
      ['start: wishes', 'start: walk'],
      ['options: [self, relative], next: walk', 'options: [self, relative], next: alone'],
      [`${SECTIONS}\n    next: alone`, `${SECTIONS}\n    next: wishes`],
    ]
    expect(told(turned)).toEqual(['agenda-too-early guidance steps walk agenda value'])
    expect(sentences(turned)[0]).toContain('"wishes"')
    expect(told(turned, { broken: [MAIN] })).toEqual([])
  })

  it('walks flows that are there, for options that are there', () => {
    const sections = (fresh: string, ...more: Change[]) => told([[SECTIONS, `sections: ${fresh}`], ...more])
    expect(sections('{ tea: tea, scone: tea }')).toEqual([
      'unknown-section guidance steps walk sections scone key',
    ])
    expect(sections('{ tea: tea, cake: 3 }')).toEqual([])
    expect(sections('{ tea: tea, cake: guidance }')).toEqual([
      'flow-in-itself guidance steps walk sections cake value',
    ])
    expect(sections('{ tea: tea, cake: cakes }')).toEqual([
      'unknown-flow guidance steps walk sections cake value',
    ])
    // what is chosen from nothing has no options
    expect(sections('{ tea: tea, scone: tea }', ['agenda: wishes', 'agenda: asker'])).toEqual([
      'agenda-not-many guidance steps walk agenda value',
    ])
    expect(sentences([[SECTIONS, 'sections: { tea: tea, cake: guidence }']])[0]).toMatch(/Use one of: tea\.$/)
    expect(sentences([[SECTIONS, 'sections: { tea: tea, scone: tea }']])[0]).toMatch(
      /^"scone" is not an option of the question "wishes"\. Use one of: tea, cake\.$/,
    )
  })

  it('walks every flow beside the main one, which is not said where it may be meant', () => {
    expect(told([], { more: cake })).toEqual(['unused-flow cake value'])
    expect(sentences([], { more: cake })[0]).toMatch(/"cake".*guidance/)
    expect(told([], { more: { 'flows/teas.yaml': cake['flows/cake.yaml'] } })).toEqual([
      'unused-flow teas value',
    ])
    expect(told([], { more: cake, broken: [MAIN] })).toEqual([])
    expect(told([[SECTIONS, 'sections: { tea: tea, cake: cak }']], { more: cake })).toEqual([
      'unknown-flow guidance steps walk sections cake value',
    ])
    expect(told([[SECTIONS, 'sections: { tea: tea, cake: other }']], { more: cake })).toEqual([
      'unknown-flow guidance steps walk sections cake value',
      'unused-flow cake value',
    ])
    expect(told([[SECTIONS, 'sections: { tea: tea, cake: cake }']], { more: cake })).toEqual([])
  })
})

describe('a shared question', () => {
  it('is written in the main flow, which is not said while that was not read', () => {
    const lost: Change = [
      '  hungry: { shared: true, next: done }',
      '  hungry: { shared: true, next: thirsty }\n  thirsty: { shared: true, next: done }',
    ]
    expect(told([lost])).toEqual(['unknown-shared tea steps thirsty key'])
    expect(told([lost], { broken: [MAIN] })).toEqual([])
    expect(sentences([lost])[0]).toMatch(/"thirsty".* Use one of: hungry\.$/)
  })

  it('is asked by a flow, which is not said while one was not read', () => {
    const more: Change = ['shared:\n', 'shared:\n  more: { ask: scale }\n']
    expect(told([more])).toEqual(['unused-shared guidance shared more key'])
    expect(told([more], { broken: [TEA] })).toEqual([])
    expect(told([more, [PLACE, '  more: { shared: true, next: done }\n  place: { ask']])).toEqual([
      'unreachable-step guidance steps more key',
    ])
  })
})

describe('the name of a question', () => {
  it('means one question: it is that of no shared one, and in a need of none of the main flow', () => {
    const SUGAR = 'sugar: { ask: number, min: 0, max: 9, next: hungry }'
    const inTea = (name: string): Change[] => [
      [SUGAR, `sugar: { ask: number, next: ${name} }\n  ${name}: { ask: number, next: done }`],
    ]
    expect(told(inTea('alone'))).toEqual(['duplicate-address tea steps alone key'])
    expect(sentences(inTea('alone'))[0]).toMatch(/^The question "alone" has the same name as a question of /)
    expect(told(inTea('walk'))).toEqual([])
    expect(told(inTea('other'))).toEqual([])
    const hungry: Change = [PLACE, '  hungry: { ask: scale, next: done }\n  place: { ask']
    expect(told([hungry])).toEqual([
      'unreachable-step guidance steps hungry key',
      'duplicate-address guidance steps hungry key',
    ])
    expect(sentences([hungry])[1]).toMatch(/"hungry" has the same name as the shared question of /)
  })
})
