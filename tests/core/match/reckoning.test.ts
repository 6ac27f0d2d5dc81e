import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from '#core/match/folded.ts'
import { leaveEachOut, reckoned } from '#core/match/left-out.ts'
import { type CountedWord, packWords, unpackWords } from '#core/match/packed.ts'
import { type Phrases, packed, packedItems } from '#core/match/phrases.ts'
import { offeredFor } from '#core/match/reckoning.ts'

const PHRASES: Phrases = {
  areas: {
    money: ['rahat eivät riitä', 'lasku jäi maksamatta', 'vuokra on rästissä'],
    caring: ['äiti on yksin', 'isä ei muista lääkkeitä', 'hoidan äitiä kotona'],
    housing: ['asunto on kylmä', 'katto vuotaa', 'muutto edessä'],
    social: ['ei ole ketään', 'kaipaan seuraa', 'kaverit ovat kadonneet', 'mölkky'],
  },
  advice: { 'meal-service': ['ruokaa kotiin äidille'] },
  danger: ['haluan kuolla', 'en halua elää'],
}
const items = packedItems(PHRASES, () => 'caring')
const offered = (text: string) => offeredFor(reckoned(packed(PHRASES), items), text)

describe('one’s own words', () => {
  it('lead first to the area that says the like, however words are inflected, compounded or typed', () => {
    for (const [text, area] of [
      ['Rahani eivät riittäneet', 'money'],
      ['VUOKRARÄSTEJÄ', 'money'],
      ['aidin kanssa kotona', 'caring'],
      ['A\u0308iti yksin\u00ad', 'caring'],
      ['kaipaisin kavereita', 'social'],
    ] as const)
      expect(offered(text).areas[0], text).toBe(area)
  })

  it('put every area in order, each once, and an item where it is like an item', () => {
    const { areas, advice } = offered('äidille ruokaa')
    expect(new Set(areas).size).toBe(4)
    expect(advice).toEqual(['meal-service'])
  })

  it('where no phrases of items have come, areas are put in order and no item', () => {
    const { areas, advice } = offeredFor(reckoned(packed(PHRASES)), 'äidille ruokaa')
    expect(areas).toHaveLength(4)
    expect(advice).toEqual([])
  })

  it('raise danger where they are like danger, and not where they are not', () => {
    expect(offered('en halua enää elää, haluan kuolla').isDanger).toBe(true)
    expect(offered('lasku jäi maksamatta').isDanger).toBe(false)
  })

  it('offer nothing where nothing is known of them, whatever they are', () => {
    for (const text of ['', '   ', '🙂🙂', '<b></b>', '???', 'مرحبا', '\u200b'])
      expect(offered(text), text).toEqual({ areas: [], advice: [], isDanger: false })
  })

  it('are judged whatever is written', () => {
    const reckoning = reckoned(packed(PHRASES), items)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect([0, 4]).toContain(offeredFor(reckoning, text).areas.length)
      }),
    )
    expect(offeredFor(reckoning, 'raha '.repeat(2000)).areas[0]).toBe('money')
  })
})

describe('folded letters', () => {
  it('are the same whatever the keyboard', () => {
    expect(folded('Äiti—ei; MUISTA…')).toBe('aiti ei muista ')
    expect(folded('Å\u200dbo’s')).toBe('abos')
  })
})

describe('packed phrases', () => {
  const word = fc.stringMatching(/^[a-zäöåа-я0-9]{1,40}$/u)
  const said = fc.uniqueArray(fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 5000 })), {
    selector: ([target]) => target,
    minLength: 1,
    maxLength: 8,
  })

  it('come back word for word', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(word, said), { selector: ([one]) => one, maxLength: 60 }),
        (all) => {
          const sorted = all.sort(([a], [b]) => (a < b ? -1 : 1)) as CountedWord[]
          expect([...unpackWords(packWords(sorted))]).toEqual(sorted)
        },
      ),
    )
  })

  it('are the same for the same phrases', () => {
    expect(JSON.stringify(packed(PHRASES))).toBe(JSON.stringify(packed(structuredClone(PHRASES))))
  })

  it('an item of an area without phrases is left out', () => {
    expect(packedItems(PHRASES, () => 'nowhere').advice).toEqual([])
  })
})

describe('each phrase left out in turn', () => {
  it('tells which is not found by the others, and where it stands', () => {
    const { count, missed } = leaveEachOut(PHRASES, packed(PHRASES), items)
    expect(count).toBe(14)
    const alone = missed.find(({ phrase }) => phrase === 'mölkky')
    expect(alone).toMatchObject({ path: ['areas', 'social', 3], area: 'social' })
  })

  it('a phrase that knows itself would always be found (red twin)', () => {
    const reckoning = reckoned(packed(PHRASES), items)
    expect(offeredFor(reckoning, 'mölkky').areas[0]).toBe('social')
  })
})
