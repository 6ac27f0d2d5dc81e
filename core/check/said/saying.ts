/** What the check says, apart from the language in which it says it: a kind of mistake and what fills its sentence. */
import english from './en.json' with { type: 'json' }

/** A language's sentences: for each kind of mistake, for small phrases in them, for what depends on a name. */
export type Sentences = typeof english
export type Code = keyof Sentences['problems']
export type PhraseName = keyof Sentences['phrases']

/** A phrase of the language, several words joined by one (`a text or a number`), or sentences one after the other. */
export type Saying =
  | { phrase: PhraseName; fill?: Fill }
  | { depends: keyof Sentences['named'] }
  | { or: SaidWord[] }
  | { sentences: SaidWord[] }
/** What may stand in the place of a `{name}`: as the editor wrote it, or said in the editor's language. */
export type SaidWord = string | number | Saying
export type Fill = { [name: string]: SaidWord }

/** A small fixed phrase that several sentences use. */
export const phrase = (name: PhraseName, fill?: Fill): Saying =>
  fill ? { phrase: name, fill } : { phrase: name }

const filled = (template: string, fill: Fill, by: Sentences): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => said(fill[name] ?? whole, by))

/** A word or phrase in a language. */
export function said(word: SaidWord, by: Sentences = english): string {
  if (typeof word !== 'object') return String(word)
  if ('or' in word) return word.or.map((one) => said(one, by)).join(by.phrases.or)
  if ('sentences' in word) return word.sentences.map((one) => said(one, by)).join(' ')
  if ('depends' in word) return by.named[word.depends]
  return filled(by.phrases[word.phrase], word.fill ?? {}, by)
}

/** How many of several names are told. */
const NAMED = 6
type Kind = { says: string; fix: string; many?: string; fixMany?: string }

/** Sentence and advice of a problem; `names`: what several of its kind are called, told in one sentence where the kind has one. */
export function sentencesOf(
  code: Code,
  fill: Fill,
  by: Sentences = english,
  names?: string[],
): Pick<Kind, 'says' | 'fix'> {
  const kind: Kind = by.problems[code]
  const { says, fix, many, fixMany = fix } = kind
  // one of which several things are wrong is named once
  const apart = many?.includes('{names}') ? [...new Set(names)] : names
  if (!apart || many === undefined || apart.length < 2)
    return { says: filled(says, fill, by), fix: filled(fix, fill, by) }
  const first = apart.slice(0, NAMED).map((name) => `"${name}"`)
  const all = {
    ...fill,
    count: apart.length,
    names: [...first, ...(apart.length > NAMED ? ['…'] : [])].join(', '),
  }
  return { says: filled(many, all, by), fix: filled(fixMany, all, by) }
}
