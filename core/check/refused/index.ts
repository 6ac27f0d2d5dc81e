/** What is refused in each language; a language is added with a file of its own beside these. */
import en from './en.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }

/** `find` is a stem or a pattern at the beginning of a word; `unless` lets a sentence pass that says it is not so. */
type Rule = { find: string; instead: string; unless?: string }
export type Refused = { decision: Rule[]; clinical: Rule[]; office: Rule[]; services: string[] }

export const refused: Record<string, Refused | undefined> = { fi, sv, en }
