/** Under `/chat` people ask: whatever goes wrong there leaves as a page with numbers, in the frame of a host page too. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemCode } from '#core/contract/problem.ts'
import type { Clock } from '../clock.ts'
import type { ServedContent } from '../content/serving/content.ts'
import { type Packed, pack } from '../content/serving/edition.ts'
import type { Screens } from '../content/serving/screens.ts'
import { languagesOf, varyBy } from '../guard/accept.ts'
import { frameable, policyOf, TRUSTED_TYPES } from '../guard/headers.ts'
import { type Facts, linesShown, nameIn } from '../place/facts.ts'
import { localTime } from '../promise/local-time.ts'
import { isOfChat, type Meant, meantBy, pathOf } from './address.ts'
import { type NoticeAbout, noticePage } from './notice.ts'

type AnswerParts = { content: ServedContent; screens: Screens; clock: Clock }
type Page = { body: Packed; policy: string; language: string }
/** What is told, and how the answer says it to programs. */
export type NoticeTold = {
  about: NoticeAbout
  status: number
  retryAfter?: number | undefined
  note?: string
}
export type ChatAnswers = ReturnType<typeof openChatAnswers>

const ABOUT: Partial<Record<ProblemCode, NoticeAbout>> = {
  'too-many-requests': 'crowd',
  'too-busy': 'crowd',
  unavailable: 'failed',
  internal: 'failed',
}

/** The language that an asker is spoken to: named in the address, else their browser’s, else the content’s own. */
export function languageFor(request: FastifyRequest, content: ServedContent): string {
  return content.current().language(...meantBy(request.url).languages, ...languagesOf(request))
}

const stationsOf = (facts: Facts, language: string, meant: Pick<Meant, 'page' | 'item'>) =>
  ['main', 'side']
    .flatMap((kind) => facts.stations.filter((one) => one.kind === kind))
    .map((row) => ({
      name: nameIn(language, row),
      href: `${pathOf(language, meant)}?station=${row.station}`,
      phone: row.phone ?? facts.areas.find(({ area }) => area === row.area)?.phone ?? null,
    }))

/** @returns what answers under `/chat` when the conversation itself does not */
export function openChatAnswers({ content, screens, clock }: AnswerParts) {
  let kept = new Map<string, Page>()
  let of: unknown[] = []

  function make(
    { about, note }: NoticeTold,
    language: string,
    meant: Pick<Meant, 'page' | 'item'>,
    facts: Facts | undefined,
  ): Page {
    const edition = content.current()
    const html = noticePage({
      about,
      language: edition.languages[language] ?? { lang: language, dir: 'ltr', name: language },
      words: edition.words(language),
      lines: facts ? linesShown(facts, localTime(clock.now()).day) : [],
      stations: facts ? stationsOf(facts, language, meant) : [],
      ...(note !== undefined && { note }),
    })
    const policy = policyOf({
      html,
      framedBy: screens.framedBy(facts),
      connect: ["'none'"],
      extra: TRUSTED_TYPES,
    })
    return { body: pack(html), policy, language }
  }

  /** The page for it, and the status and heads of the answer set: it only has to be sent. */
  async function tell(request: FastifyRequest, reply: FastifyReply, told: NoticeTold): Promise<Packed> {
    const facts = await screens.place()
    // another day, place or revision: what was made of the last one is forgotten
    const from = [content.current(), facts]
    if (from.some((one, at) => one !== of[at])) kept = new Map()
    of = from
    const language = languageFor(request, content)
    // an item that anybody may have made up is not kept by its name
    const { page } = meantBy(request.url)
    const name = [told.about, language, page, told.note].join(' ')
    const known = kept.get(name) ?? make(told, language, { page, item: undefined }, facts)
    kept.set(name, known)
    reply.code(told.status).header('content-security-policy', known.policy)
    reply.header('content-language', known.language).header('cache-control', 'no-store')
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    if (told.retryAfter !== undefined) reply.header('retry-after', told.retryAfter)
    varyBy(frameable(reply), 'accept-language')
    return known.body
  }

  return {
    tell,
    /** A problem as a page. @returns undefined where no person asks */
    async problem(
      request: FastifyRequest,
      reply: FastifyReply,
      { status, code, retryAfter }: { status: number; code: ProblemCode; retryAfter?: number | undefined },
    ) {
      if (!isOfChat(request.url)) return undefined
      return tell(request, reply, { about: ABOUT[code] ?? 'lost', status, retryAfter })
    },
    /** What cannot be read as a request, as a page: of the address alone something is known. */
    ofBroken(url: string) {
      if (!isOfChat(url)) return undefined
      const language = content.current().language(...meantBy(url).languages)
      return screens.place().then((facts) => {
        const { body, policy } = make(
          { about: 'failed', status: 400 },
          language,
          { page: 'chat', item: undefined },
          facts,
        )
        const heads = {
          'content-type': 'text/html; charset=utf-8',
          'content-language': language,
          'content-security-policy': policy,
          'cross-origin-embedder-policy': 'require-corp',
          'cross-origin-resource-policy': 'cross-origin',
          'referrer-policy': 'no-referrer',
        }
        return { heads, body: body.plain.toString() }
      })
    },
    /** Where a page stands that was asked for in another spelling. @returns undefined when nothing is meant */
    leads(request: FastifyRequest, reply: FastifyReply): string | undefined {
      if (!isOfChat(request.url) || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined
      const meant = meantBy(request.url)
      if (meant.page === undefined) return undefined
      const path = pathOf(languageFor(request, content), meant)
      if (request.url.split(/[?#]/, 1)[0] === path) return undefined
      varyBy(frameable(reply), 'accept-language')
      // an address that cannot be routed has none of the common heads
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff')
      return path + meant.query
    },
  }
}
