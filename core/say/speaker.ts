/** Who speaks: the words of one language, and whom they speak of. Either room brings its own. */

export type Speaker = {
  /** ISO language tag, also for `Intl` */
  lang: string
  /** text of `namespace:key`; `context` chooses the variant for a near one or a professional */
  t(key: string, values?: Record<string, unknown>): string
  has(key: string): boolean
}

/** What earlier answers give to texts: the words they were chosen in, by step, and by `flow:step` which forms of its texts fit them. */
export type EarlierWords = { values: Record<string, string>; forms: Record<string, string[]> }

/** The same speaker in the variant for this asker, and in the forms that suit earlier answers: `…_if-north` before `…_if-answered` before the plain text. */
export function speakTo<One extends Speaker>(
  speaker: One,
  asker: unknown,
  { values, forms }: EarlierWords = { values: {}, forms: {} },
): One {
  const context = typeof asker === 'string' ? asker : undefined
  const formed = (key: string) =>
    forms[key.split('.')[0] as string]?.map((form) => `${key}_if-${form}`).find((one) => speaker.has(one)) ??
    key
  return {
    ...speaker,
    has: (key) => speaker.has(formed(key)),
    t: (key, more) => speaker.t(formed(key), { ...values, context, ...more }),
  }
}
