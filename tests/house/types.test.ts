/** One `tsc -b` at the root looks at every file of ours, and each room keeps the walls of its own project. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { codeFiles, read } from '../support/house/sources.ts'

const TSC = path.resolve('node_modules/.bin/tsc')
/** What a bench compares with stands there as it would on a page or in a process: scripts without types. */
const PLAIN = /^tests\/.*\.mjs$/

const { references } = JSON.parse(read('tsconfig.json')) as { references: { path: string }[] }

const known = new Map<string, string[]>()
/** Files of a project as its configuration names them, from the root. */
function filesOf(project: string): string[] {
  const shown = () => execFileSync(TSC, ['-p', project, '--showConfig'], { encoding: 'utf8' })
  const files = known.get(project) ?? (JSON.parse(shown()) as { files: string[] }).files
  known.set(project, files)
  return files.map((file) => path.join(project, file))
}

const outside = (projects: string[]) => {
  const looked = new Set(projects.flatMap(filesOf))
  return codeFiles().filter((file) => !looked.has(file) && !PLAIN.test(file))
}

mkdirSync('node_modules/.cache', { recursive: true })
/** Where packages’ own types are found as from a room. */
const folder = mkdtempSync(path.resolve('node_modules/.cache/walls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler does not know of a text that stands in a room. */
function unknownIn(room: string, text: string): string[] {
  const project = {
    extends: path.resolve(room, 'tsconfig.json'),
    compilerOptions: { tsBuildInfoFile: path.join(folder, 'one.tsbuildinfo') },
    include: [],
    files: ['one.ts'],
  }
  writeFileSync(path.join(folder, 'one.ts'), text)
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(project))
  const { stdout, status } = spawnSync(TSC, ['-p', folder], { encoding: 'utf8' })
  const names = [...stdout.matchAll(/Cannot find name '(\w+)'/g)].map(([, name]) => name ?? '')
  if (status !== 0 && names.length === 0) throw new Error(stdout)
  return names
}

/** What a page, Node and both of them know. */
const TEXT = 'export const all = [document.title, process.cwd(), setTimeout(() => {}, 1)]'

describe('the types of the house', () => {
  it('the root’s project names every room, so that one command and every editor see all files', () => {
    expect(outside(references.map((one) => one.path))).toEqual([])
  })

  it('sees a room that the root does not name (red twin)', () => {
    const rooms = references.map((one) => one.path).filter((room) => room !== 'tools')
    expect(outside(rooms)).toContain('vite.config.ts')
  })

  it.each([
    ['core', ['document', 'process', 'setTimeout']],
    ['widget', ['process']],
    ['desk', ['process']],
    ['server', ['document']],
  ])('%s does not know %j', (room, names) => {
    expect(unknownIn(room, TEXT)).toEqual(names)
  })
})
