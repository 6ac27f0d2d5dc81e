/** `npm run translated`: who translated what, written by a command and never by hand. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../server/commands/translated/command.ts'

const FINNISH = {
  hello: 'Hei',
  'price.unit': '{{value}} €',
  place: 'Laukaa',
  left_one: '{{count}} jäi',
  left_other: '{{count}} jäi',
}
const SWEDISH = {
  hello: 'Hej',
  'price.unit': '{{value}} €',
  place: 'Laukaa',
  left_one: 'En blev',
  left_other: '{{count}} blev',
}

describe('npm run translated', () => {
  let locales = ''
  const file = (...names: string[]) => join(locales, ...names)
  const write = (name: string, value: object) => writeFileSync(file(name), JSON.stringify(value))
  const states = () => JSON.parse(readFileSync(file('sv/tea.state.json'), 'utf8'))
  const makers = () =>
    Object.fromEntries(Object.entries(states()).map(([key, state]) => [key, (state as { by: string }).by]))
  const say = (...args: string[]) => run(args, locales)

  beforeEach(() => {
    locales = mkdtempSync(join(tmpdir(), 'locales-'))
    for (const folder of ['fi', 'sv', 'notes']) mkdirSync(file(folder))
    write('fi/tea.json', FINNISH)
    write('sv/tea.json', SWEDISH)
    write('sv/language.json', { lang: 'sv', dir: 'ltr', name: 'svenska' })
  })
  afterEach(() => rmSync(locales, { recursive: true, force: true }))

  it('says of every new text that a program made it, and of one without words that it is the same', () => {
    expect(say('sv')).toEqual({
      lines: [
        'sv/tea: 5 written, 0 removed; 4 by machine, 0 by people, 1 the same.',
        '  place: word for word as in fi. Translate it, or give the key and --by same.',
      ],
      code: 0,
    })
    expect(makers()).toMatchObject({ hello: 'machine', 'price.unit': 'same', left_one: 'machine' })
    expect(readFileSync(file('sv/tea.state.json'), 'utf8').split('\n')).toHaveLength(8)
  })

  it('tells nothing of a form of Finnish that is word for word as in Finnish', () => {
    mkdirSync(file('fi-simple'))
    write('fi-simple/tea.json', { place: FINNISH.place })
    expect(say('fi-simple').lines).toEqual([
      'fi-simple/tea: 1 written, 0 removed; 1 by machine, 0 by people, 0 the same.',
    ])
  })

  it('writes nothing anew when nothing has changed', () => {
    say('sv', 'tea', '--by', 'human')
    const before = readFileSync(file('sv/tea.state.json'), 'utf8')
    expect(say('sv').lines[0]).toMatch(/^sv\/tea: 0 written/)
    expect(readFileSync(file('sv/tea.state.json'), 'utf8')).toBe(before)
  })

  it('takes back what a person had read when the translation changes, and forgets what is gone', () => {
    say('sv', 'tea', '--by=human')
    const { hello: _, ...rest } = SWEDISH
    write('sv/tea.json', { ...rest, place: 'Laukas' })
    expect(say('sv', 'tea').lines).toEqual([
      'sv/tea: 1 written, 1 removed; 1 by machine, 2 by people, 1 the same.',
    ])
    expect(makers()).toMatchObject({ place: 'machine', left_one: 'human' })
  })

  it('keeps a stale translation stale until it changes, or somebody says that it holds', () => {
    say('sv', 'tea', '--by', 'human')
    const before = states().hello
    write('fi/tea.json', { ...FINNISH, hello: 'Terve' })
    expect(say('sv').lines).toContain(
      '  hello: made from an older text. Correct it, or put the key after the command if it holds as it is.',
    )
    expect(states().hello).toEqual(before)
    expect(say('sv', 'tea', 'hello', '--by', 'human').lines.join('\n')).not.toContain('older text')
    expect(states().hello).toMatchObject({ text: before.text, by: 'human' })
    expect(states().hello.source).not.toBe(before.source)
  })

  it('marks every text of a file that somebody has read, or one that is alike on purpose', () => {
    say('sv')
    say('sv', 'tea', '--by', 'human', '--all')
    expect(makers()).toMatchObject({ hello: 'human', place: 'human', 'price.unit': 'same' })
    expect(say('sv', 'tea', 'place', '--by', 'same').lines).toHaveLength(1)
    expect(makers()).toMatchObject({ hello: 'human', place: 'same' })
  })

  it('tells how far each language is, and writes nothing', () => {
    say('sv')
    expect(say().lines).toEqual(['sv: 5 texts of 5 in fi; 4 by machine, 0 by people, 1 the same.'])
  })

  it.each([
    [['sw'], /^There is no language "sw" to mark: sv\. Usage: /],
    [['fi'], /^There is no language "fi" to mark/],
    [['sv', 'coffee'], /^There is no file sv\/coffee\.json\./],
    [['sv', 'tea', 'bye'], /^sv\/tea\.json has no text "bye"\.$/],
    [['sv', '--by', 'me'], /^--by is machine, human, same, not "me"\. Usage: /],
    [['sv', '--every'], /^"--every" is not an option\. Usage: /],
  ])('refuses %j in a sentence', (args, sentence) => {
    const { lines, code } = say(...args)
    expect([lines[0], code]).toEqual([expect.stringMatching(sentence), 1])
  })

  it('refuses a file that cannot be read', () => {
    writeFileSync(file('sv/tea.json'), '{ "hello": ')
    expect(say('sv').lines[0]).toMatch(
      /tea\.json cannot be read as JSON .*: npm run flows shows the place\.$/,
    )
  })

  it('is a command that a person can run', () => {
    cpSync('locales', locales, { recursive: true })
    const command = ['tools/run.mjs', 'translated']
    expect(execFileSync(process.execPath, command, { encoding: 'utf8' })).toMatch(
      /^(\S+: \d+ texts of \d+ .*)?\n/,
    )
  })
})
