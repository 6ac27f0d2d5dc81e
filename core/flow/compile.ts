/** Dialogue → XState machine. No invoke, no after, no clock: what happens is decided by answers alone. */
import { type AnyStateMachine, assign, createMachine } from 'xstate'
import { accept, type Question } from './answer.ts'
import { configOf, type DialogueConfig } from './config.ts'
import type { Address, Answers, Condition, Dialogue, Id } from './definition.ts'
import { type Evidence, matches } from './matches.ts'
import { type Agenda, requestSpots, walked } from './spots.ts'

export { configOf, type DialogueConfig } from './config.ts'

type Context = { on: string; answers: Answers }
type MachineEvent = { context: Context; event: { type: string; on?: string; value?: unknown } }
/** What conditions and questions may name besides answers. */
export type Around = Pick<Evidence, 'lists' | 'facts' | 'rows'>

const configured = new WeakMap<DialogueConfig, Record<Address, Question>>()

/** Every question of the configured dialogue by address. */
export function questionsIn(config: DialogueConfig): Record<Address, Question> {
  const known = configured.get(config)
  if (known) return known
  const questions = Object.fromEntries(
    Object.values(config.states).flatMap(({ meta }) =>
      meta && 'address' in meta ? [[meta.address, meta.question]] : [],
    ),
  )
  configured.set(config, questions)
  return questions
}

/** The four questions the machine asks before it moves. */
export function guardsOf(config: DialogueConfig, around: Around) {
  const { lists } = around
  const questions = questionsIn(config)
  return {
    acceptable: ({ context, event }: MachineEvent, { address }: { address: Address }) =>
      accept(questions[address] as Question, event.value, lists, context.on).ok,
    answered: ({ context }: MachineEvent, { address }: { address: Address }) =>
      Object.hasOwn(context.answers, address),
    holds: ({ context: { answers, on } }: MachineEvent, { when, need }: { when: Condition; need?: Id }) => {
      const evidence = { ...around, answers, on, questions }
      return matches(when, need === undefined ? evidence : { ...evidence, need })
    },
    walks: ({ context }: MachineEvent, { agenda, need }: { agenda: string; need: Id }) => {
      const meta = config.states[agenda]?.meta as Agenda
      return walked(meta, context.answers[meta.agenda]).includes(need)
    },
  }
}

function actionsOf(config: DialogueConfig, { lists }: Around) {
  const questions = questionsIn(config)
  const keep = ({ context, event }: MachineEvent, { address }: { address: Address }) => {
    const accepted = accept(questions[address] as Question, event.value, lists, context.on)
    return accepted.ok ? { answers: { ...context.answers, [address]: accepted.value } } : {}
  }
  return {
    begin: assign(({ event }: MachineEvent) => ({ on: event.on as string, answers: {} })),
    keep: assign(keep as never),
  }
}

/** The machine of a configuration, straight from `configOf` or back from JSON. */
export function machineFrom(config: DialogueConfig, around: Around): AnyStateMachine {
  const how = { guards: guardsOf(config, around), actions: actionsOf(config, around) }
  return createMachine(config as never, how as never)
}

/** Lists, facts and what several answers tell together. */
export const aroundOf = ({ lists, tables }: Dialogue): Around => ({
  lists,
  facts: tables.facts ?? {},
  rows: tables.danger?.rows ?? [],
})

const everyQuestion = new WeakMap<Dialogue, Record<Address, Question>>()

/** Every question of a dialogue by address, those of the request too. */
export function questionsOf(dialogue: Dialogue): Record<Address, Question> {
  const known = everyQuestion.get(dialogue)
  if (known) return known
  const requested = requestSpots(dialogue).map(({ address, question }) => [address, question])
  const questions = { ...Object.fromEntries(requested), ...questionsIn(compile(dialogue).config as never) }
  everyQuestion.set(dialogue, questions)
  return questions
}

const compiled = new WeakMap<Dialogue, AnyStateMachine>()

/** The machine of a dialogue; the same object gives the same machine. Throws as `configOf`. */
export function compile(dialogue: Dialogue): AnyStateMachine {
  const known = compiled.get(dialogue)
  if (known) return known
  const machine = machineFrom(configOf(dialogue), aroundOf(dialogue))
  compiled.set(dialogue, machine)
  return machine
}
