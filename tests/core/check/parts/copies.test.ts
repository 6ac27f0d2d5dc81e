/** Which file a name was meant to be, and of which it is a copy. */
import { describe, expect, it } from 'vitest'
import { copied, meantBy } from '#core/check/base/copies.ts'
import { MAIN } from '#core/flow/words.ts'
import { brief, problemsOf, toy } from '../toy.ts'

const there = [
  'flows/tea.yaml',
  'flows/advice/home-care.yaml',
  'locales/fi/tea.json',
  'locales/sv/tea.state.json',
]
const meant = (name: string) => meantBy(name, (one) => there.includes(one))

describe('a file that nobody reads by its name', () => {
  it.each([
    ['flows/tea copy.yaml', 'flows/tea.yaml'],
    ['flows/tea - Copy (2).yaml', 'flows/tea.yaml'],
    ['flows/tea – kopio.yaml', 'flows/tea.yaml'],
    ['flows/Copy of tea.yaml', 'flows/tea.yaml'],
    ['flows/tea.yaml.bak', 'flows/tea.yaml'],
    ['flows/tea.yaml~', 'flows/tea.yaml'],
    ['flows/tea.yml', 'flows/tea.yaml'],
    ['flows/tea_vanha.yaml', 'flows/tea.yaml'],
    ['flows/tea 2026-11-30.yaml', 'flows/tea.yaml'],
    ['flows/advice/home-care (1).yaml', 'flows/advice/home-care.yaml'],
    ['locales/fi/tea.yaml', 'locales/fi/tea.json'],
    ['locales/fi/tea_old.json', 'locales/fi/tea.json'],
    ['locales/sv/tea kopia.state.json', 'locales/sv/tea.state.json'],
  ])('%s is a copy of %s', (name, original) => {
    expect(meant(name)).toEqual({ name: original, isCopy: true })
  })

  it.each([
    ['flows/cake.yml', 'flows/cake.yaml'],
    ['flows/Cake.YAML', 'flows/cake.yaml'],
    ['flows/cake.yaml.txt', 'flows/cake.yaml'],
    ['locales/fi/cake (1).json', 'locales/fi/cake.json'],
    ['locales/fi/phrases.json', 'locales/fi/phrases.yaml'],
  ])('%s would be read as %s', (name, right) => {
    expect(meant(name)).toEqual({ name: right, isCopy: false })
  })

  it.each(['flows/cake.docx', 'flows/Cake Time.yaml', 'flows/.yaml', 'flows/cake.yaml'])(
    '%s is neither',
    (name) => {
      expect(meant(name)).toBeUndefined()
    },
  )

  it('is no copy of a name that is not there', () => {
    expect(copied('home-care', (one) => one === 'home')).toBeUndefined()
    expect(copied('caring-old', (one) => one === 'caring')).toBe('caring')
  })
})

describe('a copy under a name that could be one', () => {
  const tea = toy['flows/tea.yaml'] ?? ''
  it('is told when no agenda walks it', () => {
    expect(problemsOf({ ...toy, 'flows/tea-old.yaml': tea }).map(brief)).toEqual([
      'flows/tea-old.yaml:1:1 file-copy',
    ])
  })

  it('is a flow like any other when one does (red twin)', () => {
    const main = `flows/${MAIN}.yaml`
    const walked = (toy[main] ?? '').replace('{ tea: tea }', '{ tea: tea, cake: tea-old }')
    const codes = problemsOf({ ...toy, [main]: walked, 'flows/tea-old.yaml': tea }).map(({ code }) => code)
    expect(codes).not.toContain('file-copy')
    expect(codes).toContain('question-without-effect')
  })

  it('notes and what systems leave behind are no content', () => {
    expect(problemsOf({ ...toy, 'flows/Thumbs.db': 'x', 'flows/~$tea.yaml': 'x' })).toEqual([])
    expect(problemsOf({ ...toy, 'flows/notes.txt': 'Ask Aino about cake.' }).map(brief)).toEqual([
      'flows/notes.txt:1:1 file-unknown',
    ])
  })
})
