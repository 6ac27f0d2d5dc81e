/**
 * What content files may say: one TypeBox source for the editors' JSON Schema, the check and the types.
 * Browsers import only the types of this file, so that the schema library stays out of the widget.
 */
import Type, { type Static } from 'typebox'
import { PROVIDERS } from '../request/choices.ts'
import { Condition, closed, Id, Scalar } from './condition.ts'
import { options, RequestQuestion, SharedQuestion, Step } from './question.ts'
import { CONTACT } from './words.ts'

export * from './condition.ts'
export * from './question.ts'

/** One file of `flows/`. Only the main flow (`guidance`) has `strip`, `shared`, `request`, `dangers` and `unseen`. */
export const Flow = Type.Object(
  {
    start: Id,
    strip: Type.Optional(
      Type.Object(
        { ask: Type.Literal('many'), options },
        {
          ...closed,
          description:
            'the emergency flags, reachable from every state; their address is `strip`; unanswered is “none”',
        },
      ),
    ),
    shared: Type.Optional(Type.Record(Type.String(), SharedQuestion)),
    request: Type.Optional(
      Type.Record(Type.String(), RequestQuestion, {
        description:
          'asked in the request of those who ask for a call, in this order, each of which may be left out: what only the coordinator needs',
      }),
    ),
    dangers: Type.Optional(
      Type.Array(Id, {
        minItems: 1,
        description:
          'every danger that can be told, the one whose number comes first first; each has its lines in area/lines.yaml',
      }),
    ),
    unseen: Type.Optional(
      Type.Array(Id, { description: 'dangers in which leaving unseen stands beside the numbers' }),
    ),
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
export type Lists = Record<Id, { id: Id; [attribute: string]: string | number | boolean }[]>

const row = <Then extends Type.TSchema, More extends Type.TProperties>(then: Then, more: More) =>
  Type.Object(
    {
      id: Id,
      when: Type.Optional(Condition),
      then,
      ...more,
      author: Type.String({ minLength: 1 }),
      date: Type.String({ format: 'date' }),
      reason: Type.String({ minLength: 1 }),
    },
    closed,
  )

/** What the headline row decides: the segment, how strongly a person is offered, and whose queue it is. */
export const Headline = Type.Object(
  {
    segment: Id,
    contact: Type.Enum([...CONTACT]),
    lane: Type.Optional(Id),
    step: Type.Optional({
      ...Id,
      description: 'the advice item that is the next step, in place of the call',
    }),
    callback: Type.Optional(
      Type.Literal(false, {
        description: 'no callback is made of this matter: a line to call is the way; a person stays in reach',
      }),
    ),
  },
  closed,
)
export type Headline = Static<typeof Headline>

/** What holds of an end that names its outcome: the segment is the end's own name. */
export const NamedEnd = Type.Object(
  {
    contact: Type.Enum([...CONTACT]),
    lane: Type.Optional(Id),
    callback: Type.Optional(Type.Literal(false)),
  },
  closed,
)
export type NamedEnd = Static<typeof NamedEnd>

/** Where a conversation leads that was not finished: always to a person first; no other outcome is claimed of it. */
const Unfinished = Type.Object({ segment: Id, contact: Type.Literal('first') }, closed)

const named = Type.Array(Id, { minItems: 1 })
const collected = Type.Object({ hit: Type.Literal('collect'), rows: Type.Array(row(named, {})) }, closed)
/** How soon it is wise to begin, where the answer says so; left out: in one's own time. */
const pace = Type.Optional(
  Type.Enum(['now', 'today', 'this-week'], {
    description: 'how soon it is wise to begin, because the answer says so; left out: in one’s own time',
  }),
)

/** `routing.yaml`: first hit for the segment (its last row has no `when`), all hits for advice, attention, danger and today. */
export const Tables = Type.Object(
  {
    facts: Type.Optional(Type.Record(Type.String(), Condition)),
    segment: Type.Object(
      {
        hit: Type.Literal('first'),
        unfinished: Unfinished,
        ends: Type.Optional(
          Type.Record(Type.String(), NamedEnd, {
            description:
              'named ends of the main flow: how strongly a person is offered there, and whose queue it is; a row with “contact: first” that holds still wins',
          }),
        ),
        rows: Type.Array(row(Headline, {})),
      },
      closed,
    ),
    advice: Type.Object({ hit: Type.Literal('collect'), rows: Type.Array(row(named, { pace })) }, closed),
    attention: collected,
    linked: Type.Optional({
      ...collected,
      description:
        'matters that often stand behind those that were told, as one offered line at the end: needs of the agenda',
    }),
    danger: Type.Optional({
      ...collected,
      description: 'dangers that several answers tell together: nobody helps, and I cannot manage',
    }),
    today: Type.Optional({
      ...collected,
      description: 'whose lines answer now when help is wanted today and nobody calls today any more',
    }),
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
    provider: Type.Enum([...PROVIDERS]),
    decides: Type.Enum([...PROVIDERS, 'nobody'], {
      description: 'who makes the decision; `nobody` when none is needed',
    }),
    // of whom it is not said, whichever row asks for it: what is for adults to a child, what ends with a pension
    unless: Type.Optional(Condition),
    link: Type.Optional(
      Type.Record(Type.String(), Url, { description: 'language → official page; `fi` serves the others' }),
    ),
    number: Type.Optional(
      Type.Literal('page', {
        description:
          'its text sends people to a telephone, and the number stands on the linked page: nobody has verified it yet',
      }),
    ),
    line: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9][a-z0-9-]*$',
        description:
          'a service of area/lines.yaml that its text sends people to: its number where somebody has verified it, else the linked page',
      }),
    ),
    appeal: Type.Optional(
      Type.Object(
        {
          of: Type.Enum([...PROVIDERS], { description: 'whose decisions' }),
          days: Type.Integer({ minimum: 1, maximum: 365, description: 'calendar days from sending it' }),
          source: Type.String({ minLength: 1 }),
          checkedOn: Type.String({ format: 'date' }),
        },
        { ...closed, description: 'by when one may appeal: the chat reckons the last day from it' },
      ),
    ),
    legalBasis: Type.Optional(Type.String()),
    source: Type.String({ minLength: 1 }),
    checkedOn: Type.Optional(
      Type.String({
        format: 'date',
        description: 'the day it was read against its source; absent until then',
      }),
    ),
    reviewBy: Type.String({ format: 'date' }),
    owner: Type.String({ minLength: 1 }),
  },
  closed,
)
export type AdviceItem = Static<typeof AdviceItem>

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
    answers: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]),
    ),
    notAsked: Type.Optional(
      Type.Array(Type.String(), { description: 'questions that this person never meets' }),
    ),
    ends: Type.Object(
      {
        segment: Type.Optional(Id),
        at: Type.Optional(
          Type.String({ description: 'the question that waits next, of a case that is not told to its end' }),
        ),
        contact: Type.Optional(Type.Enum([...CONTACT])),
        callback: Type.Optional(Type.Literal(false, { description: 'no callback is made of this matter' })),
        advice: Type.Optional(Type.Array(Id)),
        attention: Type.Optional(Type.Array(Id)),
        dangers: Type.Optional(
          Type.Array(Id, { description: 'dangers told, whose numbers stand above all; left out: none' }),
        ),
        today: Type.Optional(Type.Array(Id, { description: 'whose lines answer when nobody calls today' })),
      },
      closed,
    ),
  },
  closed,
)
export type Case = Static<typeof Case>
