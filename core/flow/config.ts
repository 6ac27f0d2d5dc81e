/** Dialogue → the configuration of a plain XState machine: pure JSON, guards and actions by name with parameters. */
import type { AgendaStep, Condition, Dialogue, Id, Next, Step } from './definition.ts'
import { type Agenda, agendaOf, mainOf, placeOf, type Scope, type Spot, stripOf } from './spots.ts'
import { MAIN } from './words.ts'

type Guard =
  | { type: 'acceptable' | 'answered'; params: { address: string } }
  | { type: 'holds'; params: { when: Condition; need?: Id } }
  | { type: 'walks'; params: { agenda: string; need: Id } }
type StateArrow = {
  target: string
  guard?: Guard
  actions?: string | { type: 'keep'; params: { address: string } }
}
type StateConfig = {
  type?: 'final'
  meta?: Spot | Agenda
  always?: StateArrow[]
  on?: Record<string, StateArrow>
}
/** What `machineFrom` takes: it survives JSON. States are named by step, `agenda/need/step`, and `…:next` where answers lead on. */
export type DialogueConfig = {
  id: string
  initial: string
  context: { on: string; answers: Record<string, never> }
  states: Record<string, StateConfig>
}

/** What is being laid out; `asked` knows the addresses that have a place already. */
type Plan = { dialogue: Dialogue; states: DialogueConfig['states']; asked: Set<string> }

const BEGIN = ':begin'
/** The final state of a named end; the rest of it is the name. */
const NAMED = ':end/'
const STRIP_STATE = ':strip'

/** The name of the end that a state is, if it is a named one. */
export const endNamed = (state: unknown): Id | undefined =>
  typeof state === 'string' && state.startsWith(NAMED) ? state.slice(NAMED.length) : undefined

/** The state a step has; a step that names an end leads to that end itself. */
function stateOf({ steps, prefix, need }: Scope, goal: Id): string {
  const step = steps[goal]
  return step && 'end' in step && step.end !== true && need === undefined ? NAMED + step.end : prefix + goal
}

/** The branches in order: the first that holds is taken. */
function arrows(next: Exclude<Next, string>, scope: Scope): StateArrow[] {
  const { need } = scope
  return next.map(({ when, ...to }) => {
    const params = when && { when, ...(need === undefined ? {} : { need }) }
    const target = 'go' in to ? stateOf(scope, to.go) : NAMED + to.end
    return { target, ...(params ? { guard: { type: 'holds' as const, params } } : {}) }
  })
}

/** Answered on this path already (a shared question): passed by. Else waits for an acceptable answer. */
function asking(place: Spot, shared: boolean, target: string): StateConfig {
  const params = { address: place.address }
  return {
    meta: place,
    ...(shared ? { always: [{ guard: { type: 'answered', params }, target }] } : {}),
    on: { answer: { guard: { type: 'acceptable', params }, target, actions: { type: 'keep', params } } },
  }
}

/** The state after the answers of a step: its only next step, or a state of its own where branches are weighed. */
function leaving(states: DialogueConfig['states'], scope: Scope, step: Id, next: Next): string {
  if (typeof next === 'string') return stateOf(scope, next)
  const name = `${scope.prefix}${step}:next`
  states[name] = { always: arrows(next, scope) }
  return name
}

function addQuestion(plan: Plan, scope: Scope, step: Id): void {
  const found = scope.steps[step] as Extract<Step, { next: Next }>
  const place = placeOf(plan.dialogue, scope, step)
  const target = leaving(plan.states, scope, step, found.next)
  plan.states[scope.prefix + step] = asking(place, 'shared' in found || plan.asked.has(place.address), target)
  plan.asked.add(place.address)
}

const walks = (agenda: string, need: Id, target: string): StateArrow => ({
  guard: { type: 'walks', params: { agenda, need } },
  target,
})

/** Every section once for each need; the end of one leads to the next chosen need, the last one out of the agenda. */
function addAgenda(plan: Plan, scope: Scope, name: Id): void {
  const step = scope.steps[name] as AgendaStep
  const agenda = agendaOf(plan.dialogue, step)
  const sections = agenda.needs.map((need) => sectionOf(plan.dialogue, name, need, step.sections[need] as Id))
  const target = leaving(plan.states, scope, name, step.next)
  const from = (index: number) => [
    ...sections.slice(index).map(({ need, prefix, start }) => walks(name, need, prefix + start)),
    { target },
  ]
  plan.states[name] = { meta: agenda, always: from(0) }
  for (const [index, section] of sections.entries()) addFlow(plan, section, { always: from(index + 1) })
}

function sectionOf(dialogue: Dialogue, agenda: Id, need: Id, flow: Id) {
  const found = dialogue.flows[flow]
  if (!found) throw new Error(`The agenda “${agenda}” names a flow “${flow}” that does not exist.`)
  return { flow, need, prefix: `${agenda}/${need}/`, start: found.start, steps: found.steps }
}

/** An agenda inside a section is not walked (addresses have two parts): it leads straight on. */
function addFlow(plan: Plan, scope: Scope, end: StateConfig): void {
  for (const [name, step] of Object.entries(scope.steps)) {
    if ('end' in step) plan.states[scope.prefix + name] = end
    else if (!('agenda' in step)) addQuestion(plan, scope, name)
    else if (scope.need === undefined) addAgenda(plan, scope, name)
    else
      plan.states[scope.prefix + name] = {
        always: [{ target: leaving(plan.states, scope, name, step.next) }],
      }
  }
}

/** Everybody says on which day they begin; then the strip may be answered or passed by; then the first question. */
function addBeginning({ dialogue, states }: Plan): void {
  const { start } = mainOf(dialogue)
  const strip = stripOf(dialogue)
  states[BEGIN] = { on: { begin: { target: strip ? STRIP_STATE : start, actions: 'begin' } } }
  if (!strip) return
  const asked = asking(strip, false, start)
  states[STRIP_STATE] = { ...asked, on: { ...asked.on, pass: { target: start } } }
}

/**
 * The machine of a dialogue as data. Throws an `Error` with a sentence when a flow or a shared question that is
 * named does not exist; the check says so beforehand, with file and line.
 */
export function configOf(dialogue: Dialogue): DialogueConfig {
  const { steps } = mainOf(dialogue)
  const plan: Plan = { dialogue, states: {}, asked: new Set() }
  addBeginning(plan)
  addFlow(plan, { flow: MAIN, prefix: '', steps }, { type: 'final' })
  for (const { always = [], on = {} } of Object.values(plan.states))
    for (const { target } of [...always, ...Object.values(on)])
      if (endNamed(target) !== undefined) plan.states[target] = { type: 'final' }
  return { id: 'dialogue', initial: BEGIN, context: { on: '', answers: {} }, states: plan.states }
}
