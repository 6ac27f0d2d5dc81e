/** What files of the house import from each other, for the tests that look at its arrows. */
import path from 'node:path'
import { codeFiles, read } from './sources.ts'

export type Import = {
  /** as it is written */
  from: string
  /** of types only: nothing of it runs */
  types: boolean
  /** fetched while the program runs: `import('…')` */
  later: boolean
}

/** Every import of a source text. */
export function importsOf(text: string): Import[] {
  const found: Import[] = []
  const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^'"()=]*?\bfrom\s*['"]([^'"\n]+)['"]/g
  for (const [, types, from] of text.matchAll(statement))
    if (from) found.push({ from, types: Boolean(types), later: false })
  for (const [, from] of text.matchAll(/(?:^|\n)\s*import\s+['"]([^'"\n]+)['"]/g))
    if (from) found.push({ from, types: false, later: false })
  for (const [, from] of text.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g))
    if (from) found.push({ from, types: false, later: true })
  return found
}

/** The file of the house that an import names, as a path from the root; nothing for a package. */
export const targetOf = (file: string, from: string): string | undefined => {
  const [bare = ''] = from.split('?')
  if (bare.startsWith('#core/')) return bare.slice(1)
  return bare.startsWith('.') ? path.posix.join(path.posix.dirname(file), bare) : undefined
}

export type Arrow = { from: string; to: string; types: boolean; later: boolean }

/** The arrows of one source text. */
export const arrowsFrom = (file: string, text: string): Arrow[] =>
  importsOf(text).flatMap(({ from, types, later }) => {
    const to = targetOf(file, from)
    return to === undefined ? [] : [{ from: file, to, types, later }]
  })

/** Every arrow between files of the rooms that are the product. */
export const arrowsOfTheHouse = (): Arrow[] =>
  codeFiles()
    .filter((file) => /^(core|widget|desk|server)\//.test(file))
    .flatMap((file) => arrowsFrom(file, read(file)))
