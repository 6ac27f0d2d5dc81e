/** In which language the desk speaks: the address says it, so that a bookmark keeps it; nothing is stored. */
import { session } from '../state/session.ts'
import { speaking } from '../state/speaking.ts'
import { prepareCurrentWords } from '../words/content.ts'
import { firstSpoken, speak, spokenLanguage } from '../words/words.ts'
import { entered } from './entering.ts'

const inAddress = () => new URLSearchParams(location.search).get('language')

/** At the opening of the page: as the address says, else as the browser wishes. */
export async function speakFirst(): Promise<void> {
  const said = inAddress()
  await speak(firstSpoken(said ? [said, ...navigator.languages] : navigator.languages))
  speaking.set({ language: spokenLanguage() })
}

/** Turns the whole desk, with the questions and answers on it, to another language. */
export async function turnTo(language: string): Promise<void> {
  await speak(language)
  history.replaceState(history.state, '', `?language=${language}${location.hash}`)
  if (session.get().phase === 'signed-in') {
    await prepareCurrentWords()
    await entered.get().wing?.turned()
  }
  // what was said aloud in the former language is not left standing in this one
  speaking.set({ language, announcement: '' })
}
