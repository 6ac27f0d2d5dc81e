/** What follows from a slip is folded under it; what only stands near it is not. */
import { describe, expect, it } from 'vitest'
import type { Problem } from '#core/check/base/problem.ts'
import { problemsOf, toy } from '../toy.ts'

const TEA = 'flows/tea.yaml'
const ROUTING = 'flows/routing.yaml'
const MAIN = 'flows/guidance.yaml'
type Change = [file: string, old: string, fresh: string]

function told(...changes: Change[]): Problem[] {
  const texts = { ...toy }
  for (const [file, old, fresh] of changes) {
    const text = texts[file] ?? ''
    if (text.split(old).length !== 2) throw new Error(`"${old}" is not once in ${file}`)
    texts[file] = text.replace(old, fresh)
  }
  return problemsOf(texts)
}
const codes = (...changes: Change[]) => told(...changes).map(({ code }) => code)

describe('what follows from a slip', () => {
  it('is folded under it, also in other files, and the first cause stands first', () => {
    const [problem, ...others] = told([TEA, '  liking:\n    ask: scale', '  Liking:\n    ask: scale'])
    expect([problem?.code, others]).toEqual(['bad-name', []])
    const files = new Set(problem?.more?.map(({ file }) => file))
    expect([...files]).toEqual(expect.arrayContaining([TEA, ROUTING, 'flows/cases.yaml']))
  })

  it('is one line however many places there are, with their number', () => {
    const renamed: Change = [MAIN, 'options: [self, relative]', 'options: [myself, relative]']
    const [problem] = told(renamed)
    expect([problem?.code, problem?.says]).toEqual([
      'unknown-answer',
      '"self" is not an answer of the question "asker".',
    ])
    expect(problem?.more?.length).toBeGreaterThan(0)
  })
})

describe('another slip', () => {
  const slip: Change = [TEA, 'ask: number, min: 0, max: 9', 'ask: number, min: 9, max: 0']

  it('of another name is told for itself, though it stands where the first has its step', () => {
    expect(
      codes(
        [TEA, '    ask: scale\n', '    ask: slider\n'],
        [ROUTING, '{ hungry: very }', '{ hnugry: very }'],
      ),
    ).toEqual(['unknown-question-kind', 'unknown-address'])
    expect(codes(slip, [MAIN, 'go: place\n      - go: place', 'go: plcae\n      - go: place'])).toEqual([
      'unknown-step',
      'upside-down',
    ])
  })

  it('is never folded under a mere warning', () => {
    const both = told([ROUTING, '[eat]', '[eat, dirnk]'], slip)
    expect(both.map(({ level }) => level)).toEqual(both.map(() => 'error'))
    for (const { more = [], level } of both)
      expect(more.filter((one) => one.level === 'error' && level === 'warning')).toEqual([])
  })

  it('stops the publication wherever it is folded', async () => {
    const { stopsPublication } = await import('#core/check/check.ts')
    const lag = { code: 'text-stale', level: 'error' as const }
    expect(stopsPublication(lag)).toBe(false)
    expect(stopsPublication({ ...lag, more: [{ code: 'text-html', level: 'error' } as Problem] })).toBe(true)
  })
})
