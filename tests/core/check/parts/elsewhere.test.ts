/** Cases that end elsewhere by one change are told once, with what they have in common. */
import { describe, expect, it } from 'vitest'
import type { FileTexts } from '../../../../server/content/reading/parse.ts'
import { problemsOf, toy, whole } from '../toy.ts'

const CASES = 'flows/cases.yaml'
const ROUTING = 'flows/routing.yaml'
const FOUND = 'segment: easy, contact: available, advice: [eat], attention: [lonely]'

/** The toy with as many such guests as are named, and with one change of its tables. */
function guests(names: string[], change: (routing: string) => string = (routing) => routing): FileTexts {
  const one = toy[CASES] ?? ''
  const others = names.map((name, index) =>
    one.replace('id: hungry-guest', `id: ${name}`).replace('place: Here', `place: Room ${index}`),
  )
  return { ...toy, [CASES]: [one, ...others].join('\n'), [ROUTING]: change(toy[ROUTING] ?? '') }
}
const told = (texts: FileTexts) => problemsOf(texts).filter(({ file }) => file === CASES)
const lead = (when: string) => (routing: string) => routing.replace('{ strip: { any: [fire, flood] } }', when)

describe('several cases that end elsewhere', () => {
  it('are none as long as each ends as its writer said', () => {
    expect(toy[CASES]).toContain(FOUND)
    expect(told(guests(['ann', 'ben']))).toEqual([])
  })

  it('are one line: how many, the first three, and the row that decides now', () => {
    const [only, ...others] = told(guests(['ann', 'ben', 'cid'], lead('{ asker: self }')))
    expect(others).toEqual([])
    expect(whole(only as never)).toMatch(
      /4 cases now end elsewhere, probably by one change: "hungry-guest", "ann", "ben", …\. In most of them the row "danger" decides now\. Look at that first\./,
    )
    expect(only?.more?.map(({ code }) => code)).toEqual(Array(8).fill('case-ends-elsewhere'))
  })

  it('name what is given to all of them now, or not any more', () => {
    const gained = told(
      guests(['ann'], (routing) => routing.replace('then: [lonely]', 'then: [lonely, alone]')),
    )
    expect(gained.map(({ says }) => says)).toEqual([
      '2 cases now end elsewhere, probably by one change: "hungry-guest", "ann". In most of them "alone" is given now, and was not.',
    ])
    const lost = told(
      guests(['ann'], (routing) => routing.replace('{ alone: alone }', '{ alone: together }')),
    )
    expect(lost.map(({ says }) => says)).toEqual([
      expect.stringContaining('In most of them "lonely" is not given any more.'),
    ])
  })

  it('is told by itself when it is one (red twin)', () => {
    const [first] = told(guests([], lead('{ asker: self }')))
    expect(first?.code).toBe('case-ends-elsewhere')
  })
})

describe('several cases that stop at one question', () => {
  it('are one line, and what they answer after it is folded under it', () => {
    const stopped = guests(['ann', 'ben'])
    const texts = { ...stopped, [CASES]: (stopped[CASES] ?? '').replaceAll('alone: alone, ', '') }
    const [only, ...others] = told(texts)
    expect(others).toEqual([])
    expect(only?.says).toBe(
      '3 cases stop at the question "alone", which has no answer in them: "hungry-guest", "ann", "ben".',
    )
  })
})

describe('one situation told twice', () => {
  const twin = (more: string): FileTexts => ({
    ...toy,
    [CASES]: `${toy[CASES]}\n${(toy[CASES] ?? '').replace('id: hungry-guest', 'id: twin').replace('place: Here', more)}`,
  })

  it('is a warning that names both', () => {
    const [only, ...others] = told(twin('place: Here'))
    expect(others).toEqual([])
    expect(only?.level).toBe('warning')
    expect(only?.says).toBe(
      'The case "twin" is the same as "hungry-guest": the same answers and the same end.',
    )
  })

  it('is another with another answer (red twin)', () => {
    expect(told(twin('place: There'))).toEqual([])
  })
})
