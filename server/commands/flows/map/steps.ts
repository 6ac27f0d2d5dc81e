/** The flows in words: every question, its answers, and where each leads; sub-flows stand under the need that walks them. */
import { type Bag, inWords, list, record, texts } from '#core/check/base/safe-access.ts'
import { meaning, questionOfStep, type Survey, type SurveyedQuestion } from '#core/check/base/survey.ts'
import { END, MAIN, STRIP } from '#core/flow/words.ts'
import { conditionText, type Here } from './conditions.ts'
import { INDENT, indented } from './lines.ts'
import { say, sayOr } from './phrases.ts'
import { answerText, questionText } from './words.ts'

/** What has been drawn already, so that a flow walked by two needs stands there once. */
type Drawn = { survey: Survey; drawn: Set<string> }

function asks(survey: Survey, question: SurveyedQuestion): string[] {
  const { bag, ask, list: name } = question
  const kind = [sayOr(`step.${ask}`, ask)]
  if (typeof bag.list === 'string') kind.push(say('step.list', { list: inWords(name) }))
  if (bag.for) kind.push(say('step.coordinator'))
  const answers = texts(bag.options).map((option) => answerText(survey, question, option))
  return [
    `${question.step}  ${questionText(survey, question)} · ${kind.join(' · ')}`,
    ...(answers.length > 0 ? [`${INDENT}${answers.join(' · ')}`] : []),
  ]
}

const ending = (name: unknown): string =>
  name === true || name === undefined ? say('step.end') : say('end.named', { name: inWords(name) })

/** Where it goes on: the step as it is called; where it ends, how. */
function goalOf(steps: Record<string, Bag>, goal: unknown): string {
  const step = steps[inWords(goal)]
  return step && END in step ? ending(step[END]) : inWords(goal)
}

function arrows(here: Here, steps: Record<string, Bag>, next: unknown): string[] {
  if (typeof next === 'string') return [say('go', { goal: goalOf(steps, next) })]
  return list(next).map((branch) => {
    const { when, go, ...ends } = record(branch)
    const goal = go === undefined ? ending(ends[END]) : goalOf(steps, go)
    return when === undefined
      ? say('go.otherwise', { goal })
      : say('go.if', { goal, condition: conditionText(here, when) })
  })
}

/** The flows that an agenda walks, each under the words of its need. */
function sections(at: Drawn, step: Bag): string[] {
  const chosen = meaning(at.survey, [], inWords(step.agenda))
  return Object.entries(record(step.sections)).flatMap(([need, flow]) => {
    const head = `${answerText(at.survey, chosen, need)}: ${inWords(flow)}.yaml`
    const known = at.drawn.has(inWords(flow))
    if (known) return [`${head} · ${say('need.above')}`]
    return [head, ...indented(flowLines(at, inWords(flow)))]
  })
}

/** A question of a flow that no need walks: it has no address yet. */
const unwalked = (flow: string, step: string, bag: Bag): SurveyedQuestion => {
  const nowhere = { address: step, file: '', path: [], options: [] }
  return { ...nowhere, flow, step, bag, ask: inWords(bag.ask) }
}

/** The first line of a step that goes on, and what stands under it. */
function head(at: Drawn, name: string, step: Bag, question: SurveyedQuestion | undefined): string[] {
  const { survey } = at
  if ('agenda' in step) {
    const chosen = meaning(survey, [], inWords(step.agenda))
    const words = chosen ? questionText(survey, chosen) : inWords(step.agenda)
    return [`${name}  ${say('step.agenda', { question: words })}`, ...indented(sections(at, step))]
  }
  if (!question) return [name]
  return 'shared' in step
    ? [`${name}  ${questionText(survey, question)} · ${say('step.shared')}`]
    : asks(survey, question)
}

function stepLines(at: Drawn, flow: string, name: string, step: Bag): string[] {
  const { survey } = at
  const view = survey.flows.get(flow)
  if (!view || END in step) return [] // said where it is come to
  const walked = questionOfStep(survey, view, name)
  const question = walked ?? ('ask' in step ? unwalked(flow, name, step) : undefined)
  const needs = survey.sections.get(flow) ?? []
  const here = { survey, needs, ...(question ? { own: question.address } : {}) }
  return [...head(at, name, step, question), ...indented(arrows(here, view.steps, step.next))]
}

function flowLines(at: Drawn, flow: string): string[] {
  at.drawn.add(flow)
  const steps = Object.entries(at.survey.flows.get(flow)?.steps ?? {})
  return steps.flatMap(([name, step]) => stepLines(at, flow, name, step))
}

/** The strip and the questions that are asked once, whichever need comes to them. */
function around(survey: Survey): string[] {
  const names = [STRIP, ...Object.keys(survey.shared)]
  const found = names.flatMap((name) => survey.questions.get(name) ?? [])
  return found.flatMap((question) => asks(survey, question))
}

/** What is asked in the request, and of whom. */
function requested(survey: Survey): string[] {
  return Object.entries(record(survey.main?.bag.request)).flatMap(([name, one]) => {
    const question = survey.questions.get(name)
    if (!question) return []
    const [head = name, ...rest] = asks(survey, question)
    const { when } = record(one)
    const here = { survey, needs: [] }
    const whom = when === undefined ? [] : [say('step.requestIf', { condition: conditionText(here, when) })]
    return [[head, say('step.request'), ...whom].join(' · '), ...rest]
  })
}

/** The main flow with all that it walks; flows that nobody walks at the end. */
export function flowsInWords(survey: Survey): string[] {
  const at = { survey, drawn: new Set<string>() }
  const main = [
    `${MAIN}.yaml`,
    ...indented([...around(survey), ...flowLines(at, MAIN), ...requested(survey)]),
  ]
  const alone = [...survey.flows.keys()].filter((id) => !at.drawn.has(id))
  return [
    ...main,
    ...alone.flatMap((id) => [`${id}.yaml · ${say('need.alone')}`, ...indented(flowLines(at, id))]),
  ]
}
