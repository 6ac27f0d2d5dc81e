/** The data that a page carries for the app: facts of the place, addresses of the parts, the first question and its words. */
import type { Language, Manifest, Place, Words } from '#core/contract/content.ts'
import type { Id } from '#core/flow/definition.ts'
import type { QuestionVisit } from '#core/flow/result.ts'

/** A question as it is shown: where it stands, and the ids that may be chosen. */
export type ShownQuestion = { visit: QuestionVisit; options: Id[] }

export type Island = {
  /** the last one is a page of one piece of advice, made by the server alone */
  page: 'chat' | 'request' | 'advice' | `advice/${Id}`
  language: Language
  /** what links to them say */
  languages: Pick<Language, 'lang' | 'name'>[]
  revision: string
  /** in the order in which they are fetched, whatever is answered */
  parts: Manifest['parts']
  place: Place
  first: ShownQuestion
  strip: Id[]
  /** every danger that can be told, the one whose number comes first first */
  dangers: Id[]
  /** dangers in which leaving unseen stands beside the numbers */
  unseen: Id[]
  /** only the texts that the page itself shows */
  words: Words
}

/** Id of the element that holds the island in the document. */
export const ISLAND = 'kynnys-state'

/** As it travels with the page, of which each byte is waited for: what is there twice stands once. */
export function written({ first, parts, ...island }: Island): string {
  const { visit, options } = first
  const isOwn = 'options' in visit.question && visit.question.options?.join() === options.join()
  return JSON.stringify({
    ...island,
    parts: parts.map(({ name, path }) => ({ name, path })),
    first: isOwn ? { visit } : first,
  })
}

/** The island of a page, from its text. */
export function readIsland(text: string): Island {
  const island = JSON.parse(text) as Island
  const { question } = island.first.visit
  island.first.options ??= 'options' in question ? (question.options ?? []) : []
  return island
}

/** Where the same page stands in another language. */
export const addressIn = (lang: string, { page, place }: Island) =>
  `/chat/${lang}${page === 'chat' ? '' : `/${page}`}?station=${place.station.station}`
