/** The kinds of question of the flow language, and the steps that flows are made of. Browsers import only the types of this file. */
import Type, { type Static } from 'typebox'
import { Condition, closed, Day, Id, Next } from './condition.ts'
import { ICONS } from './icons.ts'
import { NO_DANGER } from './words.ts'

export const options = Type.Array(Id, { minItems: 1 })
/** What an answer tells of danger: its number is shown at the tick. `none` says that somebody has looked, and there is none. */
const danger = Type.Optional(
  Type.Record(Type.String(), Type.Union([Id, Type.Array(Id, { minItems: 1 })]), {
    description: `answer → danger of the main flow (or several, the first first), whose number stands at the tick; “${NO_DANGER}”: looked at, there is none`,
  }),
)
const choice = {
  options: Type.Optional(options),
  list: Type.Optional(Id),
  dontKnow: Type.Optional(
    Type.Literal('first', { description: '“I don’t know” stands above the options, not below them' }),
  ),
  danger,
  groups: Type.Optional(
    Type.Record(Id, Type.Array(Id, { minItems: 1 }), {
      description:
        'options under soft headings, in this order, each in one group; the words of a heading: `{step}.groups.{group}`. What is answered does not depend on it',
    }),
  ),
  icons: Type.Optional(
    Type.Record(Type.String(), Type.Enum([...ICONS]), {
      description: 'option → its picture; “dontKnow” and “none” may have one too',
    }),
  ),
}
const count = Type.Integer({ minimum: 1 })

/** The kinds of question. The scale is the service's own five words: 5 goes well … 1 cannot manage without help; no sum is made of it. */
const questionKinds = <More extends Type.TProperties>(more: More) =>
  Type.Union([
    Type.Object({ ask: Type.Literal('one'), ...choice, ...more }, closed),
    Type.Object(
      {
        ask: Type.Literal('many'),
        ...choice,
        least: Type.Optional(
          Type.Integer({
            minimum: 1,
            description: 'so many must be ticked; “none of these” is no answer then',
          }),
        ),
        most: Type.Optional(count),
        ...more,
      },
      closed,
    ),
    Type.Object({ ask: Type.Literal('scale'), danger, ...more }, closed),
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
  wordsBy: Type.Optional(
    Type.String({
      description:
        'the earlier question, answered by choosing, whose answer decides the words: texts may have forms `…_if-{option}` and `…_if-answered`, which may name it as {{question}}',
    }),
  ),
  spare: Type.Optional(
    Type.Literal('danger', {
      description: 'never asked of somebody in danger, not even when they took the line that told of it away',
    }),
  ),
  for: Type.Optional(
    Type.Literal('coordinator', { description: 'shown on the card only: it need not change the result' }),
  ),
}
/** A question asked once whichever need comes to it first; each place that asks it says its own `next`. */
export const SharedQuestion = questionKinds(marks)
export const QuestionStep = questionKinds({ ...marks, next: Next })
const asked = Type.Optional(Condition)
/** A question of the request: its own, or the shared one of its name; with `when` asked of those alone for whom it holds. */
export const RequestQuestion = Type.Union([
  questionKinds({ ...marks, when: asked }),
  Type.Object({ shared: Type.Literal(true), when: asked }, closed),
])
export type RequestQuestion = Static<typeof RequestQuestion>
export type SharedQuestion = Static<typeof SharedQuestion>
export type QuestionStep = Static<typeof QuestionStep>

/** Asks the main flow's shared question of the same name. */
export const SharedStep = Type.Object({ shared: Type.Literal(true), next: Next }, closed)
/** Walks a sub-flow once for each chosen option of a many-question, in the order the options are written. */
export const AgendaStep = Type.Object(
  {
    agenda: Id,
    sections: Type.Record(Type.String(), Id, {
      description: 'option → flow; an option without one is not walked',
    }),
    most: Type.Optional(Type.Integer({ minimum: 1, description: 'walk so many; the rest stay on the card' })),
    next: Next,
  },
  closed,
)
/** `true`: the tables decide; a name (in the main flow): the outcome is decided, and `segment` says of it whom it offers. */
export const EndStep = Type.Object({ end: Type.Union([Type.Literal(true), Id]) }, closed)
export const Step = Type.Union([QuestionStep, SharedStep, AgendaStep, EndStep])
export type SharedStep = Static<typeof SharedStep>
export type AgendaStep = Static<typeof AgendaStep>
export type Step = Static<typeof Step>
