/** What somebody meant by an address of the chat, however it was written: by hand, by another program, from a letter. */

/** The pages besides the conversation itself, as their addresses name them. */
const PAGES = ['advice', 'request'] as const
export type ChatPage = 'chat' | (typeof PAGES)[number]

/** Escapes of an older page may not be UTF-8; half an escape stays as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}

/** `Äänekoski `, `aanekoski` and `%C4%E4nekoski` are one name: small letters without accents, the rest as hyphens. */
export const nameOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')

/** Path and query. A question mark that was escaped on its way, in a letter or by another program, is one all the same. */
const halves = (url: string): [string, string] => {
  const [address = ''] = url.split('#', 1)
  const [path = ''] = address.split(/\?|%3f/i, 1)
  const rest = address.slice(path.length)
  return rest.startsWith('%') ? [path, unescaped(rest).slice(1)] : [path, rest.slice(1)]
}

/** Slashes that were escaped, or written the other way, part as others do; what a letter or a server puts after a name is dropped. */
const parts = (path: string) =>
  path
    .split(/\/|\\|%2f|%5c/i)
    .map((part) => unescaped(part).replace(/\p{Cf}|;.*|\.html?$/gsu, ''))
    .map((part) => /.*[\p{L}\p{N}]/su.exec(part)?.[0].trim() ?? '')
    .filter((part) => part !== '')

/** Is it an address of the chat, in any spelling? */
export const isOfChat = (url: string): boolean => parts(halves(url)[0])[0]?.toLowerCase() === 'chat'

/** The first value of a parameter that says something. A copied `&amp;`, a second `?` and another case are no other parameter. */
function parameter(query: string, name: string): string | undefined {
  for (const pair of query.split(/[&?;]/)) {
    const [key = '', ...value] = pair.split('=')
    const said = unescaped(value.join('=').replaceAll('+', ' ')).trim()
    if (said && unescaped(key).trim().toLowerCase() === name) return said
  }
  return undefined
}

/** An address of the chat, read as kindly as it can be. */
export type Meant = {
  /** undefined: the address leads nowhere */
  page: ChatPage | undefined
  /** languages named, the one in the path first */
  languages: string[]
  station: string | undefined
  /** one piece of advice, by its name */
  item: string | undefined
  /** what stood behind the question mark, with the mark; safe in a header */
  query: string
}

/** Pure. @param url path and query, as they were asked for */
export function meantBy(url: string): Meant {
  const [path, query] = halves(url)
  const [, first, ...others] = parts(path)
  const pageNamed = (name: string | undefined): ChatPage | undefined =>
    PAGES.find((page) => page === name?.toLowerCase())
  // the language may have been left out
  const isPage = pageNamed(first) !== undefined
  const rest = isPage ? [first, ...others] : others
  const named = rest.length === 0 ? 'chat' : pageNamed(rest[0])
  // of all pages advice alone has pages of its own below it
  const page = rest.length < 2 || (rest.length === 2 && named === 'advice') ? named : undefined
  const language = isPage ? undefined : first
  const wished = [language, parameter(query, 'language'), parameter(query, 'lang')]
  return {
    page,
    languages: wished.filter((one) => one !== undefined),
    station: parameter(query, 'station'),
    item: page === 'advice' && rest[1] ? nameOf(rest[1]) : undefined,
    query: query && `?${query.replace(/[^\x21-\x7e]/g, encodeURIComponent)}`,
  }
}

/** Where a page stands in a language. */
export const pathOf = (language: string, { page = 'chat', item }: Pick<Meant, 'page' | 'item'>): string =>
  `/chat/${language}${page === 'chat' ? '' : `/${page}`}${item === undefined ? '' : `/${encodeURIComponent(item)}`}`

type StationNames = { station: string; name: string; names: string | null }

/**
 * The station that is meant by a name: its own short one, or what it is called in any language, when no other is called so.
 * @returns undefined when there is none
 */
export function stationMeant(said: string, stations: readonly StationNames[]): string | undefined {
  const wanted = nameOf(said)
  const own =
    stations.find(({ station }) => station === said) ?? stations.find((one) => nameOf(one.station) === wanted)
  if (own) return own.station
  const called = stations.filter(({ name, names }) =>
    [name, ...Object.values(JSON.parse(names ?? '{}') as Record<string, string>)].some(
      (one) => nameOf(one) === wanted,
    ),
  )
  return called.length === 1 ? called[0]?.station : undefined
}
