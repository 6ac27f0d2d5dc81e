/** The states of one translated file: which text each translation was made from, and by whom. Pure. */
import type { Texts } from '#core/check/base/text-forms.ts'
import { originalOf } from '#core/check/base/text-forms.ts'
import {
  isWordless,
  shortName,
  stateOf,
  type TranslationState,
} from '#core/check/words/translation-states.ts'

export type States = Record<string, TranslationState>
export type Marking = {
  /** who made what is new or changed; by default a program. What has no word in it is always the same */
  by?: TranslationState['by']
  /** only these keys, new or not */
  keys?: string[]
  /** every text, new or not: somebody has read them all */
  all?: boolean
}
export type Marked = {
  states: States
  /** keys whose state is written anew */
  written: string[]
  /** keys of states whose text is gone */
  gone: string[]
  /** translations made from an older text */
  stale: string[]
  /** translations word for word as their source, not marked so on purpose */
  alike: string[]
}

const makerOf = (text: string, original: string, by: Marking['by']): TranslationState['by'] =>
  text === original && isWordless(text) ? 'same' : (by ?? 'machine')

/**
 * @param before what the state file holds, trusted in nothing
 * @param source the texts of the source language, `texts` those of the translation
 */
export function mark(
  before: Record<string, unknown>,
  source: Texts,
  texts: Texts,
  { by, keys = [], all = false }: Marking,
): Marked {
  const marked: Marked = {
    states: {},
    written: [],
    gone: Object.keys(before).filter((key) => !(key in texts)),
    stale: [],
    alike: [],
  }
  for (const [key, text] of Object.entries(texts)) {
    const original = originalOf(source, key)
    if (original === undefined) continue
    const [known, now] = [stateOf(before[key]), { source: shortName(original), text: shortName(text) }]
    const isNew = known === undefined || known.text !== now.text
    const isMeant = keys.length > 0 ? keys.includes(key) : all || isNew
    if (isMeant) {
      marked.states[key] = { ...now, by: makerOf(text, original, by) }
      marked.written.push(key)
    } else if (known) marked.states[key] = known
    if (marked.states[key] && marked.states[key].source !== now.source) marked.stale.push(key)
    if (text === original && marked.states[key]?.by !== 'same') marked.alike.push(key)
  }
  return marked
}

/** The file as it is written: one key a line, in the order of the texts. */
export const fileText = (states: States): string =>
  `{\n${Object.entries(states)
    .map(([key, { source, text, by }]) => {
      const state = `{ "source": "${source}", "text": "${text}", "by": "${by}" }`
      return `  ${JSON.stringify(key)}: ${state}`
    })
    .join(',\n')}\n}\n`
