/** One revision in memory: its parts as they are sent, and what the server itself reads of them. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Language, Manifest, Words } from '#core/contract/content.ts'
import type { Provenance } from '#core/contract/screen.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { lookUpLanguage } from '#core/say/language-tag.ts'
import { CATALOGUE } from '#core/say/nested.ts'
import { travellingCatalogue, travellingDialogue, travellingWords } from './travelling.ts'

const compress = promisify(brotliCompress)
const zip = promisify(gzip)

/** Bytes as they are and compressed; compressed once, off the main thread, when first wanted. */
export type Packed = { plain: Buffer; brotli(): Promise<Buffer>; gzip(): Promise<Buffer> }

export function pack(text: string): Packed {
  const plain = Buffer.from(text)
  let made: Promise<Buffer> | undefined
  let zipped: Promise<Buffer> | undefined
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  return {
    plain,
    brotli: () => (made ??= compress(plain, { params })),
    gzip: () => (zipped ??= zip(plain, { level: 9 })),
  }
}

export type Edition = {
  revision: string
  flow: string
  dialogue: Dialogue
  languages: Record<string, Language>
  /** of each advice item; of an item of an older revision undefined */
  provenance(item: string): Provenance | undefined
  /** `dialogue`, `words.fi` …; undefined when there is no such part */
  part(name: string): Packed | undefined
  /** all namespaces of the language, advice included */
  words(language: string): Words
  manifest(language: string): Manifest
  /** the first wish that can be met (`sv-FI` → `sv`), or the language the content is written in */
  language(...asked: string[]): string
}

/** What a browser is given, in the order in which it asks for it. */
const PARTS = ['dialogue', 'words', 'advice', 'phrases', 'item-phrases'] as const
const isPhrases = (name: string) => name.endsWith('phrases')

/** The parts as they are sent: leaner than they are kept, and the facts of advice with its words. */
function sentOf(texts: Map<string, string>, dialogue: Dialogue): Map<string, string> {
  const sent = [...texts].map(([name, text]): [string, string] => {
    const words = () => travellingWords(JSON.parse(text) as Words)
    if (name === 'dialogue') return [name, JSON.stringify(travellingDialogue(dialogue))]
    if (/^(words|own)\./.test(name)) return [name, JSON.stringify(words())]
    if (/^advice\./.test(name))
      return [name, JSON.stringify({ ...words(), [CATALOGUE]: travellingCatalogue(dialogue) })]
    return [name, text]
  })
  return new Map(sent)
}

/** @param texts part name → text, complete */
export function editionOf(revision: string, flow: string, texts: Map<string, string>): Edition {
  const read = <T>(name: string) => JSON.parse(texts.get(name) ?? '{}') as T
  const dialogue = read<Dialogue>('dialogue')
  const packed = new Map([...sentOf(texts, dialogue)].map(([name, text]) => [name, pack(text)]))
  const languages = read<Record<string, Language>>('languages')
  const words = new Map<string, Words>()
  const provenance = read<Record<string, Provenance>>('provenance')
  const known = Object.keys(languages)
  return {
    revision,
    flow,
    languages,
    dialogue,
    provenance: (item) => (Object.hasOwn(provenance, item) ? provenance[item] : undefined),
    part: (name) => packed.get(name),
    words(language) {
      const known = words.get(language)
      if (known) return known
      const all: Words = {}
      for (const part of ['words', 'own', 'advice', 'desk', 'host'])
        for (const [namespace, texts] of Object.entries(read<Words>(`${part}.${language}`)))
          all[namespace] = { ...all[namespace], ...texts }
      words.set(language, all)
      return all
    },
    manifest: (language) => ({
      revision,
      flow,
      language,
      languages: known,
      parts: PARTS.flatMap((name) => {
        const file = name === 'dialogue' ? name : `${name}.${language}`
        const part = packed.get(file)
        if (isPhrases(name) && !part) return []
        return { name, path: `/api/content/${revision}/${file}.json`, bytes: part?.plain.length ?? 0 }
      }),
    }),
    language: (...asked) => lookUpLanguage(asked, known) ?? known[0] ?? '',
  }
}
