/** Who speaks: the words of one language, and whom they speak of. Either room brings its own. */
import { CHILD, RELATIVE, SPOUSE } from '../flow/named.ts'

/** Is asked for somebody near: a child or a spouse too. @param asker the answer to who asks */
export const isNearOne = (asker: unknown): boolean => [RELATIVE, CHILD, SPOUSE].some((one) => one === asker)

export type Speaker = {
  /** ISO language tag, also for `Intl` */
  lang: string
  /** text of `namespace:key`; `context` chooses the variant for a near one or a professional */
  t(key: string, values?: Record<string, unknown>): string
  has(key: string): boolean
}

/** What earlier answers give to texts: the words they were chosen in, by step, and by `flow:step` which forms of its texts fit them. */
export type EarlierWords = { values: Record<string, string>; forms: Record<string, string[]> }

/** Texts of whom is spoken: `say:whose.child` is `läheisesi=lapsesi|…|-Kysy ensin lapseltasi`. */
const WHOSE = 'say:whose.'
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * What is said of a near one, said of this one: words exchanged (at the beginning of a sentence too), and lines that begin
 * so (`-…`) left out. Forms of a language are data, so that no text has to be written for each kind of near one.
 */
export function exchanged(text: string, table: string): string {
  const parts = table.split('|')
  const swaps = parts.flatMap((part) => {
    const [from = '', to] = part.split('=')
    return to === undefined ? [] : [[from, to] as const, [capital(from), capital(to)] as const]
  })
  const said = swaps.reduce((all, [from, to]) => all.replaceAll(from, to), text)
  const dropped = parts.flatMap((part) => (part.startsWith('-') ? [part.slice(1)] : []))
  if (dropped.length === 0) return said
  return said
    .split('\n')
    .filter((line) => !dropped.some((one) => line.startsWith(one)))
    .join('\n')
}

/** The same speaker in the variant for this asker, and in the forms that suit earlier answers: `…_if-north` before `…_if-answered` before the plain text. A kind of near one (`say:whose.{asker}`) is spoken of in the texts of a near one. */
export function speakTo<One extends Speaker>(
  speaker: One,
  asker: unknown,
  { values, forms }: EarlierWords = { values: {}, forms: {} },
): One {
  const context = typeof asker === 'string' ? asker : undefined
  const formed = (key: string) =>
    forms[key.split('.')[0] as string]?.map((form) => `${key}_if-${form}`).find((one) => speaker.has(one)) ??
    key
  const whose = WHOSE + context
  const table = speaker.has(whose) ? speaker.t(whose) : undefined
  /** Of one who is a near one in their own words: a text of theirs first. */
  const near = (key: string, more?: Record<string, unknown>) =>
    speaker.has(`${key}_${context}`)
      ? speaker.t(`${key}_${context}`, { ...values, ...more })
      : exchanged(speaker.t(key, { ...values, context: RELATIVE, ...more }), table as string)
  return {
    ...speaker,
    has: (key) => speaker.has(formed(key)),
    t: (key, more) =>
      table === undefined ? speaker.t(formed(key), { ...values, context, ...more }) : near(formed(key), more),
  }
}
