/** Services that advice sends people to: known by name, each once in an area, and told of until somebody has called them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkArea } from '#core/check/place/area.ts'
import { checkCalls, checkNumberPages } from '#core/check/words/calls.ts'
import { type Change, tellerOf } from './changed.ts'

const { told, sentences } = tellerOf((survey) => checkArea(survey, undefined))
const late = tellerOf((survey) => checkArea(survey, '2027-02-01'))

/** The toy's place with these rows, and an item that names a service. */
const rows = (...services: string[]): Change => [
  '\nhelps:\n',
  `\nservices:\n${services.map((row) => `  - { ${row}, source: a }\n`).join('')}helps:\n`,
]
const ITEM = "link: { fi: 'https://example.org/eat' }"
const names = (line: string): Change => [ITEM, `${ITEM}\nline: ${line}`]

describe('a service', () => {
  it('is one that the place has, where it has any', () => {
    expect(told([names('kitchen'), rows('service: kitchen')])).toEqual([])
    expect(told([names('kitchn'), rows('service: kitchen')])).toEqual([
      'unknown-service advice/eat line value',
    ])
    expect(sentences([names('kitchn'), rows('service: kitchen')])[0]).toContain('"kitchen"')
    // content that was made for others
    expect(told([names('kitchen')])).toEqual([])
    expect(told([names('kitchn'), rows('service: kitchen')], { broken: ['flows/area/lines.yaml'] })).toEqual(
      [],
    )
  })

  it('has one number in an area, which is an area of the place', () => {
    expect(told([rows('service: kitchen', 'service: kitchen, area: south')])).toEqual([])
    expect(told([rows('service: kitchen', 'service: kitchen')])).toEqual([
      'duplicate-id area/lines services 1 service value',
    ])
    expect(told([rows('service: kitchen, area: sout')])).toEqual([
      'unknown-area area/lines services 0 area value',
    ])
  })

  it('is told of while it has no number, while nobody has called it, and when it is to be called again', () => {
    const number = "service: kitchen, number: '014 1'"
    const called = `${number}, verifiedOn: '2026-11-01', verifiedBy: A, nextCheck: `
    expect(told([rows('service: kitchen')])).toEqual([])
    const services = (row: string) => late.told([rows(row)]).filter((one) => one.includes('services'))
    expect(services('service: kitchen')).toEqual(['service-without-number area/lines services 0 value'])
    expect(services(number)).toEqual(['service-not-called area/lines services 0 value'])
    expect(services(`${called}'2027-01-31'`)).toEqual(['check-overdue area/lines services 0 nextCheck value'])
    expect(services(`${called}'2027-02-01'`)).toEqual([])
    expect(new Set(late.levels([rows(number)]))).toEqual(new Set(['warning']))
    expect(told([rows(`${called}'2026-10-01'`)])).toEqual([
      'review-before-check area/lines services 0 nextCheck value',
    ])
  })
})

describe('advice that says “call”', () => {
  const more = { 'house/fi/refused.json': readFileSync('locales/fi/refused.json', 'utf8') }
  const teller = tellerOf((survey) => {
    checkCalls(survey, 'fi', 'advice', (survey.content.words.fi?.advice ?? {}) as Record<string, string>)
    checkNumberPages(survey)
  })
  const calls = (changes: Change[]) => teller.told(changes, { more })
  const says: Change = ['Avaa kaappi.', 'Soita keittiöön.']

  it('names a service, or says otherwise where the number is (red twin: without it is told)', () => {
    expect(calls([says])).toEqual(['advice-without-number locales/fi/advice.json eat.how value'])
    expect(calls([says, names('kitchen')])).toEqual([])
    const called = "service: kitchen, number: '014 111', verifiedOn: '2026-11-01'"
    const numbered: Change = ['Avaa kaappi.', 'Soita 014 111.']
    expect(calls([numbered, rows(called)])).toEqual([])
    expect(calls([numbered, rows(called.replace(/, verifiedOn.*/, ''))])).toHaveLength(1)
  })

  it('has a page on which the number of its service is found', () => {
    expect(calls([[ITEM, 'line: kitchen']])).toEqual(['number-without-page advice/eat line value'])
  })
})
