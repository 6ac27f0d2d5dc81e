/** Where somebody who has found a hole writes, as a program reads it (RFC 9116). */

export const SECURITY_TXT = '/.well-known/security.txt'

const DAY = 86_400_000
/** Days that the file holds. It is made when asked for: as long as the server runs, somebody has set its contact. */
const HOLDS = 180

type Said = {
  /** addresses in the order in which they are to be tried; the configuration has judged them */
  contacts: string[]
  /** language tags of the content */
  languages: string[]
  /** epoch milliseconds */
  now: number
  /** of the public address */
  origin: string | undefined
}

/** What an editor writes as `lang` is any text: a line break in it would be a field of its own. */
const isTag = (lang: string) => /^[A-Za-z0-9-]+$/.test(lang)

/** Pure: the file. It ends at the beginning of a day, so that everybody who asks on one day reads the same. */
export function securityTxt({ contacts, languages, now, origin }: Said): string {
  const ends = new Date((Math.floor(now / DAY) + HOLDS) * DAY)
  const tags = [...new Set(languages.filter(isTag))]
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${ends.toISOString().replace('.000', '')}`,
    ...(tags.length > 0 ? [`Preferred-Languages: ${tags.join(', ')}`] : []),
    // the RFC wants https: over a plain line anybody between could have written the file
    ...(origin?.startsWith('https:') ? [`Canonical: ${origin}${SECURITY_TXT}`] : []),
  ]
  return `${lines.join('\n')}\n`
}
