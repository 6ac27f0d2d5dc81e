/** What can have been answered when a conversation stands at a step. */
import { MAIN, STRIP } from '../../flow/words.ts'
import { inWords, record } from '../base/safe-access.ts'
import type { FlowView, Survey } from '../base/survey.ts'
import { before } from '../flows/graph.ts'

/** Addresses of the questions that these steps of a flow ask; an agenda asks whatever its sections ask. */
function addressesOf(survey: Survey, flow: FlowView, steps: Set<string>, need?: string): string[] {
  return [...steps].flatMap((step) => {
    const bag = record(flow.steps[step])
    if ('ask' in bag) return need === undefined ? [step] : [`${need}/${step}`]
    if ('shared' in bag) return [step]
    if (need !== undefined) return [] // an agenda inside a section is not walked
    return Object.entries(record(bag.sections)).flatMap(([section, id]) => {
      const walked = survey.flows.get(inWords(id))
      return walked && walked.id !== MAIN
        ? addressesOf(survey, walked, new Set(Object.keys(walked.steps)), section)
        : []
    })
  })
}

/** What can have been answered when a step of a flow decides where to go. */
export function askedAt(survey: Survey, flow: FlowView, step: string): Set<string> | undefined {
  const { main, sections } = survey
  if (!main?.whole || !flow.whole) return undefined
  const own = before(flow, step)
  if (flow.id === MAIN) return new Set([STRIP, ...addressesOf(survey, flow, own)])
  const agendas = Object.keys(main.steps).filter((name) =>
    Object.values(record(main.steps[name]?.sections)).includes(flow.id),
  )
  const needs = sections.get(flow.id) ?? []
  return new Set([
    STRIP,
    ...needs.flatMap((need) => addressesOf(survey, flow, own, need)),
    ...agendas
      .flatMap((name) => addressesOf(survey, main, before(main, name)))
      .filter((address) => {
        const [need, inner] = address.split('/')
        return inner === undefined || !needs.includes(need as string)
      }),
  ])
}
