/** Who speaks: the words of one language, and whom they speak of. Either room brings its own. */

export type Speaker = {
  /** ISO language tag, also for `Intl` */
  lang: string
  /** text of `namespace:key`; `context` chooses the variant for a near one or a professional */
  t(key: string, values?: Record<string, unknown>): string
  has(key: string): boolean
}

/** The same speaker in the variant for this asker, with earlier answers at hand for texts that name one. */
export function speakTo<One extends Speaker>(
  speaker: One,
  asker: unknown,
  values: Record<string, string> = {},
): One {
  const context = typeof asker === 'string' ? asker : undefined
  return { ...speaker, t: (key, more) => speaker.t(key, { context, ...values, ...more }) }
}
