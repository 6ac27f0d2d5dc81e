/** The one look over all flows: which questions there are, by which address, with which answers; nothing is trusted. */
import { describe, expect, it } from 'vitest'
import { questionOfStep, type Survey } from '#core/check/base/survey.ts'
import { type Change, tellerOf } from './changed.ts'

const CAKE = { 'flows/cake.yaml': 'start: a\nsteps:\n  sweet: { ask: scale, next: b }\n  b: { end: true }\n' }
const PLACE = '  place: { ask: text, for: coordinator, next: done }'

function surveyed(...changes: Change[]): Survey {
  const seen: Survey[] = []
  tellerOf((survey) => seen.push(survey)).told(changes, { more: CAKE })
  const [survey] = seen
  if (!survey) throw new Error('Nothing was looked over.')
  return survey
}
const place = (says: string) => surveyed([PLACE, `  place: { ${says}, next: done }`]).questions.get('place')

describe('a question', () => {
  it('is known by its address, of a need by each need that walks its flow', () => {
    const { questions } = surveyed()
    expect([...questions.keys()]).toEqual([
      ...['strip', 'hungry', 'wishes', 'asker', 'alone', 'place', 'tea/liking', 'tea/sugar'],
    ])
    const both = surveyed(['{ tea: tea }', '{ tea: tea, cake: tea }']).questions
    expect([...both.keys()]).toContain('cake/sugar')
    expect(questions.get('tea/sugar')).toMatchObject({
      need: 'tea',
      step: 'sugar',
      flow: 'tea',
      ask: 'number',
    })
  })

  it('is the first of those that have one address', () => {
    const twice = surveyed([PLACE, `  strip: { ask: text, next: done }\n${PLACE}`])
    expect(twice.questions.get('strip')).toMatchObject({ ask: 'many', path: ['strip'] })
  })

  it('has its options, each once, or those of its list, and none where none are chosen', () => {
    expect(place('ask: one, options: [a, b, a, 3]')?.options).toEqual(['a', 'b', '3'])
    expect(place('ask: one, list: municipalities')).toMatchObject({
      options: ['172'],
      list: 'municipalities',
    })
    expect(place('ask: many, options: [a], list: municipalities')?.options).toEqual(['a'])
    expect(place('ask: municipality')).toMatchObject({
      options: ['172', 'elsewhere'],
      list: 'municipalities',
    })
    expect(place('ask: one, list: nowhere')).toMatchObject({ options: [], list: 'nowhere' })
    expect(place('ask: one, list: 3')?.list).toBeUndefined()
    expect(place('ask: number, options: [a]')?.options).toEqual([])
    expect(place('ask: riddle, options: [a]')?.options).toEqual([])
  })

  it('of a step is found, own or shared, where the step is there', () => {
    const survey = surveyed()
    const at = (flow: string, step: string) => {
      const view = survey.flows.get(flow)
      return view && questionOfStep(survey, view, step)?.address
    }
    expect(at('guidance', 'wishes')).toBe('wishes')
    expect(at('guidance', 'hungry')).toBeUndefined()
    expect(at('tea', 'liking')).toBe('tea/liking')
    expect(at('tea', 'hungry')).toBe('hungry')
    expect(at('tea', 'nothing')).toBeUndefined()
    expect(at('cake', 'sweet')).toBeUndefined()
  })
})

describe('what is not as it should be', () => {
  it('is left aside: steps, rows of lists and sections that are none', () => {
    const survey = surveyed(
      [PLACE, `  lost: 3\n  other: { sections: { cake: cake }, next: done }\n${PLACE}`],
      ['{ tea: tea }', '{ tea: tea, cake: 3 }'],
      ['municipalities:\n', 'municipalities:\n  - 3\n'],
    )
    expect(Object.keys(survey.main?.steps ?? {})).not.toContain('lost')
    expect([...survey.sections]).toEqual([['tea', ['tea']]])
    expect(survey.lists.municipalities).toHaveLength(1)
  })
})
