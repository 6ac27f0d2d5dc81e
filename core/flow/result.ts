/** What replaying and routing say: values shared by the widget, the server, the desk and every test. */
import type { Address, Answers, Headline, Id, QuestionStep, SharedQuestion, Value } from './definition.ts'

/** One question met on the path. `question` is its definition without its arrows. */
export type QuestionVisit = {
  address: Address
  /** flow whose words it uses: `{flow}:{step}.question` */
  flow: Id
  step: Id
  /** the need being walked, when the question is inside an agenda */
  need?: Id
  question: QuestionStep | SharedQuestion
  /** the accepted, normalised answer; absent on the question now waiting */
  value?: Value
}

/** Why an answer is not acceptable; the words are `messages:{code}` of each language. */
export type AnswerProblem =
  | 'answer-missing'
  | 'answer-not-an-option'
  | 'answer-too-few'
  | 'answer-too-many'
  | 'answer-not-a-number'
  | 'answer-too-small'
  | 'answer-too-large'
  | 'answer-not-a-date'
  | 'answer-too-early'
  | 'answer-too-late'
  | 'answer-too-long'
  | 'answer-not-a-phone'

/** Where the answers lead. A pure function of flow revision, answers and day. */
export type Replay = {
  /** answered questions in the order they were met (the strip, when answered, first) */
  path: QuestionVisit[]
  /** the question waiting for an answer; absent when the end is reached */
  at?: QuestionVisit
  done: boolean
  /** the questions of the request, those answered with their answer: these stand at the end of `path` too */
  inRequest: QuestionVisit[]
  /** the name of the end that was reached, when it has one: the outcome is decided */
  end?: Id
  /** an answer on the path that cannot be accepted: the replay waits at its question */
  refused?: { address: Address; code: AnswerProblem }
  /** answers that the path did not use: kept by the caller, without effect */
  unused: Address[]
  /** the used answers, normalised: what is sent, routed and shown */
  answers: Answers
}

/** A row of a table that held, and the answers that made it hold. */
export type Hit<Then> = { row: Id; then: Then; because: { address: Address; value: Value }[] }

/** `pace`: how soon it is wise to begin, where an answer says so. */
export type Advised = {
  id: Id
  because: Hit<Id[]>['because']
  rows: Id[]
  pace?: 'now' | 'today' | 'this-week'
}

/** What the tables say of a replayed conversation, finished or not. */
export type Outcome = {
  /** the conversation came to its end; false: nothing but a person is claimed of it */
  finished: boolean
  headline: Hit<Headline>
  /**
   * each advice item once, with the rows that asked for it: what a danger asks for, then by the matters, the hardest first,
   * each in table order
   */
  advice: Advised[]
  /** what a coordinator should notice; never shown to the resident as a label */
  attention: { id: Id; because: Hit<Id[]>['because']; rows: Id[] }[]
  /** dangers told anywhere, the one whose number comes first first */
  dangers: Id[]
  /** whose lines answer now, when help is wanted today and nobody calls today */
  today: Id[]
  /** matters that often stand behind those told, and were not chosen */
  linked: Id[]
  /** the ticked emergency flags */
  flags: Id[]
  /** chosen needs in order */
  needs: Id[]
  /** addresses answered “I don’t know” */
  dontKnow: Address[]
}
