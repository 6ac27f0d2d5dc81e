/** In which language the desk speaks: the address says it, so that a bookmark keeps it; nothing is stored. */

import { prepareRows } from '../callbacks/state/queue.ts'
import { prepareCurrentWords, prepareWords } from '../words/content.ts'
import { firstSpoken, speak, spokenLanguage } from '../words/words.ts'
import { desk } from './desk.ts'

const inAddress = () => new URLSearchParams(location.search).get('language')

/** At the opening of the page: as the address says, else as the browser wishes. */
export async function speakFirst(): Promise<void> {
  const said = inAddress()
  await speak(firstSpoken(said ? [said, ...navigator.languages] : navigator.languages))
  desk.set({ language: spokenLanguage() })
}

/** Turns the whole desk, with the questions and answers on it, to another language. */
export async function turnTo(language: string): Promise<void> {
  await speak(language)
  history.replaceState(history.state, '', `?language=${language}${location.hash}`)
  const { request, queue, phase } = desk.get()
  if (phase === 'signed-in') {
    await prepareCurrentWords()
    if (request) await prepareWords(request.revision)
    if (queue) await prepareRows(queue.rows)
  }
  // what was said aloud in the former language is not left standing in this one
  desk.set({ language, announcement: '' })
}
