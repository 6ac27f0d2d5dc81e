/** Days that look like days and are not in the calendar. */
import { describe, expect, it } from 'vitest'
import { dayNotThere } from '#core/check/base/days.ts'
import { sentencesOf } from '#core/check/said/saying.ts'
import { problemsOf, spoilt, whole } from '../toy.ts'

const says = (text: string): string | undefined => {
  const found = dayNotThere(text)
  return found && sentencesOf(found.code, found.fill).says
}

describe('a day', () => {
  it.each([
    ['2026-09-31', 'There is no day 2026-09-31: September 2026 has 30 days.'],
    ['2027-02-29', 'There is no day 2027-02-29: February 2027 has 28 days.'],
    ['2028-02-30', 'There is no day 2028-02-30: February 2028 has 29 days.'],
    ['2026-01-32', 'There is no day 2026-01-32: January 2026 has 31 days.'],
    ['2026-12-00', 'There is no day 2026-12-00: December 2026 has 31 days.'],
    ['2026-13-01', 'There is no day 2026-13-01: months go from 01 to 12.'],
    ['2026-00-01', 'There is no day 2026-00-01: months go from 01 to 12.'],
  ])('%s is not in the calendar', (text, sentence) => {
    expect(says(text)).toBe(sentence)
  })

  it.each(['2026-09-30', '2028-02-29', '2027-2-8', '31.9.2026', 'on-18y', 'tomorrow'])(
    '%s is in it, or is written otherwise',
    (text) => {
      expect(says(text)).toBeUndefined()
    },
  )

  it('that an answer is compared with is told too', () => {
    const asked =
      "place: { ask: date, for: coordinator, next: [{ when: { place: '2026-09-31' }, go: done }, { go: done }] }"
    const old = 'place: { ask: text, for: coordinator, next: done }'
    expect(problemsOf(spoilt('flows/guidance.yaml', old, asked)).map(whole)[0]).toContain(
      'September 2026 has 30 days',
    )
  })
})
