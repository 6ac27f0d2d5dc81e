/** A speaker that remembers which texts it was asked for, so that a page carries just those. */
import type { Language, Words } from '#core/contract/content.ts'
import { type Speech, speak } from './speech.ts'

export type Recorder = Speech & { used(): Words }

export function recorder(language: Language, words: Words): Recorder {
  const speech = speak(language, words)
  const used: Words = {}
  const note = (key: string) => {
    const [namespace = '', ...rest] = key.split(':')
    const name = rest.join(':')
    const text = words[namespace]?.[name]
    if (text === undefined) return
    used[namespace] = { ...used[namespace], [name]: text }
  }
  return {
    ...speech,
    t(key, values) {
      note(key)
      return speech.t(key, values)
    },
    used: () => used,
  }
}
