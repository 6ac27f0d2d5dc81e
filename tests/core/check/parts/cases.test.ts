/** Described situations: they name what there is, and end where their writer said. */
import { describe, expect, it } from 'vitest'
import { dialogueOf } from '#core/check/base/content.ts'
import { checkCases, runCases } from '#core/check/trials/cases.ts'
import { type Change, tellerOf } from './changed.ts'

const named = tellerOf(checkCases)
const run = tellerOf((survey) => runCases(survey, dialogueOf(survey.content)))
const ROUTING = 'flows/routing.yaml'
const ENDS = 'attention: [lonely] }'
const ends = (more: string): Change => [ENDS, `attention: [lonely], ${more} }`]
const answers = (old: string, fresh: string): Change => [`${old},`, `${fresh},`]

describe('what a case names', () => {
  it('is there: questions and their answers', () => {
    expect(named.told([])).toEqual([])
    expect(named.told([answers('tea/liking: 4', 'tea/likng: 4')])).toEqual([
      'unknown-address cases 0 answers tea/likng key',
    ])
    expect(named.sentences([answers('tea/liking: 4', 'tea/likng: 4')])[0]).toContain('"tea/liking"')
    expect(named.told([answers('tea/liking: 4', 'tea/liking: 6')])).toEqual([
      'wrong-scale cases 0 answers tea/liking value',
    ])
    expect(named.told([answers('wishes: [tea]', 'wishes: [tea, te]')])).toEqual([
      'unknown-answer cases 0 answers wishes 1 value',
    ])
  })

  it('is not said to be unknown while the flows have a mistake of their own', () => {
    const lost: Change = ['strip: { ask: many, options: [fire, flood] }\n', '']
    expect(named.told([lost, answers('asker: self', 'asker: self, strip: fire')])).toEqual([])
  })

  it('is there: segments, advice, attention, what is of today, dangers', () => {
    expect(
      named.told([['segment: easy, contact: available, advice', 'segment: hlp, contact: available, advice']]),
    ).toEqual(['unknown-segment cases 0 ends segment value'])
    expect(named.told([['advice: [eat]', 'advice: [eat, et]']])).toEqual([
      'unknown-advice cases 0 ends advice 1 value',
    ])
    expect(named.told([[ENDS, 'attention: [lonely, lonly] }']])).toEqual([
      'unknown-attention cases 0 ends attention 1 value',
    ])
    expect(named.told([ends('today: [food]')])).toEqual(['unknown-today cases 0 ends today 0 value'])
    expect(named.told([ends('dangers: [fire, strm]')])).toEqual([
      'unknown-danger cases 0 ends dangers 1 value',
    ])
    const today: Change = ['attention:\n', 'today:\n  rows: [{ then: [food] }]\nattention:\n']
    expect(named.told([today, ends('today: [food]')])).toEqual([])
    const [says = ''] = named.sentences([ends('today: [food]')])
    expect(says).toContain('"food"')
    const all = [
      ends('dangers: [strm], today: [food]'),
      ['segment: easy, contact: available, advice', 'segment: 3, advice'],
    ]
    expect(named.told(all as Change[], { broken: [ROUTING] })).toEqual([])
    expect(named.told([all[1] as Change])).toEqual([])
  })

  it('has an id of its own', () => {
    const twice: Change = ['- id: hungry-guest\n', '- id: a\n- id: b\n- id: a\n- id: hungry-guest\n']
    expect(named.told([twice])).toEqual(['duplicate-id cases 2 id value'])
    expect(named.sentences([twice])[0]).toContain('"a"')
  })
})

describe('a case', () => {
  it('ends where its writer said, with what its answers lead to', () => {
    expect(run.told([])).toEqual([])
    expect(run.told([['advice: [eat]', 'advice: []']])).toEqual([
      'case-ends-elsewhere cases 0 ends advice value',
    ])
    expect(run.sentences([['advice: [eat]', 'advice: []']])[0]).toMatch(/advice: eat, not nothing\./)
    expect(run.told([ends('callback: true')])).toEqual([])
    expect(run.told([ends('callback: false')])).toEqual(['case-ends-elsewhere cases 0 ends callback value'])
    expect(run.told([ends('today: []')])).toEqual([])
    expect(run.told([ends('dangers: [fire]')])).toEqual(['case-ends-elsewhere cases 0 ends dangers value'])
    const rows: Change = ['[lonely]\n      author', '[lonely, alone]\n      author']
    expect(run.told([rows, [ENDS, 'attention: [alone, lonely] }']])).toEqual([])
    expect(run.sentences([rows])[0]).toMatch(/attention: alone, lonely, not lonely\./)
  })

  it('tells of no danger that its writer did not expect', () => {
    const danger: Change = ['options: [very, little] }', 'options: [very, little], danger: { very: fire } }']
    expect(run.told([danger])).toEqual(['case-ends-elsewhere cases 0 ends value'])
    expect(run.told([danger, ends('dangers: [fire]')])).toEqual([])
  })

  it('comes to each question that it answers, with an answer for each that it comes to', () => {
    expect(run.told([answers('tea/liking: 4', 'tea/liking: 4, tea/sugar: 3')])).toEqual([
      'case-unused cases 0 answers tea/sugar key',
    ])
    expect(run.told([answers('alone: alone', 'alone: near')])).toContain(
      'case-refused cases 0 answers alone value',
    )
    expect(run.sentences([answers('alone: alone', 'alone: near')]).join()).toMatch(
      /Use one of: alone, together\./,
    )
    const stopped = run.told([[', place: Here', '']])
    expect(stopped).toEqual(['case-stops cases 0 answers key'])
    expect(run.sentences([[', place: Here', '']])[0]).toContain('"place"')
  })

  it('is held on the day it says, else on one that is always the same', () => {
    const born: Change = ['place: { ask: text, for: coordinator,', 'place: { ask: date, before: on,']
    const day = (given: string, on = ''): Change[] => [
      born,
      ['place: Here }', `place: '${given}' }`],
      ['  ends:', `${on}  ends:`],
    ]
    expect(run.told(day('2026-11-22'))).toEqual([])
    expect(run.told(day('2026-11-23'))).toEqual(['case-refused cases 0 answers place value'])
    expect(run.told(day('2026-11-23', "  on: '2026-12-24'\n"))).toEqual([])
    expect(run.told(day('2026-11-22', "  on: '2026-01-01'\n"))).toEqual([
      'case-refused cases 0 answers place value',
    ])
  })

  it('that is none is left aside', () => {
    expect(run.told([['- id: hungry-guest\n', '- 3\n- id: hungry-guest\n']])).toEqual([])
  })
})
