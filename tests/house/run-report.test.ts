/** What `npm test` says at its end, of a real little run: no second try is hidden, and every minute is some room’s. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Report, runTests, saidOf } from '../../tools/run-tests.mjs'

const CONFIG = `export default {
  test: {
    globals: true,
    retry: 1,
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    projects: ['desk', 'chat'].map((name) => ({ extends: true, test: { name, include: [name + '/*.test.js'] } })),
  },
}
`
/** Of this repository no test is left out, and a test of the house sees to it. */
const LEFT_OUT = 'skip'
/** Files of a little repository: the desk has a test that chance decides, here by counting its tries. */
const FILES = {
  'vitest.config.mjs': CONFIG,
  'desk/steady.test.js': `
    test('holds', () => {})
    test('is waited for', async () => { await new Promise((done) => setTimeout(done, 300)) })
    test.${LEFT_OUT}('is left out', () => {})`,
  'desk/flaky.test.js': `
    let tries = 0
    describe('a day', () => test('goes well the second time', () => { tries += 1; expect(tries).toBe(2) }))`,
  'chat/broken.test.js': `test('never goes well', () => { expect(1).toBe(2) })`,
  'chat/hook.test.js': `
    describe('a day', () => {
      beforeAll(() => { throw new Error('does not begin') })
      test('is not lived', () => {})
    })`,
  'chat/unread.test.js': `throw new Error('cannot be read')`,
}

let folder: string
let told: Report
const run = (more: Parameters<typeof runTests>[2] = {}) =>
  runTests(['--root', folder], {}, { stdio: 'ignore', ...more })
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kynnys-little-'))
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  told = run()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the end of a run', () => {
  it('counts what passed, failed and was left out; a file that cannot be read, or a block that cannot begin, as one that failed', () => {
    expect(told.figures).toEqual({ passed: 3, failed: 3, skipped: 2 })
  })

  it('names who needed a second try and passed, and nobody else', () => {
    expect(told.secondTries).toEqual(['desk/flaky.test.js > a day > goes well the second time'])
    expect(saidOf(told)).toContain(
      'Second tries: 1\n  desk/flaky.test.js > a day > goes well the second time\n',
    )
  })

  it('gives the minutes of each room, and the slowest file first', () => {
    expect(told.rooms.map(({ name, files }) => [name, files]).sort()).toEqual([
      ['chat', 3],
      ['desk', 2],
    ])
    const desk = told.rooms.find(({ name }) => name === 'desk')
    expect(desk?.sum).toBeGreaterThan(300)
    expect(desk?.wall).toBeGreaterThan(300)
    expect(told.slowest).toHaveLength(5)
    expect(saidOf(told)).toMatch(/^ {2}desk +0\.\d \(0\.\d\) in 2 files$/m)
    expect(saidOf(told)).toMatch(/^ +\d+\.\d desk\/steady\.test\.js$/m)
  })

  /** What a reporter with one fault tells of the same run. */
  function toldBy(name: string, find: string, put: string): Report {
    const reporter = path.join(folder, name)
    const source = readFileSync('tools/run-reporter.mjs', 'utf8')
    const broken = source.replace(find, put)
    expect(broken).not.toBe(source)
    writeFileSync(reporter, broken)
    return run({ reporter })
  }

  it('takes a block that did not begin for left out when it does not look at hooks (red twin)', () => {
    const seen = toldBy('trusting.mjs', ' + brokenIn(module)', '')
    expect(seen.figures.failed).toBe(told.figures.failed - 1)
  })

  it('is blind when it does not look at the tries (red twin)', () => {
    const seen = toldBy('blind.mjs', 'test.diagnostic()?.flaky', 'test.result().state !== "passed"')
    expect(seen.figures).toEqual(told.figures)
    expect(seen.secondTries).not.toContain(told.secondTries[0])
  })
})
