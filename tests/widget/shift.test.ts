/** What counts as leaving by Shift, and what only looks like it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { countShifts } from '../../widget/press/shift.ts'

const plain = { repeat: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false }
type Step = [what: 'down' | 'up' | 'wait' | 'other', key?: string | number, more?: Partial<typeof plain>]

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** @returns what was told, in order */
function told(...steps: Step[]) {
  const heard: (number | undefined)[] = []
  const shifts = countShifts((left) => heard.push(left))
  let now = 0
  for (const [what, key = 'Shift', more] of steps) {
    if (what === 'wait') {
      now += Number(key)
      vi.advanceTimersByTime(Number(key))
    } else if (what === 'other') shifts.begin()
    else shifts[what]({ ...plain, ...more, key: String(key), timeStamp: now })
    now += 20
  }
  return heard
}
const press: Step[] = [['down'], ['up']]

describe('three presses and releases of Shift', () => {
  it('leave, and each says how many more are needed', () => {
    expect(told(...press, ...press, ...press)).toEqual([2, 1, 0])
  })

  it.each<[string, Step[]]>([
    [
      'a held key, which Windows repeats',
      [['down'], ...Array<Step>(9).fill(['down', 'Shift', { repeat: true }]), ['up']],
    ],
    [
      'held keys three times',
      Array<Step[]>(3)
        .fill([['down'], ['down', 'Shift', { repeat: true }], ['up']])
        .flat(),
    ],
    [
      'capital letters',
      Array<Step[]>(3)
        .fill([['down'], ['down', 'A'], ['up', 'A'], ['up']])
        .flat(),
    ],
    [
      'a letter let go after Shift',
      Array<Step[]>(3)
        .fill([['down'], ['down', 'A'], ['up'], ['up', 'A']])
        .flat(),
    ],
    [
      'Alt and Shift, which changes the keyboard',
      Array<Step[]>(3)
        .fill([['down', 'Shift', { altKey: true }], ['up']])
        .flat(),
    ],
    [
      'Shift and then Control',
      Array<Step[]>(3)
        .fill([['down'], ['down', 'Control'], ['up', 'Control'], ['up']])
        .flat(),
    ],
    [
      'Shift and Tab, going back',
      Array<Step[]>(3)
        .fill([['down'], ['down', 'Tab'], ['up', 'Tab'], ['up']])
        .flat(),
    ],
    [
      'both Shifts together',
      Array<Step[]>(3)
        .fill([['down'], ['down'], ['up'], ['up']])
        .flat(),
    ],
    [
      'waiting for a letter for more than a second',
      Array<Step[]>(3)
        .fill([['down'], ['wait', 1100], ['up']])
        .flat(),
    ],
    [
      'presses of an unfinished word',
      Array<Step[]>(3)
        .fill([['down', 'Shift', { isComposing: true }], ['up']])
        .flat(),
    ],
    ['releases alone, of a Shift pressed elsewhere', [['up'], ['up'], ['up']]],
  ])('are not %s', (_what, steps) => {
    expect(told(...steps)).not.toContain(0)
  })

  it('begin anew after another key, a press of the pointer, or five seconds', () => {
    expect(told(...press, ...press, ['down', 'a'], ...press)).toEqual([2, 1, undefined, 2])
    expect(told(...press, ...press, ['other'], ...press)).toEqual([2, 1, undefined, 2])
    expect(told(...press, ...press, ['wait', 5000], ...press)).toEqual([2, 1, undefined, 2])
  })
})
