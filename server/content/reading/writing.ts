/** What can be told of the writing of a file before it is parsed, better than any parser says it. */
import type { Code, Fill } from '#core/check/said/saying.ts'

/** A slip in the writing, where it stands, and what its sentence shows. */
export type Slip = { code: Code; offset: number; fill?: Fill }
type Look = (text: string) => Slip | undefined

/** A look for a pattern: the place is that of its first group, or of the whole. */
const look =
  (pattern: RegExp, code: Code): Look =>
  (text) => {
    const hit = pattern.exec(text)
    if (!hit) return undefined
    const value = hit[1] ?? hit[0]
    return { code, offset: hit.index + hit[0].lastIndexOf(value), fill: { value: value.trim() } }
  }

const BOTH: Look[] = [look(/\ufffd|\0/, 'not-utf8'), look(/^(<{7}|={7}|>{7}|\|{7}).*$/m, 'git-marks')]

/** A line of three hyphens after something else than comments, and before something. */
function documents(text: string): Slip | undefined {
  const offset = text.search(/^---\s*$/m)
  const isBetween = offset > 0 && /\S/.test(text.slice(0, offset)) && /\S/.test(text.slice(offset + 3))
  return isBetween ? { code: 'yaml-documents', offset, fill: { value: '---' } } : undefined
}

/** A sign that goes on without a space: of a row its hyphen, of a word of the language its colon. */
const glued =
  (pattern: RegExp, sign: string): Look =>
  (text) => {
    const hit = look(pattern, 'yaml-space-missing')(text)
    const found = String(hit?.fill?.value)
    return hit && { ...hit, fill: { found, sign, right: found.replace(sign, `${sign} `) } }
  }
const WORDS = 'ask|next|go|when|end|then|id|options|shared|flow|list|for|any|all|not|min|max'

const YAML: Look[] = [
  look(/^[ -]*([\u00a0\u2007\u202f\u3000]+)/m, 'yaml-nbsp'),
  look(/^[^#'"\n]*[\w-]:([\u00a0\u2007\u202f]+)/m, 'yaml-nbsp'),
  look(/(?:[\w-]: |^ *- |\[ ?|\[[^\]\n]*, ?)([’‘“”„´`][\w-]+[’‘“”´`]?)(?=[\],}]|\s*$)/m, 'yaml-smart-quotes'),
  documents,
  glued(new RegExp(`(?:^ *(?:- )?|[{,] ?)((?:${WORDS}):[\\w-]+)(?=[\\s,}]|$)`, 'm'), ':'),
  look(/(?:^[ -]*[\w-]+: |^ *- |[{[,] ?(?:[\w-]+: )?)([%@`][^\s,\]}]*)/m, 'yaml-sign'),
  look(/(?:[\w-]: |\[ ?|\[[^\]\n]*, ?)(0\d+)(?=\s*(?:[,\]}]|$))/m, 'yaml-number'),
  look(/(?:cutOff|callBy|from|to): (\d{1,2}\.\d\d)(?=\s*(?:[,\]}]|$))/m, 'yaml-time'),
]

/** Signs that people write for a hyphen. In the middle of a text over several lines they are right: looked for where the file could not be parsed. */
const DASH = look(/^ *([–—•])\s/m, 'yaml-dash')
const HYPHEN = glued(/^ *(-[a-z][\w-]*)/m, '-')
const SIGN = look(/[\]}\w']\s*(\|\||&&)/, 'joined-by-sign')
const COMMA = look(/,\s*(,)/, 'yaml-comma-twice')

/** Comments and quoted texts may hold whatever they like: in their place stand as many spaces. */
const withoutTexts = (text: string): string =>
  text.replace(
    /(?<=[\s:[{,])'(?:[^']|'')*'|(?<=[\s:[{,])"(?:[^"\\]|\\[\s\S])*"|(?<=^|\s)#[^\n]*|(?<=: )[|>][+-]?\n(?:(?: {2,}[^\n]*)?\n)*/gm,
    (part) => part.replace(/[^\n]/g, ' '),
  )

/** Lines of a file of words as they are written: a key and its text. */
const ENTRY = /^\s*"(?:[^"\\]|\\.)*"\s*:\s*("(?:[^"\\]|\\.)*"|\{.*\}|\[|\{)?\s*(,?)\s*$/

const at = (lines: string[], index: number): number =>
  lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0)

/** The next line in which something stands. */
function nextOf(lines: string[], index: number): number {
  let next = index + 1
  while (next < lines.length && lines[next]?.trim() === '') next += 1
  return next
}

/** The first line that is no line of a file of words, and what is wrong with it. */
function jsonLine(text: string): Slip | undefined {
  const lines = text.split('\n')
  for (const [index, line] of lines.entries()) {
    const here = (code: Code, column = line.search(/\S/)): Slip => ({
      code,
      offset: at(lines, index) + Math.max(0, column),
    })
    if (/^\s*(\/\/|\/\*|#)/.test(line)) return here('json-comment')
    if (/^\s*[“”„]/.test(line) || /^\s*"(?:[^"\\]|\\.)*"\s*:\s*[“”„]/.test(line))
      return here('json-smart-quotes', line.search(/[“”„]/))
    const entry = ENTRY.exec(line)
    if (entry?.[1]?.endsWith('"')) {
      const next = (lines[nextOf(lines, index)] ?? '').trim()
      if (entry[2] === '' && next.startsWith('"')) return here('json-comma-missing', line.trimEnd().length)
      if (entry[2] === ',' && next.startsWith('}')) return here('json-comma-extra', line.lastIndexOf(','))
    } else if (/^\s*"[^"]*"\s*:\s*".*"\s*,?\s*$/.test(line))
      return here('json-inner-quote', line.search(/:\s*"/) + 3)
    else if (/^\s*"[^"]*"\s*:\s*"[^"]*$/.test(line))
      // what begins the next entry does not go on with this text
      return /^\s*(?:"[^"]*"\s*:|\}|$)/.test(lines[nextOf(lines, index)] ?? '')
        ? here('json-quote-missing', line.replace(/,?\s*$/, '').length)
        : here('json-line-break')
  }
  return undefined
}

/** The slip that makes a file unreadable, or to be read as something else than it says; nothing when none of these is in it. */
export function slipIn(text: string, json: boolean): Slip | undefined {
  const bare = json ? text : withoutTexts(text)
  return (
    BOTH.map((each) => each(text)).find(Boolean) ??
    (json ? undefined : YAML.map((each) => each(bare)).find(Boolean))
  )
}

/** The same of a file of YAML that could not be parsed. */
export const slipBehind = (text: string): Slip | undefined => {
  const bare = withoutTexts(text)
  return DASH(bare) ?? HYPHEN(bare) ?? COMMA(bare) ?? SIGN(bare)
}

/** The same of a file of words that could not be parsed. */
export const slipInWords = (text: string): Slip | undefined => jsonLine(text)
