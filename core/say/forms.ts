/** Numbers and days in the form of a language, as it is written in Finland: a day stands before its month in English too. */
import type { Speaker } from './speaker.ts'

const inFinland = (lang: string) => new Intl.Locale(lang, { region: 'FI' })

const made = new Map<string, Intl.DateTimeFormat>()
/** The form of a day, which is given by its noon in UTC. To make a form costs a hundred times what it costs to use it, and a queue has some for every row. */
export function written(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options)
  const form = made.get(key) ?? new Intl.DateTimeFormat(inFinland(lang), { timeZone: 'UTC', ...options })
  made.set(key, form)
  return form
}

/**
 * A number in groups of thousands, with every digit that was given: `12 000`, `3,14159`. What is no number is left as it was sent.
 * @param least decimals that stand there also when they are zero, unless the number is whole: `1 234`, `1 234,50`
 */
export function figures(text: string, { lang }: Pick<Speaker, 'lang'>, least = 0): string {
  const value = Number(text)
  const digits = { minimumFractionDigits: value % 1 && least, maximumFractionDigits: 10 }
  return Number.isNaN(value) ? text : value.toLocaleString(inFinland(lang), digits)
}
