/** What would reach the screen as it stands, and should not: marks of web pages, half-closed names, signs that nobody sees, another language. */
import { STAFF_NAMESPACES } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import type { Survey } from '../base/survey.ts'
import type { Texts } from '../base/text-forms.ts'
import type { Code } from '../said/saying.ts'
import smallWords from './small-words.json' with { type: 'json' }

type Sign = { code: Code; find: RegExp; level: 'error' | 'warning' }

/** Joiners are letters of some scripts; a soft hyphen only says where a long word may break. */
const JOINING = [
  'ar',
  'fa',
  'prs',
  'ps',
  'ur',
  'sd',
  'ug',
  'ckb',
  'hi',
  'ne',
  'mr',
  'bn',
  'ml',
  'si',
  'th',
  'km',
  'my',
  'lo',
  'he',
  'yi',
]
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?!\n)\p{Cc}/u
const INVISIBLE_BUT_JOINERS = /[\u202a-\u202e\u2060-\u2069\ufeff]|(?!\n)\p{Cc}/u

const SIGNS: Sign[] = [
  { code: 'text-html', find: /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i, level: 'error' },
  { code: 'text-markdown', find: /\*\*|__|`|^#{1,6} |\[[^\]]+\]\([^)]+\)/m, level: 'error' },
  {
    code: 'name-open',
    find: /\{\{[^{}]*(?:\}(?!\})|$)|\{\{[^{}]*\{|(?<!\{)\{[^{}]*\}\}|(?<!\{)\{[\w-]+\}(?!\})/,
    level: 'error',
  },
  { code: 'text-emoji', find: /(?![©®™✓✔←→↑↓])\p{Extended_Pictographic}/u, level: 'warning' },
]

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}’'-]+/gu) ?? []

/** Several words, all of them in capitals. */
function isShouted(text: string): boolean {
  const words = wordsOf(text).filter((word) => word.length > 2)
  const isLong = words.length > 2 || words.some((word) => word.length > 5)
  return (
    isLong &&
    words.length > 1 &&
    words.every((word) => word === word.toUpperCase() && word !== word.toLowerCase())
  )
}

const SMALL: Record<string, string[]> = smallWords
/** As many small words of another language as can be no chance, and none of its own. */
const ENOUGH = 2
function otherLanguage(language: string, text: string): string | undefined {
  const own = SMALL[language.split('-')[0] ?? '']
  const words = wordsOf(text.replace(/\{\{[^}]*\}\}/g, ' ').toLowerCase())
  if (!own || words.length < 4 || words.some((word) => own.includes(word))) return undefined
  const counted = Object.entries(SMALL).map(([other, small]): [string, number] => [
    other,
    words.filter((word) => small.includes(word)).length,
  ])
  return counted.find(([, count]) => count >= ENOUGH)?.[0]
}

function shownIn(
  text: string,
  language: string,
): { code: Code; found: string; level: 'error' | 'warning' }[] {
  const found = SIGNS.flatMap(({ code, find, level }) => {
    const hit = find.exec(text)?.[0]
    return hit === undefined ? [] : [{ code, found: hit, level }]
  })
  const unseen = (JOINING.includes(language.split('-')[0] ?? '') ? INVISIBLE_BUT_JOINERS : INVISIBLE).exec(
    text,
  )
  if (!unseen) return found
  const near = text.slice(Math.max(0, unseen.index - 12), unseen.index).replace(/.*\s/s, '')
  return [...found, { code: 'text-invisible', found: near, level: 'error' }]
}

/** Checks the texts of one file of one language. */
export function checkSigns({ report }: Survey, language: string, namespace: string, texts: Texts): void {
  const file = fileOf.words(language, namespace)
  for (const [key, text] of Object.entries(texts)) {
    for (const { code, found, level } of shownIn(text, language))
      report(code, file, [key], { found }, { level })
    if (STAFF_NAMESPACES.includes(namespace)) continue
    if (isShouted(text)) report('text-shouted', file, [key], {}, { level: 'warning' })
    const other = otherLanguage(language, text)
    if (other !== undefined)
      report('text-other-language', file, [key], { other, language }, { level: 'warning' })
  }
}
