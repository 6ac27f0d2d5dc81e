/** What makes a test fail on a busy day, held mechanically: bare sleeps, limits near the usual time, marks that chance can make. */
import { describe, expect, it } from 'vitest'
import { codeFiles, read } from '../support/house/sources.ts'

/** Where time itself is what is played, and why. Nothing is expected because it has passed. */
const SLEEPS: Record<string, string> = {
  'tests/support/process.ts': '`until` looks again after a while',
  'tests/support/hostile/wire.ts': 'between two turns of the server, which are what is counted',
  'tests/proofs/trials/cut-line.ts': 'a desk that reads slowly',
  'tests/proofs/trials/desks.ts': 'the desk’s own timers, made faster',
  'tests/proofs/device-traces.test.ts': 'a browser writes down its tabs while somebody only reads',
  'tests/proofs/kills.test.ts': 'the fault of a twin: its commit comes late',
  'tests/proofs/live.test.ts': 'when a line is cut is left to chance',
  'tests/house/types.test.ts': 'the name of a global, in a text that is only compiled',
  'tests/house/run-report.test.ts': 'a file of the little run, whose minutes are told',
}
/** A limit says that something hangs. The project's own is far enough: a test that names one names more. */
const LEAST_LIMIT = 120_000

const isOurs = (file: string) =>
  /^tests\/(core|flows|locales|house|server|store|proofs|support)\//.test(file) &&
  !file.endsWith('bad-day.test.ts')
const numberOf = (text = '') => Number(text.replaceAll('_', ''))

const sleepsIn = (text: string) => [
  ...text.matchAll(/(?<![.\w'])setTimeout\(|waitForTimeout\(|pg_sleep|timers\/promises/g),
]
const browsersIn = (text: string) => [...text.matchAll(/\blaunch\(|chromium\.launch/g)]
const shortLimitsIn = (text: string) =>
  [...text.matchAll(/\{ timeout: ([\d_]+) \}|timeout: ([\d_]+),\n *\}, async|^ *\}, ([\d_]+)\)$/gm)]
    .map(([, short, long, last]) => numberOf(short ?? long ?? last))
    .filter((limit) => limit < LEAST_LIMIT)

/** Few letters, or what also stands in times, ports, ids and keys: digits and the letters of hexadecimal. */
const canBeChance = (mark: string) =>
  mark.length < 4 || /^[\da-f]{1,5}$/i.test(mark) || /^\d{1,8}$/.test(mark)
const weakMarksIn = (text: string) => {
  const alone = [...text.matchAll(/\.not\.toContain\('([^']*)'\)/g)].map(([, mark]) => mark ?? '')
  const lists = [...text.matchAll(/for \(const \w*(?:secret|mark|said)\w* of \[([^\]]*)\]\)/g)]
  const listed = lists.flatMap(([, list]) =>
    [...(list ?? '').matchAll(/'([^']*)'/g)].map(([, mark]) => mark ?? ''),
  )
  return [...alone, ...listed].filter(canBeChance)
}

const found = <Found>(look: (text: string) => Found[], files = codeFiles().filter(isOurs)) =>
  files.filter((file) => look(read(file)).length > 0)

describe('the tests of the rooms without a screen', () => {
  it('sleep nowhere but where time is what is played', () => {
    expect(found(sleepsIn).sort()).toEqual(Object.keys(SLEEPS).sort())
  })

  it('have no limit near the usual time', () => {
    const tests = codeFiles().filter((file) => isOurs(file) && /\.test\.tsx?$/.test(file))
    expect(found(shortLimitsIn, tests)).toEqual([])
  })

  it('look for nothing that chance can make', () => {
    const files = [...codeFiles().filter(isOurs), 'tests/journeys/two-processes.test.ts']
    expect(found(weakMarksIn, files)).toEqual([])
  })

  it('start no browser by themselves: `withBrowser` opens and closes it', () => {
    const tests = codeFiles().filter((file) => /^tests\/(widget|desk|journeys|proofs)\//.test(file))
    expect(found(browsersIn, tests)).toEqual([])
  })

  it.each([
    ['a browser of its own', browsersIn, 'browser = await launch()', 'const { newPage } = withBrowser()'],
    ['a sleep', sleepsIn, 'await new Promise((done) => setTimeout(done, 300))', 'server.setTimeout(0)'],
    ['a sleep of the database', sleepsIn, "query('select pg_sleep(0.3)')", "query('select 1')"],
    ['a sleep of the page', sleepsIn, 'await page.waitForTimeout(50)', 'await page.waitForURL(url)'],
    [
      'a short limit',
      shortLimitsIn,
      "it('x', { timeout: 20_000 }, run)",
      "it('x', { timeout: 300_000 }, run)",
    ],
    ['a short limit at the end', shortLimitsIn, '  }, 20_000)', '  }, 600_000)'],
    ['three digits', weakMarksIn, "expect(log).not.toContain('192')", "expect(log).not.toContain('192.0.2')"],
    [
      'digits of a list',
      weakMarksIn,
      "for (const secret of [NAME, '765'])",
      'for (const secret of [NAME, PHONE])',
    ],
    [
      'what an id may hold',
      weakMarksIn,
      "not.toContain('040')\n.not.toContain('0a1f')",
      "x.not.toContain('Veera')",
    ],
  ])('with %s are found out (red twin)', (_, look, wrong, right) => {
    expect(look(wrong).length).toBeGreaterThan(0)
    expect(look(right)).toEqual([])
  })
})
