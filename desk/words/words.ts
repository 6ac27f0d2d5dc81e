/** The desk’s own words: one lazy chunk per language and namespace, found in `locales/` when the desk is built. */
import i18next from 'i18next'
import type { Language } from '#core/contract/content.ts'

const files = import.meta.glob<Record<string, string>>(
  ['../../locales/*/{desk,messages,segments}.json', '!../../locales/notes/**'],
  { import: 'default' },
)
const own = import.meta.glob<Language>('../../locales/*/language.json', { eager: true, import: 'default' })

const folderOf = (path: string) => path.split('/').at(-2) ?? ''
const nameOf = (path: string) => path.split('/').at(-1)?.replace('.json', '') ?? ''

const FIRST = 'fi'
const words = i18next.createInstance()
let language = FIRST

/** Languages that have words for the desk, each named in itself. */
export const languages = (): Language[] => {
  const withDesk = new Set(
    Object.keys(files)
      .filter((path) => nameOf(path) === 'desk')
      .map(folderOf),
  )
  const named = Object.entries(own).filter(([path, { draft }]) => withDesk.has(folderOf(path)) && !draft)
  return named.map(([, described]) => described)
}

async function load(folder: string): Promise<void> {
  const wanted = Object.entries(files).filter(([path]) => folderOf(path) === folder)
  await Promise.all(
    wanted.map(async ([path, read]) =>
      words.addResourceBundle(folder, nameOf(path), await read(), true, true),
    ),
  )
}

/** Loads a language and turns the page to it. */
export async function speak(folder: string): Promise<void> {
  if (!words.isInitialized) {
    await words.init({
      lng: FIRST,
      fallbackLng: FIRST,
      defaultNS: 'desk',
      keySeparator: false,
      nsSeparator: ':',
      interpolation: { escapeValue: false }, // Preact escapes text
      resources: {},
    })
    await load(FIRST)
  }
  if (folder !== FIRST) await load(folder)
  await words.changeLanguage(folder)
  language = folder
  const described = languages().find((one) => one.lang === folder)
  document.documentElement.lang = folder
  document.documentElement.dir = described?.dir ?? 'ltr'
}

export const spokenLanguage = () => language

/** The text of a key: `row.waited`, or `messages:{code}` of another namespace. */
export const say = (key: string, values: Record<string, unknown> = {}): string => words.t(key, values)

/** The text of the first key that has one, else the last resort as it is. */
export function sayFirst(keys: string[], lastResort: string): string {
  const key = keys.find((one) => words.exists(one))
  return key ? words.t(key) : lastResort
}
