/** Words as they travel: what many keys begin with is said once, which the bytes of a whole conversation need. */
import type { Words } from '../contract/content.ts'

/** Keys in their pieces (`coping.` → `question` → `_relative`); a text that has others below it stands under the empty key. */
export type NestedWords = { [piece: string]: string | NestedWords }

const PIECES = /(?<=\.)|(?=_)/

/** No name of a piece means anything but itself, `constructor` neither. */
const empty = () => Object.create(null) as NestedWords

/** What stands alone needs no level of its own. */
function alone(node: NestedWords): string | NestedWords {
  const pieces = Object.entries(node).map(
    ([piece, at]) => [piece, typeof at === 'string' ? at : alone(at)] as const,
  )
  const only = pieces.length === 1 ? pieces[0] : undefined
  return only?.[0] === '' && typeof only[1] === 'string'
    ? only[1]
    : Object.assign(empty(), Object.fromEntries(pieces))
}

function nest(texts: Record<string, string>): string | NestedWords {
  const whole = empty()
  for (const [key, text] of Object.entries(texts)) {
    let at = whole
    for (const piece of key.split(PIECES)) {
      const below = at[piece] ?? empty()
      at[piece] = below
      // a text always stands under the empty key while all of this is made
      at = below as NestedWords
    }
    at[''] = text
  }
  return alone(whole)
}

/** @returns namespace → key → text, its keys in pieces */
export const nested = (words: Words): NestedWords =>
  Object.fromEntries(Object.entries(words).map(([namespace, texts]) => [namespace, nest(texts)]))

function texts(node: string | NestedWords, key: string, into: Record<string, string>) {
  if (typeof node === 'string') into[key] = node
  else for (const piece in node) texts(node[piece] as string | NestedWords, key + piece, into)
  return into
}

/** @returns what `nested` was given; what was never nested stays as it is */
export const flat = (words: NestedWords): Words =>
  Object.fromEntries(Object.entries(words).map(([namespace, node]) => [namespace, texts(node, '', {})]))

/** Where, in the part of the advice, the items and the rows that ask for them stand beside the words. */
export const CATALOGUE = 'catalogue'
