/** The file `refused.json` of a language: what no text may say in it, and the words by which it speaks of danger and of telephones. */
import Type, { type Static } from 'typebox'

const closed = { additionalProperties: false } as const

/** What a person may do who wrote something refused: said in that person's own language, whatever the language of the text. */
export const REFUSED_ADVICE = [
  'easy-is-a-name',
  'grants-nothing',
  'lead-to-health',
  'leave-to-doctors',
  'leave-scores',
  'say-first-and-then',
  'say-what-manages',
  'say-what-together',
  'say-who',
  'say-who-work-together',
  'speak-of-person',
  'who-decides-pays',
  'write-out',
] as const
const Text = Type.String({ minLength: 1 })
const Rule = Type.Object(
  {
    find: Type.String({ minLength: 1, description: 'a stem, or a pattern, at the beginning of a word' }),
    write: Type.Optional(
      Type.Union([Text, Type.Array(Text, { minItems: 1 })], {
        description: 'what may stand there, in the language of the texts',
      }),
    ),
    advise: Type.Optional(
      Type.Enum([...REFUSED_ADVICE], { description: 'what to do, in the language of the editor' }),
    ),
    instead: Type.Optional(Type.String({ description: 'what to do, in an installation’s own words' })),
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
