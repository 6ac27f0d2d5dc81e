/** The answer of `npm run flows` that is given again: only where nothing could be said otherwise. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kept } from '../../server/commands/flows/kept.ts'
import { wishOf } from '../../server/commands/flows/wish.ts'

const MONDAY = new Date('2026-11-23T10:00:00')
const TUESDAY = new Date('2026-11-24T10:00:00')

describe('a former answer', () => {
  let folder = ''
  let flows = ''
  let made = 0
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-'))
    flows = join(folder, 'flows')
    for (const room of ['flows', 'locales']) cpSync(room, join(folder, room), { recursive: true })
    made = 0
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const keeping = () => ({ version: 'a', folder: join(folder, 'answers') })
  type Asked = { args?: string[]; now?: Date; version?: string | undefined; meanwhile?: () => void }
  const ask = async ({ args = [], now = MONDAY, meanwhile, ...more }: Asked = {}) =>
    kept(wishOf([flows, ...args], now), { ...keeping(), ...more }, async () => {
      made += 1
      meanwhile?.()
      return { lines: [`answer ${made}`], code: 1 }
    })
  const answer = async (asked: Asked = {}) => (await ask(asked)).lines[0]
  const write = (file: string) =>
    writeFileSync(join(folder, file), `${readFileSync(join(folder, file), 'utf8')}\n`)
  const files = () => readdirSync(keeping().folder).map((name) => join(keeping().folder, name))

  it('is given again, its code too, as long as the content is the same', async () => {
    const first = await ask()
    expect(await ask()).toEqual(first)
    expect(first).toEqual({ lines: ['answer 1'], code: 1 })
    expect(made).toBe(1)
  })

  it('is not given when a file has one sign more, is new, or is gone', async () => {
    await ask()
    write('flows/money.yaml')
    expect(await answer()).toBe('answer 2')
    write('locales/fi/money.json')
    expect(await answer()).toBe('answer 3')
    cpSync(join(flows, 'money.yaml'), join(flows, 'money-2.yaml'))
    expect(await answer()).toBe('answer 4')
    rmSync(join(flows, 'money-2.yaml'))
    expect(await answer()).toBe('answer 3')
  })

  it('is not given when two files have only changed places', async () => {
    const [one, other] = ['money', 'debts'].map((name) => join(flows, `${name}.yaml`)) as [string, string]
    const [text, otherText] = [readFileSync(one), readFileSync(other)]
    await ask()
    writeFileSync(one, otherText)
    writeFileSync(other, text)
    expect(await answer()).toBe('answer 2')
  })

  it('belongs to what was asked: the map, and the day that is today', async () => {
    await ask()
    expect(await answer({ args: ['--map'] })).toBe('answer 2')
    expect(await answer({ args: ['--today'] })).toBe('answer 3')
    expect(await answer({ args: ['--today'], now: TUESDAY })).toBe('answer 4')
    expect(await answer({ args: ['--today=2026-11-23'] })).toBe('answer 3')
    expect(await answer({ now: TUESDAY })).toBe('answer 1')
  })

  it('belongs to the check that gave it; of one that has no version none is kept', async () => {
    await ask()
    expect(await answer({ version: 'b' })).toBe('answer 2')
    expect(await answer({ version: undefined })).toBe('answer 3')
    expect(await answer({ version: undefined })).toBe('answer 4')
    expect(files()).toHaveLength(2)
  })

  it('that is not as it was written is made anew, without a word', async () => {
    await ask()
    const [file = ''] = files()
    const whole = readFileSync(file, 'utf8')
    const damaged = ['', whole.slice(0, -1), whole.replace('answer', 'Answer'), 'x\n{}', '\0']
    for (const [index, text] of damaged.entries()) {
      writeFileSync(file, text)
      expect(await answer()).toBe(`answer ${index + 2}`)
    }
    rmSync(keeping().folder, { recursive: true })
    writeFileSync(keeping().folder, 'a file where the folder should be')
    expect(await answer()).toBe('answer 7')
  })

  it('is not kept of content that was written while it was checked, nor of what was refused', async () => {
    expect(await answer({ meanwhile: () => write('flows/money.yaml') })).toBe('answer 1')
    expect(await answer()).toBe('answer 2')
    await ask({ args: ['--mpa'] })
    expect(await answer({ args: ['--mpa'] })).toBe('answer 4')
  })

  it('stands nowhere among the content, and the oldest go', async () => {
    const before = readdirSync(folder, { recursive: true }).length
    for (let day = 1; day <= 45; day++) await ask({ args: [`--today=2026-12-01`], version: `${day}` })
    expect(files()).toHaveLength(40)
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before + 41)
  })
})
