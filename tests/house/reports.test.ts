/** What went wrong for others is told with the test that holds it here: a file that has moved would hold nothing. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read } from '../support/house/sources.ts'

const named = (text: string) => [...text.matchAll(/`(tests\/[^`\n]+)`/g)].map(([, path]) => path ?? '')
const missing = (text: string) => named(text).filter((path) => !existsSync(path))

/** Cells of every row that tells of a fault. */
const rows = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\| (?!what was found|---)/.test(line) && !line.startsWith('|---'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()))
/** Rows that name no test, or leave a column empty. */
const unheld = (text: string) =>
  rows(text).filter(
    (cells) => cells.length !== 5 || cells.some((cell) => cell === '') || named(cells[3] ?? '').length === 0,
  )

describe('what went wrong for others', () => {
  const reports = read('tests/REPORTS.md')

  it('names only tests that are there', () => {
    expect(named(reports).length).toBeGreaterThan(30)
    expect(missing(reports)).toEqual([])
  })

  it('has a test in every row, and says how it would be found out', () => {
    expect(rows(reports).length).toBeGreaterThan(25)
    expect(unheld(reports)).toEqual([])
  })

  it('a made-up path, and a row without a test, are found (red twin)', () => {
    expect(missing('| a | b | c | `tests/widget/no-such.test.ts` | d |')).toEqual([
      'tests/widget/no-such.test.ts',
    ])
    expect(unheld('| a | b | c | by hand | d |')).toHaveLength(1)
    expect(unheld('| a | b | c | `tests/README.md` | d |')).toEqual([])
  })
})
