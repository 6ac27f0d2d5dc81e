/** One text of YAML or JSON, strictly: no tabs, no anchors, no key twice. */
import {
  type Document,
  isAlias,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { Position, Problem } from '#core/check/base/problem.ts'
import { problemAt } from '#core/check/base/report.ts'
import { twice } from './twice.ts'
import { type Slip, slipBehind, slipIn, slipInWords } from './writing.ts'

/** What stands where in a file. */
export type Tree = { document: Document; lines: LineCounter }
/** `tree` is made when the first place is asked for: good files never need theirs. */
export type ParsedText = { value: unknown; problems: Problem[]; tree: () => Tree }

function treeOf(text: string): Tree {
  const lines = new LineCounter()
  const options = { lineCounter: lines, version: '1.2', prettyErrors: false, logLevel: 'error' } as const
  return { document: parseDocument(text, options), lines }
}

/** Parses a file. What is badly written has no value: guesses would only bring misleading problems after them. */
export function parseText(given: string, file: string, json: boolean): ParsedText {
  // a mark of byte order, as some programs write it, says nothing here
  const text = given.replace(/^\ufeff/, '')
  const slip = slipIn(text, json)
  if (slip) return broken(text, file, slip)
  const value = json ? flatJson(text) : undefined
  if (value !== undefined) {
    let tree: Tree | undefined
    return { value, problems: [], tree: () => (tree ??= treeOf(text)) }
  }
  const tree = treeOf(text)
  const at = (offset: number): Position => {
    const { line, col } = tree.lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const { document } = tree
  const problems = json ? jsonProblems(text, document, at) : yamlProblems(text, document, at)
  const notes = json || problems.length > 0 ? [] : lostAfterHash(document, at)
  if (problems.length === 0 && isEmpty(document)) problems.push(problemAt('file-empty', at(0)))
  return {
    value: problems.length > 0 ? undefined : plainValue(document),
    problems: [...problems, ...notes],
    tree: () => tree,
  }
}

/** A file that a slip in its writing makes unreadable. */
function broken(text: string, file: string, { code, offset, fill }: Slip): ParsedText {
  const lines = text.slice(0, offset).split('\n')
  const column = (lines.at(-1) ?? '').length + 1
  const problem = problemAt(code, { file, line: lines.length, column }, fill)
  return { value: undefined, problems: [problem], tree: () => treeOf('') }
}

/** A text, or the state of one as `npm run translated` writes it. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => typeof one === 'string'))

/** A file of texts or their states, one key a line and none twice: by far the most content, read the fast way. */
function flatJson(text: string): Record<string, unknown> | undefined {
  const keys = [...text.matchAll(/^[ \t]*"((?:[^"\\]|\\.)*)"\s*:/gm)].map(([, key]) => key)
  try {
    const value = JSON.parse(text)
    const values = Object.values(value ?? {})
    const isFlat = values.length > 0 && values.every(isPlain)
    return isFlat && keys.length === values.length ? value : undefined
  } catch {
    return undefined
  }
}

const isEmpty = (document: Document): boolean =>
  document.contents === null || (isScalar(document.contents) && document.contents.value === null)

/** Where people write sentences: a hash in the middle of one begins a comment, and the rest is lost. */
const SENTENCES = ['reason', 'situation', 'source', 'legalBasis', 'name', 'owner', 'author']
function lostAfterHash(document: Document, at: (offset: number) => Position): Problem[] {
  const found: Problem[] = []
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !SENTENCES.includes(String(key.value)) || !isScalar(value)) return
      const { comment, type, range } = value
      if (comment && type === 'PLAIN')
        found.push(problemAt('text-after-hash', at(range?.[0] ?? 0), { value: comment }, 'warning'))
    },
  })
  return found
}

/** The document as plain data; aliases are not followed. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

type At = (offset: number) => Position

function yamlProblems(text: string, document: Document, at: At): Problem[] {
  const tab = /^[ ]*\t/m.exec(text)
  if (tab) return [problemAt('yaml-tab', at(tab.index + tab[0].length - 1))]
  const behind = document.errors.length > 0 ? slipBehind(text) : undefined
  if (behind) return [problemAt(behind.code, at(behind.offset), behind.fill)]
  const problems = document.errors.slice(0, 1).map((error) => yamlProblem(error, document, text, at))
  return [...problems, ...anchors(document, at)]
}

const INDENTATION = ['BAD_INDENT', 'BAD_COLLECTION_TYPE', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']

function yamlProblem(error: YAMLError, document: Document, text: string, at: At): Problem {
  const place = at(error.pos[0])
  const detail = (error.message.split('\n')[0] ?? '').replace(/[.:]$/, '')
  if (error.code === 'DUPLICATE_KEY') {
    const name = wordAt(text, error.pos[0])
    const isRow = name === 'id' && /\n *$/.test(text.slice(0, error.pos[0]))
    const { code, fill } = twice(document, error.pos[0], name, (offset) => at(offset).line)
    return isRow ? problemAt('yaml-row-dash', place) : problemAt(code, place, fill)
  }
  if (error.code === 'BAD_ALIAS') return problemAt('yaml-alias', place, { name: wordAt(text, error.pos[0]) })
  if (/end with|closing/.test(detail)) {
    const opened = openedBefore(text, error.pos[0])
    const sign = text[opened] ?? ''
    return problemAt('yaml-unclosed', at(opened), { sign, closing: PAIRS[sign] ?? sign })
  }
  if (/compact mapping|implicit key/i.test(detail)) return problemAt('yaml-colon', place)
  if (INDENTATION.includes(error.code)) return problemAt('yaml-indentation', place)
  return problemAt('yaml-syntax', place, { detail })
}

const PAIRS: Record<string, string> = { '[': ']', '{': '}' }

/** Where the innermost quote or bracket that is still open at `end` was opened. */
function openedBefore(text: string, end: number): number {
  const open: { sign: string; offset: number }[] = []
  for (let offset = 0; offset < end; offset++) {
    const sign = text[offset] as string
    const inside = open.at(-1)
    if (inside && (inside.sign === '"' || inside.sign === "'")) {
      if (sign === inside.sign) open.pop()
    } else if (sign in PAIRS) open.push({ sign, offset })
    else if (inside && PAIRS[inside.sign] === sign) open.pop()
    else if ((sign === '"' || sign === "'") && /[\s,:[{]/.test(text[offset - 1] ?? ' '))
      open.push({ sign, offset })
  }
  return open.at(-1)?.offset ?? end
}

const wordAt = (text: string, offset: number): string => /^[^\s:,\]}]+/.exec(text.slice(offset))?.[0] ?? ''

function anchors(document: Document, at: At): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Node(_, node) {
      const name = isAlias(node)
        ? `*${node.source}`
        : (node as { anchor?: string }).anchor && `&${(node as { anchor?: string }).anchor}`
      if (name) problems.push(problemAt('yaml-alias', at((node as Node).range?.[0] ?? 0), { name }))
    },
  })
  return problems
}

function jsonProblems(text: string, document: Document, at: At): Problem[] {
  const double = document.errors.find((error) => error.code === 'DUPLICATE_KEY')
  if (double) {
    const name = wordAt(text, double.pos[0]).replace(/"/g, '')
    const { code, fill } = twice(document, double.pos[0], name, (offset) => at(offset).line)
    return [problemAt(code, at(double.pos[0]), fill)]
  }
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    const slip = slipInWords(text)
    if (slip) return [problemAt(slip.code, at(slip.offset), slip.fill)]
    const message = (error as Error).message
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? document.errors[0]?.pos[0] ?? text.length)
    if (/control character/.test(message)) return [problemAt('json-unseen-sign', at(offset))]
    const detail = message
      .replace(/ (in JSON )?at position.*$/s, '')
      .replace(/ in JSON$/, '')
      .replace(/, ".*$/s, '')
    return [problemAt('json-syntax', at(offset), { detail })]
  }
}
