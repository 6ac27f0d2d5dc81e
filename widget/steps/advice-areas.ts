/** All advice by area of life: on the page of all of it, and on the page of each. Pure. */
import type { AdviceItem, Dialogue, Id } from '#core/flow/definition.ts'
import { MAIN } from '#core/flow/words.ts'
import type { Speech } from '../words/speech.ts'

export type Catalogue = { dialogue: Dialogue; speech: Speech }
export type AdviceArea = { id: Id; name: string; own: [Id, AdviceItem][]; also: Id[] }

/** The first question that matters are chosen in: its options are the areas of life, in order. */
function choicesOf({ flows }: Dialogue): { step: Id; options: Id[] } {
  const main = flows[MAIN]
  for (const agenda of Object.values(main?.steps ?? {})) {
    const question = 'agenda' in agenda && (main?.steps[agenda.agenda] ?? main?.shared?.[agenda.agenda])
    if (question && 'options' in question) return { step: agenda.agenda, options: question.options ?? [] }
  }
  return { step: '', options: [] }
}

/** What has no words, or no area of life, cannot be shown: it is left out, and the rest stands. */
export const isShown = (speech: Speech, id: Id, item: AdviceItem | null | undefined) =>
  Array.isArray(item?.lifeAreas) && speech.has(`advice:${id}.title`)

/** Areas in the order of the question, each with the items that are at home there, and those that belong there too. */
export function areasOf({ dialogue, speech }: Catalogue): AdviceArea[] {
  const items = Object.entries(dialogue.advice).filter(([id, item]) => isShown(speech, id, item))
  const { step, options } = choicesOf(dialogue)
  const all = options.map((id) => ({
    id,
    name: speech.t(`${MAIN}:${step}.options.${id}`),
    own: items.filter(([, { lifeAreas }]) => lifeAreas[0] === id),
    also: items.filter(([, { lifeAreas }]) => lifeAreas.slice(1).includes(id)).map(([item]) => item),
  }))
  return all.filter(({ own, also }) => own.length + also.length > 0)
}
