/** Every described situation ends where its writer says, and each tells the whole story. */
import { describe, expect, test } from 'vitest'
import type { Case, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { loadCases, loadDialogue } from '../support/content.ts'

const dialogue = loadDialogue()
const cases = loadCases()
const DAY = '2026-11-23'

/** What the case says of its end, as the engine sees it. */
function endOf(content: Dialogue, { answers, on = DAY, ends }: Case) {
  const replayed = replay(content, answers, on)
  const { headline, advice, attention } = route(content, replayed, on)
  const all = {
    segment: headline.then.segment,
    contact: headline.then.contact,
    advice: advice.map(({ id }) => id).sort(),
    attention: attention.map(({ id }) => id).sort(),
  }
  return { replayed, end: Object.fromEntries(Object.entries(all).filter(([key]) => key in ends)) }
}
const sorted = (ends: Case['ends']) =>
  Object.fromEntries(
    Object.entries(ends).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]),
  )

describe('the described situations', () => {
  test.each(cases.map((one) => [one.id, one] as const))('%s ends where it must', (_id, one) => {
    const { replayed, end } = endOf(dialogue, one)
    expect(replayed.refused).toBeUndefined()
    expect({ waitsAt: replayed.at?.address, unused: replayed.unused }).toEqual({
      waitsAt: undefined,
      unused: [],
    })
    expect(end).toEqual(sorted(one.ends))
  })

  test('are at least twelve, each with a source of its own words', () => {
    expect(cases.length).toBeGreaterThanOrEqual(12)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(cases.filter(({ source, situation }) => !source || !situation)).toEqual([])
  })

  test('reach every segment and ask for every piece of advice', () => {
    const segments = new Set(dialogue.tables.segment.rows.map(({ then }) => then.segment))
    expect(new Set(cases.map(({ ends }) => ends.segment))).toEqual(segments)
    expect(new Set(cases.flatMap(({ ends }) => ends.advice ?? []))).toEqual(
      new Set(Object.keys(dialogue.advice)),
    )
  })

  test('fail when a rule is taken away (the red twin)', () => {
    const broken = loadDialogue()
    broken.tables.segment.rows = broken.tables.segment.rows.filter(({ id }) => id !== 'older-and-hard')
    const moved = cases.filter((one) => endOf(broken, one).end.segment !== one.ends.segment)
    expect(moved.map(({ id }) => id)).toEqual(['mother-at-home-alone'])
  })
})
