/** What chat and desk say by name has its words: a key that nobody wrote would be shown to people as it stands. */
import { describe, expect, it } from 'vitest'
import { loadWords } from '../support/content.ts'
import { codeFiles, read } from '../support/house/sources.ts'
import { type Node, nodesIn, textOf, treeOf } from '../support/house/syntax.ts'

/** In an act's form the name of a text may be an attribute. */
const ATTRIBUTES = ['title', 'submit', 'leave', 'legend', 'question']
const KEY = /^([a-z]+:)?[a-z][\w-]*(\.[\w-]+)+$/i

const words = loadWords('fi')
/** What a room calls its own texts. */
const ownOf = (file: string) => (file.startsWith('desk/') ? 'desk:' : '')

/** The beginning of a template, up to the first place to fill. */
const beginningOf = (node: Node): string | undefined => {
  if (node.type !== 'TemplateLiteral') return undefined
  const [first] = node.quasis as { value: { cooked: string } }[]
  return first && /[.:]/.test(first.value.cooked) ? first.value.cooked : undefined
}

type Asked = { file: string; key: string; isWhole: boolean }
const asked = (file: string, node: unknown): Asked[] => {
  const [whole, begun] = [textOf(node), node ? beginningOf(node as Node) : undefined]
  const key = whole ?? begun
  if (key === undefined || (whole !== undefined && !KEY.test(whole))) return []
  return [{ file, key: key.includes(':') ? key : `${ownOf(file)}${key}`, isWhole: whole !== undefined }]
}

/** Every text that a source names by itself: `say('act.take')`, `t('widget:form.name')`, `title="close.title"`. */
function askedIn(file: string, text: string): Asked[] {
  return [...nodesIn(treeOf(file, text))].flatMap((node) => {
    if (node.type === 'JSXAttribute' && file.startsWith('desk/'))
      return ATTRIBUTES.includes(String((node.name as Node).name)) ? asked(file, node.value) : []
    const { callee, arguments: given } = node as { callee?: Node; arguments?: Node[] }
    if (node.type !== 'CallExpression' || !callee) return []
    const name = callee.type === 'MemberExpression' ? (callee.property as Node).name : callee.name
    if (name !== 'say' && name !== 't') return []
    const [first] = given ?? []
    // `say(busy ? 'act.sending' : 'act.send')` names two
    const both = first?.type === 'ConditionalExpression' ? [first.consequent, first.alternate] : [first]
    return both.flatMap((one) => asked(file, one))
  })
}

const isSaid = ({ key, isWhole }: Asked) => {
  const [namespace = '', name = ''] = key.split(/:(.*)/s)
  const known = Object.keys(words[namespace] ?? {})
  return known.some((one) => (isWhole ? one === name || one.startsWith(`${name}_`) : one.startsWith(name)))
}
const lacking = (all: Asked[]) => all.filter((one) => !isSaid(one)).map(({ file, key }) => `${file}: ${key}`)

describe('a text that is said by its name', () => {
  const all = codeFiles()
    .filter((file) => /^(desk|widget|core\/say)\/.*\.tsx?$/.test(file))
    .flatMap((file) => askedIn(file, read(file)))

  it('has words in the first language, from which every other one is held', () => {
    expect(all.length).toBeGreaterThan(300)
    expect(lacking(all)).toEqual([])
  })

  it('that nobody has written is seen (red twin)', () => {
    const of = (text: string, file = 'desk/a.tsx') => lacking(askedIn(file, text))
    expect(of("say('act.takes')")).toEqual(['desk/a.tsx: desk:act.takes'])
    expect(of("say(late ? 'act.takes' : 'act.take')")).toHaveLength(1)
    expect(of('<ActFrame title="remind.title" />')).toHaveLength(1)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source text
    expect(of('say(`acts.${name}`)')).toHaveLength(1)
    expect(of("speech.t('widget:form.email')", 'widget/a.ts')).toHaveLength(1)
    expect(of("say('act.take')")).toEqual([])
  })
})
