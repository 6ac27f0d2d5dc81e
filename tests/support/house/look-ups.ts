/**
 * Finds code that looks up a name of the content by itself. It asks the compiler: a text is looked up where it meets a
 * value of which no closed list is known (`id === 'safety'`, `answers['asker']`, `chosen(replay, 'asker')`). Where the
 * other side can only be one of a list that code writes itself (a status, a kind of question), the text is a word of code.
 * The compiler's interface is the one that TypeScript 7 calls unstable: nothing but this file knows it.
 */
import path from 'node:path'
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast'
import {
  API,
  type Checker,
  type Project,
  type Type,
  TypeFlags,
  type UnionType,
} from 'typescript/unstable/sync'

export type LookUp = { at: string; name: string }
type Room = 'core' | 'server' | 'desk' | 'widget'
type Seen = { node: Node; name: string }
type Names = ReadonlySet<string>
type Ground = { names: Names; flows: readonly string[]; constants: Constants }
// the parts of nodes that are looked at; every kind of node has some of them
interface Parts extends Node {
  text: string
  elements?: Parts[]
  properties?: Parts[]
  arguments?: Parts[]
  name?: Parts
  propertyName?: Parts
  initializer?: Parts
  expression?: Parts
  argumentExpression?: Parts
  left?: Parts
  right?: Parts
  operatorToken?: Node
  parent: Parts
}

const parts = (node: Node) => node as unknown as Parts
const isText = ({ kind }: Node) =>
  kind === SyntaxKind.StringLiteral || kind === SyntaxKind.NoSubstitutionTemplateLiteral
const EQUALS: unknown[] = [
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
]
/** Ways to ask a list of texts for one. */
const ASKS = ['includes', 'indexOf', 'has', 'get']

function each(node: Node, visit: (node: Parts) => void): void {
  visit(parts(node))
  node.forEachChild((child) => each(child, visit))
}

/** The names that a list, a set or a table is made of: `['a', 'b']`, `new Set(['a'])`, `{ a: 1 }`. */
function written(node: Parts | undefined, names: Names): string[] {
  const made = node?.kind === SyntaxKind.AsExpression ? node.expression : node
  const list = made?.kind === SyntaxKind.NewExpression ? made.arguments?.[0] : made
  const all = (list?.elements ?? list?.properties ?? []).map((one) => one.name ?? one)
  return all.map(({ text }) => text).filter((text) => names.has(text))
}

/** Constants that hold names (a text, a list, a table), by what they are called. */
type Constants = Map<string, string[]>
function constantsOf(file: SourceFile, names: Names): Constants {
  const found: Constants = new Map()
  const add = (called: Parts | undefined, value: Parts | undefined) => {
    const bare = value?.kind === SyntaxKind.AsExpression ? value.expression : value
    const held = bare && isText(bare) ? [bare.text].filter((text) => names.has(text)) : written(bare, names)
    if (called && held.length > 0) found.set(called.text, held)
  }
  each(file, ({ kind, name, initializer }) => {
    if (kind !== SyntaxKind.VariableDeclaration || !name || !initializer) return
    if (name.kind === SyntaxKind.Identifier) add(name, initializer)
    else if (name.kind === SyntaxKind.ArrayBindingPattern)
      for (const [at, element] of (name.elements ?? []).entries())
        add(element.name, initializer.elements?.[at])
  })
  return found
}

/** The constants of this file, and those that it imports from another of the room. */
function inReach(file: SourceFile, own: Constants, others: Iterable<Constants>): Constants {
  const imported: Constants = new Map()
  each(file, ({ kind, name }) => {
    if (kind !== SyntaxKind.ImportSpecifier || !name) return
    for (const constants of others) {
      const held = constants.get(name.text)
      if (held) imported.set(name.text, held)
    }
  })
  return new Map([...imported, ...own])
}

function isOpen(type: Type | undefined): boolean {
  if (!type) return false
  if (type.flags & TypeFlags.Union) return ((type as UnionType).getTypes() ?? []).some(isOpen)
  return (type.flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.String | TypeFlags.Intersection)) !== 0
}

/** A question's `ask` in content that nobody has vouched for yet: kinds of questions are words of the language. */
const isAsk = (node: Parts): boolean => (node.name ?? node).text === 'ask'

/** The object has no such field of its own: the name reaches into a record of whatever content says. */
const isRecordOf = (checker: Checker, node: Node, name: string): boolean => {
  const type = checker.getTypeAtLocation(node)
  const base = type && checker.getNonNullableType(type)
  return !!base && !(base.flags & TypeFlags.Any) && !checker.getPropertyOfType(base, name)
}

/** @param loose content as parsed, whose fields and files are words of the format, is looked into here */
function lookUpsIn(file: SourceFile, checker: Checker, ground: Ground, loose: boolean): Seen[] {
  const { names, flows, constants } = ground
  const found: Seen[] = []
  const textOf = (node: Parts | undefined): string[] =>
    !node
      ? []
      : isText(node)
        ? [node.text]
        : node.kind === SyntaxKind.Identifier
          ? (constants.get(node.text) ?? [])
          : []
  const see = (node: Node, candidates: string[], other?: Parts) => {
    const [name] = candidates.filter((one) => names.has(one))
    if (name !== undefined && (!other || (!isAsk(other) && isOpen(checker.getTypeAtLocation(other)))))
      found.push({ node, name })
  }
  const compared = (node: Parts, one: Parts | undefined, other: Parts | undefined) => {
    if (one && other) see(node, textOf(one), other)
  }
  const called = (node: Parts) => {
    const { expression } = node
    const [asked] = node.arguments ?? []
    if (asked && expression?.name && ASKS.includes(expression.name.text) && expression.expression) {
      const list = expression.expression
      const holds = list.kind === SyntaxKind.Identifier ? constants.get(list.text) : written(list, names)
      if (!isText(asked)) see(node, holds ?? [], asked)
    }
    if (loose) return
    for (const argument of node.arguments ?? []) {
      const texts = textOf(argument).filter((one) => names.has(one))
      if (texts.length === 0 || !isOpen(checker.getContextualType(argument as never))) continue
      // a list or a table passed on as a whole is no look-up
      if (isText(argument) || checker.getTypeAtLocation(argument)?.flags === TypeFlags.StringLiteral)
        see(argument, texts)
    }
  }
  const reached = (node: Parts, record: Parts | undefined, name: string | undefined) => {
    if (record && name && names.has(name) && !loose && isRecordOf(checker, record, name))
      found.push({ node, name })
  }
  each(file, (node) => {
    const { kind, left, right, expression, argumentExpression, operatorToken, name, parent } = node
    if (kind === SyntaxKind.BinaryExpression && EQUALS.includes(operatorToken?.kind)) {
      compared(node, left, right)
      compared(node, right, left)
    } else if (kind === SyntaxKind.CaseClause) compared(node, expression, parent?.parent?.expression)
    else if (kind === SyntaxKind.CallExpression) called(node)
    else if (kind === SyntaxKind.PropertyAccessExpression) reached(node, expression, name?.text)
    else if (kind === SyntaxKind.ElementAccessExpression) {
      for (const text of textOf(argumentExpression)) reached(node, expression, text)
      if (
        expression?.kind === SyntaxKind.Identifier &&
        argumentExpression &&
        textOf(argumentExpression).length === 0
      )
        see(node, constants.get(expression.text) ?? [], argumentExpression)
    } else if (kind === SyntaxKind.BindingElement && parent?.kind === SyntaxKind.ObjectBindingPattern)
      reached(node, parent, (node.propertyName ?? name)?.text)
    else if (isText(node) || kind === SyntaxKind.TemplateHead) {
      const flow = flows.find((id) => node.text.startsWith(`${id}:`))
      if (flow) found.push({ node, name: flow })
    }
  })
  return found
}

/** Here the texts are tables and columns, and a migration keeps the names of its day. */
const STORE = 'server/store/'
/** Where the language's own words and the names themselves are said. */
const SAID = ['core/flow/words.ts', 'core/flow/named.ts']

const filesOf = ({ program }: Project, room: Room, root: string): [string, SourceFile][] =>
  program
    .getSourceFileNames()
    .filter((name) => name.startsWith(`${root}/${room}/`))
    .map((name) => path.relative(root, name))
    .filter((name) => !name.startsWith(STORE) && !SAID.includes(name))
    .map((name): [string, SourceFile] => [name, program.getSourceFile(path.join(root, name)) as SourceFile])

/**
 * Every place of these rooms where code looks up one of the names by itself.
 * @param names of the content; `flows` those of them that are flows, with which addresses of texts begin
 * @param instead file → text that is read in its place
 */
export function lookUps(
  rooms: readonly Room[],
  { names, flows }: Pick<Ground, 'names' | 'flows'>,
  instead: Record<string, string> = {},
): LookUp[] {
  const root = process.cwd()
  const readFile = (name: string) => instead[path.relative(root, name)]
  const api = new API({ cwd: root, ...(Object.keys(instead).length > 0 && { fs: { readFile } }) })
  try {
    return rooms.flatMap((room) => {
      const config = path.join(root, room, 'tsconfig.json')
      const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
      if (!project) throw new Error(`${config} cannot be opened.`)
      const files = filesOf(project, room, root)
      const withCore = [...files, ...(room === 'core' ? [] : filesOf(project, 'core', root))]
      const constants = new Map(withCore.map(([, file]) => [file, constantsOf(file, names)]))
      return files.flatMap(([name, file]) => {
        const lineOf = (node: Node) => file.text.slice(0, node.getStart(file)).split('\n').length
        const own = constants.get(file) ?? new Map()
        const ground = { names, flows, constants: inReach(file, own, constants.values()) }
        return lookUpsIn(file, project.checker, ground, name.startsWith('core/check/')).map((one) => ({
          at: `${name}:${lineOf(one.node)}`,
          name: one.name,
        }))
      })
    })
  } finally {
    api.close()
  }
}
