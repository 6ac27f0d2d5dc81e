/** A red twin breaks the source where it stands now: one that has moved away would leave the server whole, and show nothing. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeFiles, read } from '../support/house/sources.ts'
import { declared, givenTo, type Node, nodesIn, textOf, treeOf } from '../support/house/syntax.ts'

type Twin = { at: string; file: string | undefined; find: string | undefined }

/** Written down as a name, a text is the one that the name was given. */
const said = (tree: Node, value: unknown) => {
  const node = value as Node | undefined
  return textOf(node?.type === 'Identifier' ? declared(tree, String(node.name)) : node)
}

/** Every deliberate fault of a source text: an object with `file`, `find` and `put`. */
function twinsIn(at: string, text: string): Twin[] {
  const tree = treeOf(at, text)
  return [...nodesIn(tree)]
    .filter((node) => node.type === 'ObjectExpression' && givenTo(node, 'find') && givenTo(node, 'put'))
    .map((node) => ({ at, file: said(tree, givenTo(node, 'file')), find: said(tree, givenTo(node, 'find')) }))
}

const places = ({ file, find }: Twin) =>
  file && find && existsSync(file) ? read(file).split(find).length - 1 : 0
const lost = (twins: Twin[]) => twins.filter((twin) => places(twin) !== 1)

describe('a deliberate fault', () => {
  const twins = codeFiles()
    .filter((file) => /^tests\/.*\.ts$/.test(file) && file !== 'tests/support/broken.ts')
    .flatMap((file) => twinsIn(file, read(file)))

  it('finds its text exactly once where it is to be put', () => {
    expect(twins.length).toBeGreaterThan(30)
    expect(lost(twins)).toEqual([])
  })

  it('that has moved to another file, or is written otherwise by now, is seen (red twin)', () => {
    const one = (file: string, find: string) =>
      twinsIn('t.ts', `const f = { file: '${file}', find: ${find}, put: '' }`)
    expect(lost(one('server/process.ts', "'log.fatal({ err })\\n    process.exit(1)'"))).toEqual([])
    expect(lost(one('server/main.ts', "'log.fatal({ err })\\n    process.exit(1)'"))).toHaveLength(1)
    expect(lost(one('server/gone.ts', "'x'"))).toHaveLength(1)
    expect(lost(one('server/process.ts', "'const '"))).toHaveLength(1)
  })
})
