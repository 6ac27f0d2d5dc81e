/**
 * What content files may say: one TypeBox source for the editors' JSON Schema, the check and the types.
 * Browsers import only the types of this file, so that the schema library stays out of the widget.
 */
import Type, { type Static } from 'typebox'

const closed = { additionalProperties: false } as const

/** A name in content: of a flow, a step, an option, a row. No dots or slashes, because addresses are made of it. */
export const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', description: 'small letters, digits and hyphens' })
export type Id = Static<typeof Id>

/** `step` for a shared or main question, `need/step` for a question inside an agenda. */
export const Address = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$' })
export type Address = Static<typeof Address>

/** Reserved answers that the engine adds to every question. */
export const DONT_KNOW = 'dontKnow'
export const DECLINED = 'declined'

/** An option id, a list of them, a number, an ISO date, text, or `dontKnow` / `declined`. `[]` is the exclusive “none”. */
export type Value = string | number | string[]
export type Answers = Record<Address, Value>

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()])
const Range = Type.Object({ min: Type.Optional(Type.Number()), max: Type.Optional(Type.Number()) }, closed)

/** A day: an ISO date, or `on` (the day of the conversation) with an offset such as `on-18y`, `on+30d`, `on-6m`. */
export const Day = Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2}|on([+-]\\d+[dmy])?)$' })

/** A test of one answer. Everything named must hold. A bare value means `is`. */
export const TestObject = Type.Object(
  {
    is: Type.Optional(Scalar),
    any: Type.Optional(Type.Array(Scalar, { minItems: 1, description: 'one of these (of a list: at least one)' })),
    all: Type.Optional(Type.Array(Scalar, { minItems: 1, description: 'all of these are ticked' })),
    none: Type.Optional(Type.Array(Scalar, { minItems: 1, description: 'none of these' })),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    size: Type.Optional(Range),
    before: Type.Optional(Day),
    after: Type.Optional(Day),
    where: Type.Optional(Type.Record(Type.String(), Scalar, { description: 'attributes in the named list' })),
    answered: Type.Optional(Type.Boolean({ description: 'a real answer was given (not “I don’t know”)' })),
    dontKnow: Type.Optional(Type.Boolean()),
    declined: Type.Optional(Type.Boolean()),
    unsure: Type.Optional(Type.Literal(true, { description: 'matches “I don’t know” and “declined” too' })),
  },
  closed,
)
export const Test = Type.Union([Scalar, TestObject])
export type TestObject = Static<typeof TestObject>
export type Test = Static<typeof Test>

/** How many walked needs answered so, or how many answers on the path are unsure. */
export const Count = Type.Union([
  Type.Object({ each: Id, where: Test }, closed),
  Type.Enum(['dontKnow', 'declined', 'unsure']),
])

/**
 * A condition: every entry must hold. The words below are reserved; any other key is the address of an answer
 * (inside a sub-flow a bare step name means the step of the need being walked, else the shared or main one).
 */
export type Condition = {
  all?: Condition[]
  any?: Condition[]
  not?: Condition
  fact?: Id
  count?: Static<typeof Count>
  atLeast?: number
  atMost?: number
} & { [address: Address]: Test | Condition | Condition[] | Static<typeof Count> | undefined }
export const CONDITION_WORDS = ['all', 'any', 'not', 'fact', 'count', 'atLeast', 'atMost'] as const

const conditions = Type.Cyclic(
  {
    Condition: Type.Object(
      {
        all: Type.Optional(Type.Array(Type.Ref('Condition'), { minItems: 1 })),
        any: Type.Optional(Type.Array(Type.Ref('Condition'), { minItems: 1 })),
        not: Type.Optional(Type.Ref('Condition')),
        fact: Type.Optional(Id),
        count: Type.Optional(Count),
        atLeast: Type.Optional(Type.Number()),
        atMost: Type.Optional(Type.Number()),
      },
      { additionalProperties: Test },
    ),
  },
  'Condition',
)
export const Condition = Type.Unsafe<Condition>(conditions)

/** Where to go: a step, or branches of which the first that holds is taken; the last has no `when`. */
export const Next = Type.Union([
  Id,
  Type.Array(Type.Object({ when: Type.Optional(Condition), go: Id }, closed), { minItems: 1 }),
])
export type Next = Static<typeof Next>

const options = Type.Array(Id, { minItems: 1 })
const choice = { options: Type.Optional(options), list: Type.Optional(Id) }
const count = Type.Integer({ minimum: 1 })

/** The kinds of question. The scale is the service's own five words: 5 goes well … 1 cannot manage without help; no sum is made of it. */
const questionKinds = <More extends Type.TProperties>(more: More) =>
  Type.Union([
    Type.Object({ ask: Type.Literal('one'), ...choice, ...more }, closed),
    Type.Object({ ask: Type.Literal('many'), ...choice, most: Type.Optional(count), ...more }, closed),
    Type.Object({ ask: Type.Literal('scale'), ...more }, closed),
    Type.Object(
      {
        ask: Type.Enum(['number', 'money', 'percentage', 'year']),
        min: Type.Optional(Type.Number()),
        max: Type.Optional(Type.Number()),
        ...more,
      },
      closed,
    ),
    Type.Object(
      { ask: Type.Literal('date'), after: Type.Optional(Day), before: Type.Optional(Day), ...more },
      closed,
    ),
    Type.Object({ ask: Type.Literal('text'), most: Type.Optional(count), ...more }, closed),
    Type.Object({ ask: Type.Literal('municipality'), ...more }, closed),
    Type.Object({ ask: Type.Literal('phone'), ...more }, closed),
  ])

const marks = {
  for: Type.Optional(
    Type.Literal('coordinator', { description: 'shown on the card only: it need not change the result' }),
  ),
}
/** A question asked once whichever need comes to it first; each place that asks it says its own `next`. */
export const SharedQuestion = questionKinds(marks)
export const QuestionStep = questionKinds({ ...marks, next: Next })
/** Asks the main flow's shared question of the same name. */
export const SharedStep = Type.Object({ shared: Type.Literal(true), next: Next }, closed)
/** Walks a sub-flow once for each chosen option of a many-question, in the order the options are written. */
export const AgendaStep = Type.Object(
  {
    agenda: Id,
    sections: Type.Record(Type.String(), Id, { description: 'option → flow; an option without one is not walked' }),
    most: Type.Optional(Type.Integer({ minimum: 1, description: 'walk so many; the rest stay on the card' })),
    next: Next,
  },
  closed,
)
export const EndStep = Type.Object({ end: Type.Literal(true) }, closed)
export const Step = Type.Union([QuestionStep, SharedStep, AgendaStep, EndStep])
export type SharedQuestion = Static<typeof SharedQuestion>
export type QuestionStep = Static<typeof QuestionStep>
export type SharedStep = Static<typeof SharedStep>
export type AgendaStep = Static<typeof AgendaStep>
export type Step = Static<typeof Step>

/** One file of `flows/`. Only the main flow (`guidance`) has `strip` and `shared`. */
export const Flow = Type.Object(
  {
    start: Id,
    strip: Type.Optional(
      Type.Object({ ask: Type.Literal('many'), options }, {
        ...closed,
        description: 'the emergency flags, reachable from every state; their address is `strip`; unanswered is “none”',
      }),
    ),
    shared: Type.Optional(Type.Record(Type.String(), SharedQuestion)),
    steps: Type.Record(Type.String(), Step),
  },
  closed,
)
export type Flow = Static<typeof Flow>

/** Named lists with attributes: municipality → area, country → EEA. */
export const Lists = Type.Record(
  Type.String(),
  Type.Array(Type.Object({ id: Id }, { additionalProperties: Scalar }), { minItems: 1 }),
)
export type Lists = Static<typeof Lists>

const row = <Then extends Type.TSchema>(then: Then) =>
  Type.Object(
    {
      id: Id,
      when: Type.Optional(Condition),
      then,
      author: Type.String({ minLength: 1 }),
      date: Type.String({ format: 'date' }),
      reason: Type.String({ minLength: 1 }),
    },
    closed,
  )

/** How strongly a person is offered. “I don't know” in place of any answer may raise it, never lower it (rule 3). */
export const CONTACT = ['available', 'offered', 'first'] as const
/** What the headline row decides: the segment, how strongly a person is offered, and whose queue it is. */
export const Headline = Type.Object(
  { segment: Id, contact: Type.Enum([...CONTACT]), lane: Type.Optional(Id) },
  closed,
)
export type Headline = Static<typeof Headline>

/** `routing.yaml`: first hit for the segment (its last row has no `when`), all hits for advice and for attention. */
export const Tables = Type.Object(
  {
    facts: Type.Optional(Type.Record(Type.String(), Condition)),
    segment: Type.Object({ hit: Type.Literal('first'), rows: Type.Array(row(Headline), { minItems: 1 }) }, closed),
    advice: Type.Object({ hit: Type.Literal('collect'), rows: Type.Array(row(Type.Array(Id, { minItems: 1 }))) }, closed),
    attention: Type.Object({ hit: Type.Literal('collect'), rows: Type.Array(row(Type.Array(Id, { minItems: 1 }))) }, closed),
  },
  closed,
)
export type Tables = Static<typeof Tables>

const Url = Type.String({ pattern: '^https://[^\\s]+$' })
/** One advice item; its words are in each language’s `advice.json` under its id. */
export const AdviceItem = Type.Object(
  {
    lifeAreas: Type.Array(Id, { minItems: 1 }),
    kind: Type.Enum(['advice', 'guidance'], { description: 'neuvonta or palveluohjaus' }),
    provider: Type.Enum(['county', 'kela', 'municipality', 'employment-area', 'pension-insurer', 'ngo', 'state', 'employer']),
    decides: Type.Enum(['county', 'kela', 'municipality', 'employment-area', 'pension-insurer', 'ngo', 'state', 'employer', 'nobody'], {
      description: 'who makes the decision; `nobody` when none is needed',
    }),
    link: Type.Optional(Type.Record(Type.String(), Url, { description: 'language → official page; `fi` serves the others' })),
    legalBasis: Type.Optional(Type.String()),
    source: Type.String({ minLength: 1 }),
    checkedOn: Type.String({ format: 'date' }),
    reviewBy: Type.String({ format: 'date' }),
    owner: Type.String({ minLength: 1 }),
  },
  closed,
)
export type AdviceItem = Static<typeof AdviceItem>

/** The name of the main flow's file and of the strip's address. */
export const MAIN = 'guidance'
export const STRIP = 'strip'

/** Everything the engine runs: pinned together in one revision. */
export type Dialogue = {
  flows: Record<Id, Flow>
  tables: Tables
  lists: Lists
  advice: Record<Id, AdviceItem>
}

/** A described situation: a person, what they answer, and where it must end (`flows/cases.yaml`). */
export const Case = Type.Object(
  {
    id: Id,
    situation: Type.String({ minLength: 1 }),
    source: Type.String({ minLength: 1, description: 'what the case comes from' }),
    on: Type.Optional(Type.String({ format: 'date' })),
    answers: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())])),
    ends: Type.Object(
      {
        segment: Id,
        contact: Type.Optional(Type.Enum([...CONTACT])),
        advice: Type.Optional(Type.Array(Id)),
        attention: Type.Optional(Type.Array(Id)),
      },
      closed,
    ),
  },
  closed,
)
export type Case = Static<typeof Case>
