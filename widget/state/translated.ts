/** The room in another language: its page brings the place and its parts the words. No answer is in either address. */
import { isPhrases, loadContent } from '../net/content.ts'
import { addressIn, ISLAND, type Island, readIsland } from '../net/island.ts'
import { type Speech, speak } from '../words/speech.ts'

/** The data of a page of ours. */
export async function islandAt(address: string): Promise<Island> {
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-store' })
  const [, data] = (await answer.text()).match(new RegExp(`id="${ISLAND}">(.*?)</script>`, 's')) ?? []
  return readIsland(data ?? '')
}

/** Rejects when the network fails, or the revision that runs has no such language. The revision stays. */
export async function translated(now: Island, lang: string): Promise<{ island: Island; speech: Speech }> {
  const other = await islandAt(addressIn(lang, now))
  const from = `.${now.language.lang}.json`
  // a revision that is no longer in force keeps its parts; which languages have phrases the page of another does not know
  const moved = now.parts.map((part) => ({ ...part, path: part.path.replace(from, `.${lang}.json`) }))
  const parts = other.revision === now.revision ? other.parts : moved.filter((part) => !isPhrases(part))
  const island = { ...other, parts, revision: now.revision, first: now.first }
  const { words } = await loadContent(island)
  const speech = speak(other.language, words)
  // what stands on every page comes with the page
  speech.add(other.words)
  return { island, speech }
}
