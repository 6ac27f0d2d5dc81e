/** The commands of `npm run …` as they are built: without a loader of TypeScript, and again only when their sources changed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildParts } from '../../tools/build-parts.mjs'
import { builtCommands } from '../../tools/commands.mjs'
import { COMMAND_SOURCES, sourceHash } from '../../tools/stale.mjs'
import { fault } from '../support/broken.ts'
import { long } from '../support/long.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const names = Object.entries(scripts).flatMap(([name, run]) =>
  /^node (--\S+ )*tools\/run\.mjs (\w+)$/.exec(run)?.[2] === name ? [name] : [],
)

describe('the built commands', () => {
  it('are all that npm runs of server/commands/, none with a loader', () => {
    const commands = readdirSync('server/commands')
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => scripts[file.replace(/\.ts$/, '')] ?? [])
    expect(commands).toHaveLength(7)
    expect(names).toHaveLength(commands.length)
    expect(readdirSync(builtCommands())).toEqual(expect.arrayContaining(names.map((name) => `${name}.js`)))
  })

  it('stand in a folder named after their sources, and are built once', () => {
    const folder = builtCommands()
    expect(relative('dist/commands', folder)).toBe(sourceHash(COMMAND_SOURCES).slice(0, 16))
    const again = spawnSync(process.execPath, ['tools/run.mjs', 'flows', '/nowhere'], { encoding: 'utf8' })
    expect(again.stderr).toBe('')
    expect(again.stdout).toMatch(/^There is no folder \/nowhere\. /)
    expect(again.status).toBe(1)
  })

  it('are made of nothing but the sources that are looked at, and of packages', () => {
    const folder = builtCommands()
    const maps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.map'),
    )
    const sources = maps.flatMap((name) => {
      const { sources } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { sources: string[] }
      return sources.map((source) => relative('.', resolve(folder, name, '..', source)))
    })
    expect(sources.length).toBeGreaterThan(100)
    const known = ['node_modules', ...COMMAND_SOURCES]
    const others = sources.filter((source) => !known.some((room) => source.startsWith(`${room}/`)))
    expect(others.filter((source) => !source.includes('\0'))).toEqual([])
  })

  it('check content from another folder as well as from here', () => {
    const run = resolve('tools/run.mjs')
    const elsewhere = spawnSync(process.execPath, [run, 'flows', '--mpa'], { cwd: '/', encoding: 'utf8' })
    expect(elsewhere.stdout).toMatch(/^"--mpa" is not an option\. /)
    expect(elsewhere.stderr).toBe('')
  })
})

/** Does a check of content that was changed after it had been checked say what is wrong with it now? */
function tellsOfAChange(commands: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'changed-'))
  const check = (line: string) => {
    writeFileSync(join(folder, 'guidance.yaml'), `${line}\nsteps: { tea: { end: true } }\n`)
    return spawnSync(process.execPath, [join(commands, 'flows.js'), folder], { encoding: 'utf8' }).stdout
  }
  try {
    const [tea, cake] = ['start: teaa', 'start: cake'].map(check) as [string, string]
    expect(tea).toContain('"teaa" is not a step')
    return cake.includes('"cake" is not a step')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the built check', () => {
  it('never gives the former answer to content that was changed', () => {
    expect(tellsOfAChange(builtCommands())).toBe(true)
  })

  long('would, if it looked at the names and lengths of the files alone (red twin)', async () => {
    const outDir = resolve('dist/broken/0123456789abcdef')
    const forgets = { file: 'server/commands/flows/kept.ts', find: '.update(bytes)', put: '' }
    await buildParts({ parts: ['commands'], outDir, plugins: [fault(forgets)] })
    expect(tellsOfAChange(outDir)).toBe(false)
  })
})
