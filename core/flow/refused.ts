/** The file `refused.json` of a language: what no text may say in it, and the words by which it speaks of danger and of telephones. */
import Type, { type Static } from 'typebox'

const closed = { additionalProperties: false } as const
const Rule = Type.Object(
  {
    find: Type.String({ minLength: 1, description: 'a stem, or a pattern, at the beginning of a word' }),
    instead: Type.Optional(Type.String({ description: 'what the editor may write' })),
    unless: Type.Optional(Type.String({ description: 'lets a sentence pass that says it is not so' })),
  },
  closed,
)
const Stems = Type.Optional(Type.Array(Type.String({ minLength: 1 })))
const Rules = Type.Optional(Type.Array(Rule))

/** The file of a language. */
export const RefusedFile = Type.Object(
  {
    /** what promises, judges like a doctor, or speaks the office's language */
    decision: Rules,
    clinical: Rules,
    office: Rules,
    /** names of services, which nobody needs to know for a first choice */
    services: Stems,
    /** how the language speaks of fear, violence, self-harm and hunger: an answer that does so carries a danger */
    danger: Stems,
    /** how it sends people to a telephone, says that it must be soon, and says where a number is found */
    calls: Stems,
    soon: Stems,
    honest: Stems,
  },
  closed,
)

export type RefusedRule = Static<typeof Rule>
