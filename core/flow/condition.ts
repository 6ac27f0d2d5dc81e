/** Names, answers and conditions of the flow language. Browsers import only the types of this file. */
import Type, { type Static } from 'typebox'
import { ANY_DANGER } from './words.ts'

export const closed = { additionalProperties: false } as const

/** A name in content: of a flow, a step, an option, a row. No dots or slashes, because addresses are made of it. */
export const Id = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]*$',
  description: 'small letters, digits and hyphens',
})
export type Id = Static<typeof Id>

/** `step` for a shared or main question, `need/step` for a question inside an agenda. */
export const Address = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$' })
export type Address = Static<typeof Address>

/** An option id, a list of them, a number, an ISO date, text, or `dontKnow` / `declined`. `[]` is the exclusive “none”. */
export type Value = string | number | string[]
export type Answers = Record<Address, Value>

export const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()])
const Range = Type.Object({ min: Type.Optional(Type.Number()), max: Type.Optional(Type.Number()) }, closed)

/** A day: an ISO date, or `on` (the day of the conversation) with an offset such as `on-18y`, `on+30d`, `on-6m`. */
export const Day = Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2}|on([+-]\\d+[dmy])?)$' })

/** Another answer that this one is compared with: numbers with numbers, money with money, days with days. Nothing is computed of them. */
export const OtherAnswer = Type.Object(
  { answer: Type.String({ description: 'the question whose answer is meant, named as in a condition' }) },
  closed,
)
export type OtherAnswer = Static<typeof OtherAnswer>
const bound = Type.Optional(Type.Union([Type.Number(), OtherAnswer]))
const dayBound = Type.Optional(Type.Union([Day, OtherAnswer]))

/** A test of one answer. Everything named must hold. A bare value means `is`. */
export const TestObject = Type.Object(
  {
    is: Type.Optional(Type.Union([...Scalar.anyOf, OtherAnswer])),
    any: Type.Optional(
      Type.Array(Scalar, { minItems: 1, description: 'one of these (of a list: at least one)' }),
    ),
    all: Type.Optional(Type.Array(Scalar, { minItems: 1, description: 'all of these are ticked' })),
    none: Type.Optional(Type.Array(Scalar, { minItems: 1, description: 'none of these' })),
    min: bound,
    max: bound,
    size: Type.Optional(Range),
    before: dayBound,
    after: dayBound,
    where: Type.Optional(Type.Record(Type.String(), Scalar, { description: 'attributes in the named list' })),
    asked: Type.Optional(
      Type.Boolean({
        description: 'the question was met on the way, whatever was answered; “none” was asked',
      }),
    ),
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
export type Count = Static<typeof Count>

/**
 * A condition: every entry must hold. The words below are reserved; any other key is the address of an answer
 * (inside a sub-flow a bare step name means the step of the need being walked, else the shared or main one).
 */
export type Condition = {
  all?: Condition[]
  any?: Condition[]
  not?: Condition
  fact?: Id
  /** these dangers, any of them, or `any` at all: told by an answer, or by a row of the table `danger` */
  danger?: typeof ANY_DANGER | Id[]
  /** the conversation came to one of these named ends of the main flow; for tables and facts */
  end?: Id | Id[]
  count?: Count
  atLeast?: number
  atMost?: number
} & { [address: Address]: Test | Condition | Condition[] | Count | undefined }

const conditions = Type.Cyclic(
  {
    Condition: Type.Object(
      {
        all: Type.Optional(Type.Array(Type.Ref('Condition'), { minItems: 1 })),
        any: Type.Optional(Type.Array(Type.Ref('Condition'), { minItems: 1 })),
        not: Type.Optional(Type.Ref('Condition')),
        fact: Type.Optional(Id),
        danger: Type.Optional(
          Type.Union([Type.Literal(ANY_DANGER), Type.Array(Id, { minItems: 1 })], {
            description: 'one of these dangers was told, or any at all',
          }),
        ),
        end: Type.Optional(
          Type.Union([Id, Type.Array(Id, { minItems: 1 })], {
            description:
              'the named end of the main flow that was reached, or one of several; for tables and facts',
          }),
        ),
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

const when = Type.Optional(Condition)
/** Where to go: a step, or branches of which the first that holds is taken; the last has no `when`. A branch leads to a step, or ends with a named outcome. */
export const Next = Type.Union([
  Id,
  Type.Array(Type.Union([Type.Object({ when, go: Id }, closed), Type.Object({ when, end: Id }, closed)]), {
    minItems: 1,
  }),
])
export type Next = Static<typeof Next>
