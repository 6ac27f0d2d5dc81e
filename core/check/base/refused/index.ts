/** What is refused in each language; a language is added with a file of its own beside these. */
import en from './en.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }

/** `find` is a stem or a pattern at the beginning of a word; `unless` lets a sentence pass that says it is not so. */
type Rule = { find: string; instead: string; unless?: string }
export type RefusedWords = {
  decision: Rule[]
  clinical: Rule[]
  office: Rule[]
  services: string[]
  /** how the language speaks of fear, violence, self-harm and hunger: an answer that does so carries a danger */
  danger: string[]
  /** how it sends people to a telephone, says that it must be soon, and says where a number is found */
  calls: string[]
  soon: string[]
  honest: string[]
}

export const refused: Record<string, RefusedWords | undefined> = { fi, sv, en }
