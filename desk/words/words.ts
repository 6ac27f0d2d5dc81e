/** The desk’s own words: one lazy chunk per language and namespace, found in `locales/` when the desk is built; those of a wing come with it. */
import i18next from 'i18next'
import type { Language } from '#core/contract/content.ts'
import { lookUpLanguage } from '#core/say/language-tag.ts'
import type { Speaker } from '#core/say/speaker.ts'

const files = import.meta.glob<Record<string, string>>(
  ['../../locales/*/{desk,admin,messages,numbers,say,segments,statistics}.json', '!../../locales/notes/**'],
  { import: 'default' },
)
const own = import.meta.glob<Language>('../../locales/*/language.json', { eager: true, import: 'default' })

const folderOf = (path: string) => path.split('/').at(-2) ?? ''
const nameOf = (path: string) => path.split('/').at(-1)?.replace('.json', '') ?? ''

/** The language that everything is written in first: what is missing elsewhere is shown in it. */
export const FIRST = 'fi'
const words = i18next.createInstance()
let language = FIRST

/** Languages that have words for the desk, each named in itself; the first language first. */
export const languages = (): Language[] => {
  const withDesk = new Set(
    Object.keys(files)
      .filter((path) => nameOf(path) === 'desk')
      .map(folderOf),
  )
  const named = Object.entries(own).filter(([path, { draft }]) => withDesk.has(folderOf(path)) && !draft)
  const first = ({ lang }: Language) => Number(lang !== FIRST)
  return named.map(([, described]) => described).sort((one, other) => first(one) - first(other))
}

/** What a language is called in itself, if the house has it: `fi-simple` is nobody’s standard. */
export const ownNameOf = (code: string): string | undefined =>
  Object.values(own).find(({ lang }) => lang === code)?.name

/** The first wish that the desk speaks; else the first language. */
export function firstSpoken(wishes: readonly string[], spoken = languages().map(({ lang }) => lang)): string {
  return lookUpLanguage(wishes, spoken) ?? FIRST
}

/** Texts of a language and namespace: they stand beside those that are known, or in their place. */
export const learn = (folder: string, namespace: string, texts: Record<string, string>) =>
  void words.addResourceBundle(folder, namespace, texts, true, true)

/** Words that are spoken on every page; a wing’s own are added when somebody enters it. */
const spoken = new Set(['desk', 'messages', 'say', 'segments'])

async function load(folder: string): Promise<void> {
  const wanted = Object.entries(files).filter(
    ([path]) => folderOf(path) === folder && spoken.has(nameOf(path)),
  )
  await Promise.all(wanted.map(async ([path, read]) => learn(folder, nameOf(path), await read())))
}

/**
 * A language beside the one of the desk, for what is said to a resident in theirs; where the desk has no such words, the first one.
 * Keys name their namespace: `desk:missed.next`.
 */
export async function speakerIn(code: string): Promise<Speaker> {
  const spokenCodes = languages().map(({ lang }) => lang)
  const found = lookUpLanguage([code], spokenCodes) ?? FIRST
  await load(found)
  return {
    lang: found,
    t: (key, values) => words.t(key, { lng: found, ...values }),
    has: (key) => words.exists(key, { lng: found }),
  }
}

/** Loads the words of a wing, in the language that is spoken and from now on in every other. */
export async function speakAlso(namespace: string): Promise<void> {
  spoken.add(namespace)
  await Promise.all([...new Set([FIRST, language])].map(load))
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

/** Has the desk a text of its own for this key? */
export const has = (key: string): boolean => words.exists(key)

/** The desk as a speaker of what is not part of a revision: days, times, ways of contact. */
export const speaker = (): Speaker => ({ lang: language, t: say, has })

/** The text of the first key that has one, else the last resort as it is. */
export function sayFirst(keys: string[], lastResort: string, values: Record<string, unknown> = {}): string {
  const key = keys.find(has)
  return key ? words.t(key, values) : lastResort
}
