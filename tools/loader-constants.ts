/** What the loader has with it because it has no request to spend: three words of every language. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** In the order in which the loader reads them. */
const LOADER_WORDS = ['open', 'close', 'failed']

const read = (language: string, file: string): Record<string, unknown> | undefined => {
  const name = path.join('locales', language, file)
  return existsSync(name) ? JSON.parse(readFileSync(name, 'utf8')) : undefined
}

/** A language that is still being translated is offered to nobody. */
const isDraft = (language: string) => read(language, 'language.json')?.draft === true

function words(): Record<string, unknown[]> {
  // beside the languages stand the notes for translators, with the same file names
  const languages = readdirSync('locales').filter((one) => one !== 'notes' && !isDraft(one))
  const said = languages.map((language) => {
    const all = read(language, 'host.json') ?? {}
    return [language, LOADER_WORDS.map((word) => all[`loader.${word}`])] as const
  })
  return Object.fromEntries(said.filter(([, three]) => three.every(Boolean)))
}

/** Names in `widget/loader.ts` → JSON that stands in their place. Read from `locales/` below the working directory. */
export const loaderConstants = () => ({ LOADER_WORDS: JSON.stringify(words()) })
