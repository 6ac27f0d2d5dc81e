/** From a path inside a parsed file to the line and column where a person finds it. */
import { isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { Locate, Path, Position } from '#core/check/base/problem.ts'
import type { ParsedText } from './parse-text.ts'

const keyOf = (pair: Pair): unknown => (isScalar(pair.key) ? pair.key.value : pair.key)

type Found = { key?: Node; value?: Node }

/** One step down; nothing when the file has no such part. */
function down(node: Node | undefined, part: string | number): Found | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && String(keyOf(item)) === String(part))
    return pair && { key: pair.key as Node, value: (pair.value ?? pair.key) as Node }
  }
  if (isSeq(node)) {
    const item = node.items[Number(part)] as Node | undefined
    return item && { value: item }
  }
  return undefined
}

/** Follows the path as far as the file goes. */
function follow(root: Node | undefined, path: Path): Found {
  let found: Found = root ? { value: root } : {}
  for (const part of path) {
    const next = down(found.value, part)
    if (!next) return found
    found = next
  }
  return found
}

const start = (node: Node | undefined): number | undefined => node?.range?.[0]

/** Finds positions in files parsed before; of what is not there, the nearest thing around it. */
export function locator(parsed: Map<string, ParsedText>, show: (name: string) => string): Locate {
  return (file, path, part = 'value'): Position => {
    const tree = parsed.get(file)?.tree()
    const found = tree ? follow(tree.document.contents as Node | undefined, path) : {}
    const offset = part === 'key' ? (start(found.key) ?? start(found.value)) : start(found.value)
    if (tree === undefined || offset === undefined) return { file: show(file), line: 1, column: 1 }
    const { line, col } = tree.lines.linePos(offset)
    return { file: show(file), line: Math.max(1, line), column: Math.max(1, col) }
  }
}
