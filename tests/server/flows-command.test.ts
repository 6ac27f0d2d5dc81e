import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../server/commands/flows/command.ts'
import { long } from '../support/long.ts'

const NOW = new Date('2026-11-22T10:00:00')
const text = (lines: string[]): string => lines.join('\n')
let folder = ''

/** Changes one text of the copied content. */
function change(file: string, old: string, fresh: string): void {
  const path = join(folder, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(old, fresh))
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the repository's content, words included unless they should come from the repository. */
function fresh(rooms = ['flows', 'locales']): string {
  rmSync(folder, { recursive: true, force: true })
  for (const room of rooms) cpSync(room, join(folder, room), { recursive: true })
  return join(folder, 'flows')
}

describe('npm run flows', () => {
  it('tells of good content in one line how much there is', () => {
    const { lines, code } = run([], NOW)
    expect(text(lines)).toMatch(
      /^Good: \d+ flows, \d+ steps, \d+ rows, \d+ advice items, \d+ cases, \d+ texts, \d+ phrases, \d+ languages \(en, fi-simple, fi, sv\)\.$/,
    )
    expect(code).toBe(0)
  })

  it('tells of each problem where it is and what to do, and fails', () => {
    const flows = fresh()
    change('flows/money.yaml', 'next: coping', 'next: copping')
    change('locales/fi/money.json', 'Mikä raha-asioissa on vaikeaa?', 'Sinulla on oikeus rahaan.')
    const { lines, code } = run([flows], NOW)
    expect(lines.map((line) => line.replace(/^\S*?\/(flows|locales)\//, '$1/'))).toEqual([
      expect.stringMatching(
        /^flows\/money\.yaml:\d+:\d+ "copping" is not a step of this flow\. Did you mean "coping"\?$/,
      ),
      expect.stringMatching(
        /^locales\/fi\/money\.json:2:23 "Sinulla on oikeus" sounds like a decision\. .+ \(and 3 places more: \S+en\/money\.json:2, \S+fi-simple\/money\.json:2, \S+sv\/money\.json:2\)$/,
      ),
      '2 problems.',
    ])
    expect(code).toBe(1)
  })

  it('takes the words of the repository when none stand beside the folder', () => {
    expect(run([fresh(['flows'])], NOW).code).toBe(0)
  })

  it('leaves each phrase out in turn when it is asked, and tells where those stand that are not found again', () => {
    const flows = fresh()
    const few = (name: string, more = '') =>
      `  ${name}:\n${['aamulla', 'illalla', 'kotona'].map((when) => `    - ${name} ${when}\n`).join('')}${more}`
    const phrases = `areas:\n${few('money')}${few('debts')}${few('housing')}${few('caring', '    - xylofoni\n')}`
    writeFileSync(join(folder, 'locales/fi/phrases.yaml'), phrases)
    for (const language of ['sv', 'en']) rmSync(join(folder, 'locales', language, 'phrases.yaml'))
    const { lines, code } = run(['--phrases', flows], NOW)
    const told = lines.filter((line) => !line.includes('Warning:'))
    expect(told[0]).toMatch(
      /^fi: 13 phrases, each left out in turn: \d+ % lead first .+ \d+ % among the three/,
    )
    expect(told).toContainEqual(
      expect.stringMatching(
        /locales\/fi\/phrases\.yaml:18:7 "xylofoni" \(caring\) is not found by the other phrases: money, debts, housing come instead\.$/,
      ),
    )
    expect(code).toBe(0)
    expect(text(run([flows], NOW).lines)).not.toContain('left out')
  })

  it('draws a map before it tells of problems', () => {
    const map = text(run(['--map'], NOW).lines)
    expect(map).toMatch(/^guidance\.yaml\n {2}strip {2}“/)
    expect(map).toMatch(/\nrouting\.yaml\n[\s\S]+\n\nGood: /)
  })

  long('warns of what is overdue on a day, and passes', () => {
    const { lines, code } = run(['--today', '2028-01-01'], NOW)
    expect(lines.filter((line) => /: Warning: |\d Warning: /.test(line)).length).toBeGreaterThan(5)
    expect(code).toBe(0)
    expect(text(run(['--today'], NOW).lines)).not.toContain('was to be checked again')
    expect(run(['--today=2028-01-01'], NOW).lines).toEqual(lines)
  })

  it('refuses in a sentence what it does not understand', () => {
    expect(run(['--mpa'], NOW)).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^"--mpa" is not an option\. Usage: /)],
    })
    expect(run(['--today=soon'], NOW).lines[0]).toMatch(/^"soon" is not a day\. /)
    expect(run(['/nowhere/flows'], NOW).lines[0]).toMatch(/^There is no folder \/nowhere\/flows\. /)
  })

  long('is a command that a person can run', () => {
    const command = ['tools/run.mjs', 'flows']
    expect(execFileSync(process.execPath, command, { encoding: 'utf8' })).toMatch(/^Good: /)
    expect(spawnSync(process.execPath, [...command, '/nowhere'], { encoding: 'utf8' }).status).toBe(1)
  })
})
