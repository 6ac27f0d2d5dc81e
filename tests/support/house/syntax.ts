/** Source texts as trees, for the tests that look at how the house is written. */
import path from 'node:path'
import { parseSync } from 'vite'

export type Node = { type: string; start: number; end: number } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** What stands directly in a node, in the order it is written. */
export const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** The tree of a source text. @throws when it cannot be read */
export function treeOf(file: string, text: string): Node {
  const { program, errors } = parseSync(path.basename(file), text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  return program as unknown as Node
}

/** Every node at or under one. */
export function* nodesIn(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* nodesIn(child)
}

/** The text of a literal or of a template without places to fill; of others nothing. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  const quasis = (node.type === 'TemplateLiteral' ? node.quasis : []) as { value: { cooked: string } }[]
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined
}

/** The value that an object literal gives a key. */
export const givenTo = (object: Node, key: string): unknown =>
  (object.properties as Node[] | undefined)?.find(
    ({ type, key: name }) => type === 'Property' && isNode(name) && name.name === key,
  )?.value

/** What a name is given where it is declared in the same text: `const phone = '…'`. */
export function declared(tree: Node, name: string): unknown {
  for (const node of nodesIn(tree))
    if (node.type === 'VariableDeclarator' && isNode(node.id) && node.id.name === name) return node.init
  return undefined
}
