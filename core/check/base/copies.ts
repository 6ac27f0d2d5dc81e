/** Files that nobody reads by their name: a copy beside the file that it was made of, or the right file under another name. */

/** What programs and people put on the name of a copy: `money copy`, `money (1)`, `money_old`, `Kopio - money`. */
const WORDS =
  'copy|kopio|kopia|old|vanha|gammal|backup|bak|orig|original|alkuperäinen|varmuuskopio|tmp|temp|new|uusi|ny|final|v?\\d{1,2}|\\d{4}-?\\d{2}-?\\d{2}'
const MARKS = [
  /^(?:copy of|copy|kopio|kopia(?: av)?)[ _.–-]+(.+)$/i,
  /^(.+?)[ _.–-]*\(\d+\)$/,
  new RegExp(`^(.+?)[ _.–-]+(?:${WORDS})$`, 'i'),
]
/** Endings that were put behind the right one, or in its place. */
const ENDINGS = /(?:~|\.(?:bak|old|orig|tmp|save|txt|yml|yaml|json))$/i
const ID = /^[a-z0-9][a-z0-9-]*$/

/** The name without one such mark; nothing where there is none. */
const unmarked = (name: string): string | undefined =>
  MARKS.map((mark) => mark.exec(name)?.[1]?.trim()).find((rest) => rest !== undefined && rest !== '')

/** The name of which this one is a copy, of those that are there. */
export function copied(name: string, isThere: (name: string) => boolean): string | undefined {
  for (let rest = unmarked(name); rest !== undefined; rest = unmarked(rest))
    if (rest !== name && isThere(rest)) return rest
  return undefined
}

/** The name without its endings; nothing where it has none that content has. */
function stemOf(file: string): string | undefined {
  let stem = file
  while (ENDINGS.test(stem)) stem = stem.replace(ENDINGS, '')
  return stem === file || stem === '' ? undefined : stem
}

/** The ending of the files of a folder. */
const endingIn = (room: string, stem: string): string =>
  room === 'locales' && stem !== 'phrases' ? '.json' : '.yaml'

export type MeantFile = { name: string; isCopy: boolean }

/**
 * Of the logical name of a file that nobody reads: the file that it is a copy of, or, where there is none, the name under which
 * it would be read.
 */
export function meantBy(name: string, isThere: (name: string) => boolean): MeantFile | undefined {
  const [room = '', ...rest] = name.split('/')
  const whole = stemOf(rest.at(-1) ?? '')
  if (whole === undefined) return undefined
  const [, stem = '', state = ''] = /^(.+?)(\.state)?$/.exec(whole) ?? []
  const plain = (one: string) => one.toLowerCase()
  const fileOf = (one: string) =>
    [room, ...rest.slice(0, -1), plain(one) + state + endingIn(room, plain(one))].join('/')
  const isOther = (one: string) => fileOf(one) !== name && isThere(fileOf(one))
  const original = isOther(stem) ? stem : copied(stem, isOther)
  if (original !== undefined) return { name: fileOf(original), isCopy: true }
  let bare = stem
  for (let next = unmarked(bare); !ID.test(plain(bare)) && next !== undefined; next = unmarked(bare))
    bare = next
  return ID.test(plain(bare)) && fileOf(bare) !== name ? { name: fileOf(bare), isCopy: false } : undefined
}
