/** In which language the desk speaks, and what it says aloud. */
import { whenForgotten } from './session.ts'
import { createStore } from './store.ts'

export type SpeakingState = {
  /** a change draws everything anew */
  language: string
  /** counts the times that words of content came after what they name */
  words: number
  /** said politely to a screen reader */
  announcement: string
}

export const speaking = createStore<SpeakingState>({ language: 'fi', words: 0, announcement: '' })

whenForgotten(() => speaking.set({ announcement: '' }))
