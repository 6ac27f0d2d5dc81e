/** What is asked in the request: after the conversation, of those for whom it is, and nothing of it has to be answered. */
import { describe, expect, it } from 'vitest'
import { cardLines, withdrawLine } from '#core/flow/card.ts'
import type { Answers, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { lowered, randomWalk } from '#core/walk/walk.ts'

const ON = '2026-11-23'
const row = { author: 'A', date: ON, reason: 'Because.' }
const dialogue: Dialogue = {
  flows: {
    guidance: {
      start: 'matter',
      shared: { helpers: { ask: 'many', options: ['near-one', 'service'] } },
      request: {
        helpers: { shared: true },
        places: { ask: 'one', options: ['one', 'more'], when: { helpers: { any: ['service'] } } },
        works: { ask: 'text', most: 100, for: 'coordinator' },
      },
      steps: {
        matter: {
          ask: 'one',
          options: ['rent', 'food'],
          next: [{ when: { matter: 'food' }, go: 'helpers' }, { go: 'end' }],
        },
        helpers: { shared: true, next: 'end' },
        end: { end: true },
      },
    },
  },
  tables: {
    segment: {
      hit: 'first',
      unfinished: { segment: 'callback', contact: 'first' },
      rows: [
        {
          id: 'many',
          when: { any: [{ places: { is: 'more', unsure: true } }, { helpers: { unsure: true } }] },
          // biome-ignore lint/suspicious/noThenProperty: the tables' own word
          then: { segment: 'together', contact: 'first' },
          ...row,
        },
        // biome-ignore lint/suspicious/noThenProperty: the tables' own word
        { id: 'rest', then: { segment: 'alone', contact: 'available' }, ...row },
      ],
    },
    advice: { hit: 'collect', rows: [] },
    attention: { hit: 'collect', rows: [] },
  },
  lists: {},
  advice: {},
}
const found = (answers: Answers) => replay(dialogue, answers, ON)
const asked = (answers: Answers) => found(answers).inRequest.map(({ address }) => address)
const segment = (answers: Answers) => route(dialogue, found(answers), ON).headline.then.segment

describe('questions of the request', () => {
  it('come after the conversation, and it is whole without them', () => {
    const { done, at, refused, unused } = found({ matter: 'rent' })
    expect({ done, at, refused, unused }).toEqual({
      done: true,
      at: undefined,
      refused: undefined,
      unused: [],
    })
    expect(asked({ matter: 'rent' })).toEqual(['helpers', 'works'])
  })

  it('are asked of who stopped on the way too', () => {
    const stopped = found({ works: 'Piha pysyy kunnossa' })
    expect(stopped.at?.address).toBe('matter')
    expect(cardLines(stopped).map(({ address, value }) => [address, value])).toEqual([
      ['works', 'Piha pysyy kunnossa'],
    ])
  })

  it('are not asked again where the conversation has asked', () => {
    expect(asked({ matter: 'food', helpers: [] })).toEqual(['works'])
  })

  it('follow each other, and what they tell is weighed as any answer', () => {
    const told = { matter: 'rent', helpers: ['service'], places: 'more' }
    expect(asked(told)).toEqual(['helpers', 'places', 'works'])
    expect([segment({ matter: 'rent' }), segment(told)]).toEqual(['alone', 'together'])
  })

  it('are unused where they are not asked, and refused where they cannot be', () => {
    expect(found({ matter: 'rent', places: 'more' }).unused).toEqual(['places'])
    expect(found({ matter: 'rent', helpers: ['service'], places: 'ten' }).refused).toEqual({
      address: 'places',
      code: 'answer-not-an-option',
    })
  })

  it('stay on the card when another line is taken away, and go with what they hung on', () => {
    const told = { matter: 'rent', helpers: ['service'], places: 'more', works: 'Arki' }
    expect(withdrawLine(dialogue, told, 'matter', ON)).toEqual({ ...told, matter: 'declined' })
    expect(withdrawLine(dialogue, told, 'helpers', ON)).toEqual({
      matter: 'rent',
      helpers: 'declined',
      works: 'Arki',
    })
  })

  it('are answered in some of the random conversations and left out in others, and never cost anyone a person', () => {
    const walks = Array.from({ length: 200 }, (_, seed) => randomWalk(dialogue, ON, seed))
    const telling = walks.filter((answers) => 'works' in answers)
    expect(telling.length).toBeGreaterThan(40)
    expect(telling.length).toBeLessThan(160)
    for (const answers of walks) {
      const { unused, refused } = found(answers)
      expect({ unused, refused }).toEqual({ unused: [], refused: undefined })
      expect(lowered(dialogue, answers, ON)).toEqual([])
    }
  })
})
