/** Words for those who work there are loaded by the desk, and by nobody else. */
import { describe, expect, it } from 'vitest'
import { STAFF_NAMESPACES } from '#core/flow/words.ts'
import { read } from '../support/house/sources.ts'

/** Of those the desk loads, what the chat says too. */
const SHARED = ['messages', 'numbers', 'say', 'segments']

/** The names in the desk's list, which its build reads as it stands. */
const loadedBy = (text: string) => /locales\/\*\/\{([\w,]+)\}\.json/.exec(text)?.[1]?.split(',') ?? []
const apart = (text: string, staff: readonly string[] = STAFF_NAMESPACES) => {
  const own = loadedBy(text).filter((name) => !SHARED.includes(name))
  return [...own.filter((name) => !staff.includes(name)), ...staff.filter((name) => !own.includes(name))]
}

describe('the words for staff', () => {
  const source = read('desk/words/words.ts')

  it('are those that the desk loads and the chat does not', () => {
    expect(loadedBy(source)).toContain('desk')
    expect(apart(source)).toEqual([])
  })

  it('that stand in only one of the two lists are seen (red twin)', () => {
    expect(apart(source.replace('{desk,', '{desk,pony,'))).toEqual(['pony'])
    expect(apart(source, [...STAFF_NAMESPACES, 'studio'])).toEqual(['studio'])
  })
})
