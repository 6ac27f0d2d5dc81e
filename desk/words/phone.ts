/** A number as people read it aloud. Only its look changes: the link carries E.164. */

const groups = (digits: string, sizes: number[]): string => {
  const parts: string[] = []
  let rest = digits
  for (const size of sizes) {
    if (rest.length <= size + 1) break
    parts.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  return [...parts, rest].join(' ')
}

/** Finnish mobile numbers as 040 123 4567, others as +46 701 234 567. */
export function phoneWords(e164: string): string {
  if (e164.startsWith('+358')) return groups(`0${e164.slice(4)}`, [3, 3])
  const [, country = '', rest = ''] = /^(\+(?:1|7|\d{2}))(\d+)$/.exec(e164) ?? []
  return country ? `${country} ${groups(rest, [3, 3, 3])}` : e164
}
