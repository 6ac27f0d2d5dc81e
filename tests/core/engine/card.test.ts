import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardLines, withdrawLine } from '#core/flow/card.ts'
import type { Answers } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { randomWalk } from '#core/walk/walk.ts'
import { teaParty } from '../toys/tea-party.ts'
import { ON, toy } from '../toys/toy.ts'

const card = (answers: Answers) => cardLines(replay(teaParty, answers, ON)).map(({ address }) => address)
const without = (answers: Answers, address: string) => withdrawLine(teaParty, answers, address, ON)
const party: Answers = {
  strip: ['fire'],
  wishes: ['tea', 'cake'],
  'tea/sugar': 'yes',
  'tea/lumps': 2,
  hurry: 'dontKnow',
  'tea/coping': 5,
  'cake/coping': 4,
  guest: 'dormouse',
  asleep: '2020-01-01',
}

describe('the card', () => {
  it('shows the answers in the order they were met, “I don’t know” too', () => {
    expect(card(party)).toEqual(Object.keys(party))
  })
  it('does not show what was removed', () => {
    expect(card({ ...party, 'tea/coping': 'declined' })).not.toContain('tea/coping')
  })
})

describe('removing a line', () => {
  it('answers it “declined” and leaves the others', () => {
    expect(without(party, 'tea/coping')).toEqual({ ...party, 'tea/coping': 'declined' })
    expect(without(party, 'strip')).toEqual({ ...party, strip: 'declined' })
  })
  it('takes with it the lines that depended on it', () => {
    const { 'tea/lumps': _, ...rest } = party
    expect(without(party, 'tea/sugar')).toEqual({ ...rest, 'tea/sugar': 'declined' })
    expect(card(without(party, 'wishes'))).toEqual(['strip', 'guest', 'asleep'])
  })
  it('never brings back what the path had left behind', () => {
    const left = { ...party, 'riddle/coping': 1, guest: 'alice' }
    expect(Object.keys(without(left, 'tea/coping'))).not.toContain('asleep')
    expect(Object.keys(without(left, 'tea/coping'))).not.toContain('riddle/coping')
  })
  it('that opens a question declines it, so that later lines stay', () => {
    const hurried: Answers = { wishes: ['cake'], hurry: 1, guest: 'alice' }
    expect(replay(teaParty, hurried, ON).done).toBe(true)
    expect(without(hurried, 'hurry')).toEqual({ ...hurried, hurry: 'declined', 'cake/coping': 'declined' })
  })
  it('of an unfinished conversation leaves it waiting where it waited', () => {
    const some: Answers = { wishes: ['cake'], hurry: 1 }
    expect(without(some, 'wishes')).toEqual({ wishes: 'declined' })
    expect(replay(teaParty, without(some, 'wishes'), ON).at?.address).toBe('guest')
  })
  it('leaves it waiting there also when that question now comes before a line that was answered', () => {
    const other = toy({
      start: 'way',
      steps: {
        way: {
          ask: 'one',
          options: ['up', 'down'],
          next: [{ when: { way: 'up' }, go: 'hat' }, { go: 'coat' }],
        },
        hat: { ask: 'text', next: [{ when: { way: 'up' }, go: 'coat' }, { go: 'end' }] },
        coat: { ask: 'text', next: [{ when: { way: 'up' }, go: 'end' }, { go: 'hat' }] },
        end: { end: true },
      },
    })
    const begun = { way: 'up', hat: 'bowler' }
    expect(replay(other, begun, ON).at?.address).toBe('coat')
    const left = withdrawLine(other, begun, 'way', ON)
    expect(left).toEqual({ way: 'declined' })
    expect(replay(other, left, ON).at?.address).toBe('coat')
  })
  it('of a question that still waits answers nothing', () => {
    const some: Answers = { wishes: ['cake'], hurry: 4 }
    expect(without(some, 'cake/coping')).toEqual(some)
  })
  it('that is not on the card changes nothing', () => {
    expect(without(party, 'riddle/coping')).toEqual(party)
  })
  it('one after another, in any order, always leaves a whole conversation', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(), { maxLength: 12 }), (seed, choices) => {
        let answers = randomWalk(teaParty, ON, seed)
        for (const choice of choices) {
          const lines = card(answers)
          if (lines.length === 0) break
          const line = lines[choice % lines.length] as string
          answers = without(answers, line)
          const after = replay(teaParty, answers, ON)
          expect(after.done && after.unused.length === 0 && !after.refused).toBe(true)
          expect(card(answers)).toEqual(lines.filter((one) => one !== line && card(answers).includes(one)))
        }
      }),
    )
  })
})
