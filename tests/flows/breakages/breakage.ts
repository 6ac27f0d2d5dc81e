/** A slip in the repository's own content: what is written instead, and what its writer is told. */
export type Texts = Record<string, string>
export type Breakage = {
  name: string
  /** the content with the slip in it */
  spoil: (texts: Texts) => Texts
  /** the kind of problem that is told; nothing where it is rightly accepted */
  code: string | undefined
  /** where it is told: the file, and what stands in the line (nothing: whichever line) */
  file: string
  line: string | undefined
  level: 'error' | 'warning'
}
type Told = { at?: string; line?: string; level?: Breakage['level'] }

/** Replaces what stands once in a file. */
export function replaced(texts: Texts, file: string, old: string, fresh: string): Texts {
  const parts = (texts[file] ?? '').split(old)
  if (parts.length !== 2) throw new Error(`"${old}" is ${parts.length - 1} times in ${file}`)
  return { ...texts, [file]: parts.join(fresh) }
}

const firstLine = (text: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim()

/** Another text in the place of one that stands once. It is told in the line where the fresh text begins, if nothing else is said. */
export const slip = (
  name: string,
  file: string,
  old: string,
  fresh: string,
  code?: string,
  { at = file, line = firstLine(fresh), level = 'error' }: Told = {},
): Breakage => ({
  name,
  spoil: (texts) => replaced(texts, file, old, fresh),
  code,
  file: at,
  line: at === file || line !== firstLine(fresh) ? line : undefined,
  level,
})

/** Any change of the whole. */
export const change = (
  name: string,
  spoil: (texts: Texts) => Texts,
  file: string,
  code?: string,
  { line, level = 'error' }: Told = {},
): Breakage => ({ name, spoil, code, file, line, level })

/** Another text in the place of the first such one in a file; told in whichever line of that file. */
export const atFirst = (
  name: string,
  file: string,
  old: string,
  fresh: string,
  code?: string,
  told: Told = {},
): Breakage =>
  change(name, (texts) => ({ ...texts, [file]: (texts[file] ?? '').replace(old, fresh) }), file, code, told)
