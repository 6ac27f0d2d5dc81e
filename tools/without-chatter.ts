/**
 * Leaves out of the app what our words never use of i18next: its messages to developers, which speak only in a debug mode,
 * its formats of numbers and dates inside texts (a test sees to it that no text asks for one), and how it would fetch words by
 * itself, while ours are given to it.
 */
import { type Plugin, parseAst } from 'vite'

const SAID = ['warn', 'log', 'deprecate', 'once']
const FORMATS = 'formatter = Formatter;'

type Node = { type?: string; name?: string; start: number; end: number } & Partial<
  Record<'callee' | 'object' | 'property', { type?: string; name?: string; object?: Node; property?: Node }>
>

/** Is it `….logger.warn(…)` or a sister of it? */
const isSaid = ({ type, callee }: Node) =>
  type === 'CallExpression' &&
  callee?.type === 'MemberExpression' &&
  callee.object?.type === 'MemberExpression' &&
  callee.object.property?.name === 'logger' &&
  SAID.includes(callee.property?.name ?? '')

function* saidIn(node: unknown): Generator<[start: number, end: number]> {
  if (!node || typeof node !== 'object') return
  const { start, end } = node as Node
  if (!Array.isArray(node) && isSaid(node as Node)) return yield [start, end]
  for (const child of Object.values(node)) yield* saidIn(child)
}

type Method = Node & { kind: string; key: { name?: string } }
type Class = Node & { id?: { name: string }; body?: { body: Method[] } }

/** How words are fetched (of `Connector` only its making stays), and what an instance could do besides speaking. */
const UNUSED: Record<string, (method: string) => boolean> = {
  Connector: () => true,
  I18n: (method) => ['loadNamespaces', 'loadLanguages', 'dir', 'cloneInstance'].includes(method),
}

/** Where the methods stand that nobody calls. */
const unused = (code: string): [start: number, end: number][] =>
  (parseAst(code).body as Class[])
    .filter(({ type }) => type === 'ClassDeclaration')
    .flatMap(({ id, body }) =>
      (body?.body ?? []).filter(
        ({ kind, key }) => kind === 'method' && UNUSED[id?.name ?? '']?.(key.name ?? ''),
      ),
    )
    .map(({ start, end }) => [start, end])

/** A Vite plugin; it saves 3.7 kB of the 43 and fails the build when the library no longer looks as it did. */
export const withoutChatter = (): Plugin => ({
  name: 'without-chatter',
  transform(code, id) {
    if (!/i18next\/dist\/esm\/i18next\.js$/.test(id)) return undefined
    const methods = unused(code)
    const said = [...saidIn(parseAst(code))].filter(
      ([at]) => !methods.some(([start, end]) => start < at && at < end),
    )
    if (said.length === 0 || methods.length === 0 || !code.includes(FORMATS))
      throw new Error('i18next has changed: look at tools/without-chatter.ts')
    const cuts = [
      ...said.map(([start, end]) => ({ start, end, put: 'void 0' })),
      ...methods.map(([start, end]) => ({ start, end, put: '' })),
    ].sort((a, b) => b.start - a.start)
    let quiet = code
    for (const { start, end, put } of cuts) quiet = `${quiet.slice(0, start)}${put}${quiet.slice(end)}`
    return { code: quiet.replace(FORMATS, ''), map: null }
  },
})
