/** What can have been answered when a conversation stands at a step. */
import { MAIN, STRIP } from '../../flow/words.ts'
import { inWords, record } from '../base/safe-access.ts'
import type { FlowView, Survey } from '../base/survey.ts'
import { leadsTo } from '../flows/reach.ts'

/** Addresses of answers that may be there; asked for one by one, because a long flow has many and speaks of few. */
export type AnsweredBefore = { has: (address: string) => boolean }

const split = (address: string): [string | undefined, string] => {
  const [need = '', step] = address.split('/')
  return step === undefined ? [undefined, need] : [need, step]
}
const isAsked = (flow: FlowView, step: string): boolean => 'ask' in record(flow.steps[step])
const isShared = (flow: FlowView, step: string): boolean => 'shared' in record(flow.steps[step])

/** The flow that an agenda walks for a need. */
function walkedFor({ flows }: Survey, sections: unknown, need: string): FlowView | undefined {
  const flow = flows.get(inWords(record(sections)[need]))
  return flow && flow.id !== MAIN ? flow : undefined
}

/** Does an agenda ask it in one of its sections? One inside a section is not walked. */
function asksInside(survey: Survey, sections: unknown, address: string): boolean {
  const [need, step] = split(address)
  if (need === undefined)
    return Object.keys(record(sections)).some((one) => {
      const flow = walkedFor(survey, sections, one)
      return flow !== undefined && isShared(flow, step)
    })
  const flow = walkedFor(survey, sections, need)
  return flow !== undefined && isAsked(flow, step)
}

/** Can it have been asked in the main flow when it stands at a step? */
function askedInMain(survey: Survey, main: FlowView, at: string, address: string): boolean {
  const [need, step] = split(address)
  const isOwn = need === undefined && (isAsked(main, step) || isShared(main, step))
  if (isOwn && leadsTo(main, step, at)) return true
  return Object.entries(main.steps).some(
    ([name, { sections }]) =>
      sections !== undefined && asksInside(survey, sections, address) && leadsTo(main, name, at),
  )
}

/** What can have been answered when a step of a flow decides where to go. */
export function askedAt(survey: Survey, flow: FlowView, at: string): AnsweredBefore | undefined {
  const { main, sections } = survey
  if (!main?.whole || !flow.whole) return undefined
  if (flow.id === MAIN)
    return { has: (address) => address === STRIP || askedInMain(survey, main, at, address) }
  const needs = sections.get(flow.id) ?? []
  const agendas = Object.keys(main.steps).filter((name) =>
    Object.values(record(main.steps[name]?.sections)).includes(flow.id),
  )
  const has = (address: string): boolean => {
    if (address === STRIP) return true
    const [need, step] = split(address)
    const isOwn = need === undefined ? isShared(flow, step) : needs.includes(need) && isAsked(flow, step)
    if (isOwn && leadsTo(flow, step, at)) return true
    // of its own need what this flow asks later may be asked before only by another agenda, which is not looked for
    if (need !== undefined && needs.includes(need)) return false
    return agendas.some((name) => askedInMain(survey, main, name, address))
  }
  return { has }
}
