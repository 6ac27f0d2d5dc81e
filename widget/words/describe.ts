/** Questions and answers in words, the same on the question, in the list of answers, in the reasons and on the card. */

import type { Place } from '#core/contract/content.ts'
import type { Dialogue, Id } from '#core/flow/definition.ts'
import type { Visit } from '#core/flow/result.ts'
import { DECLINED, DONT_KNOW, MAIN, NONE } from '#core/flow/words.ts'
import { wholeDate } from './format.ts'
import type { Speech } from './speech.ts'

type Said = Pick<Visit, 'flow' | 'step' | 'question'>

/** A speaker that uses the variant for this asker and may put earlier answers inside texts. */
export function speakTo(speech: Speech, asker: unknown, values: Record<string, string> = {}): Speech {
  const context = typeof asker === 'string' ? asker : undefined
  return { ...speech, t: (key, more) => speech.t(key, { context, ...values, ...more }) }
}

/** The text of one row. */
export function optionText(
  speech: Speech,
  place: Place,
  { flow, step, question }: Said,
  id: Id | number,
): string {
  const own = `${flow}:${step}.${id}`
  if (id === DONT_KNOW || id === NONE) return speech.t(speech.has(own) ? own : `widget:answer.${id}`)
  if (id === DECLINED) return speech.t('widget:answer.declined')
  if (question.ask === 'scale') return speech.t(`widget:scale.${id}`)
  const municipality =
    question.ask === 'municipality' && place.municipalities.find(({ code }) => code === id)?.name
  if (municipality) return municipality[speech.lang] ?? Object.values(municipality)[0] ?? String(id)
  const written = `${flow}:${step}.options.${id}`
  return question.ask === 'municipality' && !speech.has(written)
    ? speech.t(`widget:municipality.${id}`)
    : speech.t(written)
}

/** The answer as a resident would say it. */
export function answerText(speech: Speech, place: Place, visit: Visit): string {
  const { value, question } = visit
  const option = (id: Id | number) => optionText(speech, place, visit, id)
  if (value === undefined) return ''
  if (value === DONT_KNOW || value === DECLINED) return option(value)
  if (Array.isArray(value)) return value.length === 0 ? option(NONE) : value.map(option).join(' · ')
  if (['one', 'scale', 'municipality'].includes(question.ask)) return option(value)
  if (question.ask === 'date') return wholeDate(speech, String(value))
  if (question.ask === 'money')
    return new Intl.NumberFormat(speech.lang, { style: 'currency', currency: 'EUR' }).format(Number(value))
  if (question.ask === 'percentage') return speech.t('widget:answer.percentage', { value })
  return String(value)
}

/** The short label of a question on the card and in lists. */
export function labelOf(speech: Speech, { flow, step }: Said): string {
  const card = `${flow}:${step}.card`
  return speech.t(speech.has(card) ? card : `${flow}:${step}.question`)
}

/** The name of the need being walked, as the resident chose it. */
export function needText(
  speech: Speech,
  dialogue: Dialogue | undefined,
  need: Id | undefined,
): string | undefined {
  if (!need || !dialogue) return undefined
  for (const step of Object.values(dialogue.flows[MAIN]?.steps ?? {})) {
    if ('agenda' in step && need in step.sections) return speech.t(`${MAIN}:${step.agenda}.options.${need}`)
  }
  return undefined
}

/** Every answer so far by its step, for texts that name an earlier answer. */
export const spoken = (speech: Speech, place: Place, path: Visit[]): Record<string, string> =>
  Object.fromEntries(path.map((visit) => [visit.step, answerText(speech, place, visit)]))
