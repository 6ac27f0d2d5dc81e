/** The chat's documents, rendered when first asked for and kept until the content, the place or the day changes. */
import { createHash } from 'node:crypto'
import type { FirstScreenInput } from '#core/contract/screen.ts'
import type { Clock } from '../../clock.ts'
import { policyOf, TRUSTED_TYPES } from '../../guard/headers.ts'
import { type Facts, factsOf, NOWHERE, placeOf } from '../../place/facts.ts'
import { servicesFor } from '../../place/services.ts'
import { localTime } from '../../promise/local-time.ts'
import type { Store } from '../../store/store.ts'
import type { Built } from './built.ts'
import type { ServedContent } from './content.ts'
import { type Packed, pack } from './edition.ts'

/** `assisted`: the chat as staff walk it with a caller; `item`: one piece of advice by itself; `missing`: there is no such piece */
export type ScreenKind = 'chat' | 'assisted' | 'advice' | 'request' | 'item' | 'missing'
export type Screen = {
  body: Packed
  policy: string
  language: string
  /** changes with its bytes: an `ETag` */
  tag: string
}

export type Screens = {
  /** @returns undefined when nothing has been built, or there is no such language, station or item */
  get(kind: ScreenKind, language: string, station: string, item?: string): Promise<Screen | undefined>
  /** renders all first screens of the content's own languages, so that nobody waits for one */
  warm(): Promise<void>
  /** stations of today, main ones first */
  stations(): Promise<string[]>
  /** the place today, or as it was last read when it cannot be; undefined when it never could */
  place(): Promise<Facts | undefined>
  /** origins of pages that may frame the chat */
  framedBy(facts: Facts | undefined): string[]
  /** forgets everything: content or place has changed */
  drop(): void
  readonly isBuilt: boolean
}

type ScreenDeps = {
  store: Store
  organisation: string
  content: ServedContent
  clock: Clock
  built: Built | undefined
  /** origins that may frame the chat besides those of the organisation */
  allowedOrigins: string[]
  openShadow: boolean
  /** where search engines find what they may */
  publicOrigin?: string | undefined
}

const RENDER = {
  chat: 'renderFirstScreen',
  assisted: 'renderFirstScreen',
  advice: 'renderAdviceIndex',
  request: 'renderRequestPage',
  missing: 'renderAdviceMissing',
} as const

/** So many pages of single items stay in memory, those made last: there is one for each item, language and station. */
const ITEMS_KEPT = 500

const slugs = ({ stations }: Facts) =>
  ['main', 'side'].flatMap((kind) =>
    stations.filter((one) => one.kind === kind).map(({ station }) => station),
  )

export function openScreens({
  store,
  organisation,
  content,
  clock,
  built,
  allowedOrigins,
  openShadow,
  publicOrigin,
}: ScreenDeps): Screens {
  let kept = new Map<string, Screen>()
  let facts: { day: string; read: Promise<Facts> } | undefined
  let last: Facts | undefined

  /** One reading of the place a day; another day forgets what was rendered of the last one. */
  function today() {
    const day = localTime(clock.now()).day
    if (facts?.day !== day) {
      kept = new Map()
      const read = store.read(organisation, (view) => factsOf(view, day))
      read.then(
        (known) => {
          last = known
        },
        () => drop(),
      )
      facts = { day, read }
    }
    return facts.read
  }
  function drop() {
    kept = new Map()
    facts = undefined
  }
  async function render(
    kind: ScreenKind,
    language: string,
    station: string,
    id: string,
  ): Promise<Screen | undefined> {
    const read = await today()
    // a conversation always is with one of them
    const isNone = kind === 'chat' && station === NOWHERE
    const place = isNone ? undefined : placeOf(read, station, language)
    const edition = content.current()
    const own = edition.languages[language]
    if (!place || !own || !built) return undefined
    const isAssisted = kind === 'assisted'
    const entry = isAssisted ? built.assisted : built.assets.entry
    if (entry === undefined) return undefined
    const input: FirstScreenInput = {
      language: own,
      languages: Object.values(edition.languages),
      manifest: edition.manifest(language),
      dialogue: edition.dialogue,
      words: edition.words(language),
      place,
      services: servicesFor(read.lines, place.station.area || undefined, read.day),
      assets: { ...built.assets, entry },
      openRoot: openShadow,
      origin: publicOrigin,
    }
    const html =
      kind === 'item'
        ? built.renderAdvicePage({ ...input, id, on: read.day, from: edition.provenance(id) })
        : built[RENDER[kind]](input)
    if (html === undefined) return undefined
    const policy = policyOf({
      html,
      framedBy: isAssisted ? ["'self'"] : framedBy(read),
      extra: TRUSTED_TYPES,
    })
    const tag = createHash('sha256').update(html).digest('base64url').slice(0, 22)
    return { body: pack(html), policy, language, tag }
  }
  function framedBy(read: Facts | undefined) {
    const organisationOrigins = JSON.parse(read?.organisation?.allowed_origins ?? '[]') as string[]
    return ["'self'", ...organisationOrigins, ...allowedOrigins]
  }
  async function get(kind: ScreenKind, language: string, station: string, item = '') {
    await today() // of another day: what was rendered of the last one is forgotten
    const name = [kind, language, station, item].join(' ')
    const shelf = kept
    const known = shelf.get(name)
    if (known) return known
    const screen = await render(kind, language, station, item)
    if (!screen) return undefined
    shelf.set(name, screen) // on a shelf that may have been dropped meanwhile: then nobody looks there again
    const items = kind === 'item' ? [...shelf.keys()].filter((one) => one.startsWith('item ')) : []
    if (items.length > ITEMS_KEPT) shelf.delete(items[0] ?? '')
    return screen
  }
  return {
    get,
    drop,
    framedBy,
    place: () => today().catch(() => last),
    isBuilt: built !== undefined,
    stations: async () => slugs(await today()),
    async warm() {
      const stations = slugs(await today())
      for (const language of Object.keys(content.current().languages))
        for (const station of stations) await (await get('chat', language, station))?.body.brotli()
    },
  }
}
