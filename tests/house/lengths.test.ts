/**
 * The sizes of the house. A function is as long as its own lines: one that stands inside it counts for itself, or a room
 * that is opened (`openStore`, a hook, a component with its handlers) would be as long as all it holds.
 */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeFiles, read } from '../support/house/sources.ts'
import { childrenOf, type Node, treeOf } from '../support/house/syntax.ts'

const rooms = /^(core|widget|desk|server)\//
const linesOf = (file: string) => read(file).split('\n').length
const tooLong = (files: string[], most: number) =>
  files.map((file) => ({ file, lines: linesOf(file) })).filter(({ lines }) => lines > most)
const percentile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0

/** Folders with more files than that directly in them. */
function fullFolders(files: string[], most: number): string[] {
  const held = new Map<string, number>()
  for (const file of files) held.set(path.dirname(file), (held.get(path.dirname(file)) ?? 0) + 1)
  return [...held].filter(([, count]) => count > most).map(([folder, count]) => `${folder}: ${count}`)
}

type Sized = { file: string; name: string; whole: number; own: number; most: number }

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
/** What markup or a list of routes makes long without making it hard. */
const ROOMY = 90
const MOST = 60

/** Every function of a source text, by the name it is given. */
function functionsIn(file: string, text: string): Sized[] {
  const found: Sized[] = []
  const lineOf = (at: number) => text.slice(0, at).split('\n').length
  const mostOf = (name: string) =>
    (file.endsWith('.tsx') && /^[A-Z]/.test(name)) || /^server\/routes\/.*Routes$/.test(`${file}/${name}`)
      ? ROOMY
      : MOST
  const visit = (node: Node, given: string, around?: Sized) => {
    let inside = around
    const id = (node.id ?? node.key) as Node | null | undefined
    const name = typeof id?.name === 'string' ? id.name : FUNCTIONS.includes(node.type) ? given : ''
    if (FUNCTIONS.includes(node.type)) {
      const breaks = lineOf(node.end) - lineOf(node.start)
      inside = { file, name, whole: breaks + 1, own: breaks + 1, most: mostOf(name) }
      found.push(inside)
      if (around) around.own -= breaks
    }
    for (const child of childrenOf(node)) visit(child, name, inside)
  }
  visit(treeOf(file, text), '')
  return found
}
const tooRoomy = (functions: Sized[]) =>
  functions.filter(({ own, most }) => own > most).map(({ file, name, own }) => `${file} ${name}: ${own}`)

describe('the sizes of the house', () => {
  it('no file of the rooms is above 250 lines, no test above 400', () => {
    expect(
      tooLong(
        codeFiles().filter((file) => rooms.test(file)),
        250,
      ),
    ).toEqual([])
    expect(
      tooLong(
        codeFiles().filter((file) => file.startsWith('tests/')),
        400,
      ),
    ).toEqual([])
  })

  it('nine files of ten are at most 150 lines', () => {
    const lengths = codeFiles()
      .filter((file) => rooms.test(file))
      .map(linesOf)
    expect(percentile(lengths, 0.9)).toBeLessThanOrEqual(150)
  })

  const functions = codeFiles()
    .filter((file) => rooms.test(file) || file.startsWith('tools/'))
    .flatMap((file) => functionsIn(file, read(file)))

  it('no function has more than 60 lines of its own; a component with its markup or a plugin of routes 90', () => {
    expect(functions.length).toBeGreaterThan(2500)
    expect(tooRoomy(functions)).toEqual([])
  })

  it('nine functions of ten are at most 25 lines, all that stands inside them counted', () => {
    const named = functions.filter(({ name }) => name !== '').map(({ whole }) => whole)
    expect(percentile(named, 0.9)).toBeLessThanOrEqual(25)
  })

  it('no folder of the rooms or of the tests holds more than 25 files of code', () => {
    expect(fullFolders(codeFiles(), 25)).toEqual([])
  })

  it('sees a function that is too long, and a folder that is too full (red twin)', () => {
    const body = (lines: number) => '\n  one()'.repeat(lines)
    const text = `const long = () => {${body(70)}\n}\nfunction open() {${body(30)}\n  return () => {${body(40)}\n  }\n}`
    expect(tooRoomy(functionsIn('server/a.ts', text))).toEqual(['server/a.ts long: 72'])
    expect(tooRoomy(functionsIn('widget/a.tsx', `const Long = () => {${body(70)}\n}`))).toEqual([])
    expect(tooRoomy(functionsIn('widget/a.tsx', `const Long = () => {${body(90)}\n}`))).toHaveLength(1)
    expect(tooRoomy(functionsIn('server/routes/a.ts', `const aRoutes = () => {${body(70)}\n}`))).toEqual([])
    expect(fullFolders(['core/a/b.ts', 'core/a/c.ts', 'core/a/d/e.ts'], 1)).toEqual(['core/a: 2'])
  })

  it('sees a file that is too long (red twin)', () => {
    expect(tooLong(['package-lock.json'], 250)).toHaveLength(1)
  })
})
