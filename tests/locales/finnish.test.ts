/** The Finnish words of the conversation: nothing missing, left over, hard or promising; notes and calls in place. */
import { describe, expect, test } from 'vitest'
import { check } from '#core/check/check.ts'
import { readContent } from '../../server/content/reading/parse.ts'
import { loadDialogue, loadNotes, loadWords } from '../support/content.ts'

const words = loadWords('fi')
const MINE = [...Object.keys(loadDialogue().flows), 'advice', 'numbers', 'segments']
const textsOf = (namespace: string) => Object.entries(words[namespace] ?? {})

/** What the check says against the shipped content, some texts changed first; a language may be in the making. */
function complaints(change: (content: ReturnType<typeof readContent>['content']) => void = () => {}) {
  const { content, locate, problems } = readContent('flows', 'locales')
  change(content)
  return [...problems, ...check(content, locate)]
    .filter(({ code }) => code !== 'language-draft')
    .map(({ file, line, says }) => `${file}:${line} ${says}`)
}
const fi = (content: { words: Record<string, Record<string, Record<string, unknown>>> }, namespace: string) =>
  content.words.fi?.[namespace] ?? {}

describe('the shipped content', () => {
  test('has nothing against it', () => {
    expect(complaints()).toEqual([])
  })

  test('would be refused with a promise, a missing text, a leftover or a strange number (the red twin)', () => {
    const found = complaints((content) => {
      fi(content, 'advice')['housing-allowance.decides'] = 'Sinulla on oikeus asumistukeen.'
      fi(content, 'advice')['debt-advice.how'] = 'Soita 09 123 4567.'
      fi(content, 'money')['trouble.options.pony'] = 'Poni'
      delete fi(content, 'housing')['coping.question']
    }).join('\n')
    for (const words of ['sounds like a decision', '09 123 4567', 'trouble.options.pony', 'coping.question'])
      expect(found).toContain(words)
  })
})

describe.each(MINE)('the words of %s', (namespace) => {
  const keys = textsOf(namespace).map(([key]) => key)

  test('speak of a near one or a client only beside a text for everybody', () => {
    const plain = (key: string) => key.replace(/_(relative|professional)$/, '')
    expect(keys.filter((key) => key.includes('_') && !keys.includes(plain(key)))).toEqual([])
  })

  test('have notes only on what exists', () => {
    const stale = Object.keys(loadNotes(namespace)).filter((note) => {
      const shape = new RegExp(`^${note.replace(/\./g, '\\.').replace(/\*/g, '.*')}$`)
      return !keys.some((key) => shape.test(key))
    })
    expect(stale).toEqual([])
  })
})

test('every text of a danger tells to call', () => {
  const helps = textsOf('guidance').filter(([key]) => key.endsWith('.help'))
  expect(helps.length).toBe(14)
  expect(helps.filter(([, text]) => !/soita|puhelim/i.test(text))).toEqual([])
})
