/** The words of this chunk: a part that is fetched when a row is opened, at the same address for everybody. */
import type { Words } from '#core/contract/content.ts'
import { flat, type NestedWords } from '#core/say/nested.ts'
import { part } from '../net/content.ts'
import type { Island } from '../net/island.ts'

/** Rejects when they do not come. @param lang of the page, where it is not another's */
export async function ownWords({ parts, language }: Island, lang = language.lang): Promise<Words> {
  const words = parts.find(({ name }) => name === 'words')?.path ?? ''
  const path = words.replace(`/words.${language.lang}.`, `/own.${lang}.`)
  return flat((await part(path)) as NestedWords)
}
