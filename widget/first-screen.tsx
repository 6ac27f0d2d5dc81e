/** Ring 1, run by the server: whole HTML documents that can be read without script. Pure functions of their input. */

import { options, type VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Place } from '#core/contract/content.ts'
import type { AdvicePageInput, FirstScreenInput } from '#core/contract/screen.ts'
import { optionsOf } from '#core/flow/answer.ts'
import { dangersOf } from '#core/flow/danger.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { offeredIn } from '#core/flow/offered.ts'
import { MAIN } from '#core/flow/words.ts'
import { Room } from './frame/room.tsx'
import { ISLAND, type Island, written } from './net/island.ts'
import { AdviceMissing, AdvicePage, adviceIn } from './pages/advice-page.tsx'
import { escaped, headOf } from './pages/head.ts'
import { withStation } from './pages/plain.tsx'
import { drawn } from './parts/icons.ts'
import { RoomContext } from './state/context.ts'
import { isShown } from './steps/advice-areas.ts'
import { AdviceIndex } from './steps/advice-index.tsx'
import { situationOf } from './steps/step-words.ts'
import indexStyle from './styles/index.css?inline'
import pageStyle from './styles/page.css?inline'
import plainStyle from './styles/plain.css?inline'
import roomStyle from './styles/room.css?inline'
import { type Recorder, recorder } from './words/recorder.ts'
import { type Speech, speak } from './words/speech.ts'

/** What cannot be shown is left out here as it is in the browser: without this word it takes the whole page with it. */
Object.assign(options, { errorBoundaries: true })

/** Texts that the first answer may need before the bundle of words is here. */
const NEEDED_EARLY = [
  'messages:answer-missing',
  'messages:answer-too-few',
  'messages:answer-too-many',
  'widget:wait',
  'widget:failed.load',
  'widget:failed.again',
  'widget:failed.language',
  'widget:strip.back',
  'widget:human.request',
  'widget:offer.ask',
  'widget:help.title',
  'widget:help.goOn',
  'widget:back',
  'widget:foot.newTab',
  'widget:page.check',
  'widget:own.found',
  'widget:form.danger',
  'widget:help.more',
]

/** Without what the page does not need: a name that is the Finnish one anyway, and when a number was verified. */
const travelling = (place: Place): Place => ({
  ...place,
  municipalities: place.municipalities.map(({ name, ...served }) => ({
    ...served,
    name: Object.fromEntries(
      Object.entries(name).filter(([lang, text]) => lang === 'fi' || text !== name.fi),
    ),
  })),
  lines: place.lines.map(({ verifiedOn: _, ...line }) => line),
})

function islandOf(page: Island['page'], input: FirstScreenInput): Island {
  const main = input.dialogue.flows[MAIN]
  const step = main?.start ?? ''
  const found = main?.steps[step]
  const question = found && 'shared' in found ? main?.shared?.[step] : found
  if (!question || !('ask' in question))
    throw new Error(`the conversation must begin with a question, not ${step}`)
  const { next: _, ...shown } = { next: undefined, ...question }
  return {
    page,
    language: input.language,
    languages: (input.languages ?? []).map(({ lang, name }) => ({ lang, name })),
    revision: input.manifest.revision,
    // only the page of all advice offers its items for one's own words
    parts: input.manifest.parts.filter(({ name }) => page === 'advice' || name !== 'item-phrases'),
    place: travelling(input.place),
    first: {
      visit: { address: step, flow: MAIN, step, question: shown as typeof question },
      options: optionsOf(question, { ...input.dialogue.lists, ...offeredIn(input.place.municipalities) }),
    },
    strip: main?.strip?.options ?? [],
    dangers: main ? dangersOf(main) : [],
    unseen: main?.unseen ?? [],
    words: {},
  }
}

/** The app and its data. */
function appOf(island: Island, speech: Recorder, { assets }: FirstScreenInput): string {
  for (const key of NEEDED_EARLY) speech.t(key)
  // what the first question may tell has its line of comfort at the tick, however slow the words are
  const { question } = island.first.visit
  const told = 'danger' in question ? Object.values(question.danger ?? {}).flat() : []
  for (const danger of told) speech.t(`${MAIN}:danger.${danger}.help`)
  const data = written({ ...island, words: speech.used() }).replace(/</g, '\\u003c')
  // the parser stops at it, so that the page is painted before a document more is made for the frame
  const pause = assets.pause ? `<script src="${escaped(assets.pause)}"></script>` : ''
  // the frame is that of Back, see press/back.ts: one that a script makes is not restored when the page is loaded anew
  return `<script type="application/json" id="${ISLAND}">${data}</script>${pause}<iframe srcdoc hidden></iframe><script type="module" src="${escaped(assets.entry)}"></script>`
}

type Page = {
  /** HTML of the room */
  page: string
  /** HTML that stands outside the closed root and is shown inside it */
  beside: string
}

/** The pictures of all rows that a conversation may show. */
function iconsOf(page: Island['page'], { flows }: Dialogue): string {
  const questions = Object.values(flows).flatMap(({ steps, shared = {} }) => [
    ...Object.values(steps),
    ...Object.values(shared),
  ])
  const icons = questions.flatMap((one) => ('icons' in one ? Object.values(one.icons ?? {}) : []))
  return page === 'chat' ? drawn(icons) : ''
}

/** The document around the room. The root is closed, so that nothing typed or ticked reaches the browser's profile. */
function documentOf(
  { page, beside }: Page,
  island: Island,
  speech: Recorder,
  input: FirstScreenInput,
): string {
  const app = appOf(island, speech, input)
  const { language, languages = [], origin } = input
  const name = `${speech.t('widget:title')} · ${island.place.station.name}`
  // the room's own title is neutral; advice says nothing of who reads it
  const head =
    island.page === 'advice'
      ? {
          title: `${speech.t('widget:index.title')} · ${speech.t('widget:title')}`,
          found: { description: speech.t('widget:index.text'), path: adviceIn, languages, origin },
        }
      : { title: name }
  // advice is whole without script: there is nothing to excuse
  const noscript = beside
    ? ''
    : `<noscript><p class="noscript">${escaped(speech.t('host:noScript'))}</p></noscript>`
  return [
    headOf({ language, ...head }),
    `<style>${pageStyle}</style>${beside && `<style>${indexStyle}</style>`}</head><body><kynnys-room id="panel">`,
    `<template shadowrootmode="${input.openRoot ? 'open' : 'closed'}"><style>${roomStyle}</style>`,
    `${noscript}${iconsOf(island.page, input.dialogue)}<div class="room">${page}</div></template>`,
    `${beside || `<p>${escaped(speech.t('host:oldBrowser'))}</p>`}</kynnys-room>${app}</body></html>`,
  ].join('')
}

function pageOf(
  kind: Island['page'],
  input: FirstScreenInput,
  beside?: (speech: Speech, island: Island) => VNode,
): string {
  const island = islandOf(kind, input)
  const speech = recorder(input.language, input.words)
  const page = render(<Room island={island} speech={speech} />)
  // its words are on the page, and need not come with the data a second time
  const aside = beside ? render(beside(speak(input.language, input.words), island)) : ''
  return documentOf({ page, beside: aside }, island, speech, input)
}

/** The conversation's first screen. */
export const renderFirstScreen = (input: FirstScreenInput): string => pageOf('chat', input)

/** Every advice item of the revision, by area of life. */
export const renderAdviceIndex = (input: FirstScreenInput): string =>
  pageOf('advice', input, (speech, island) => (
    // a number says in which language it answers, as everywhere
    <RoomContext.Provider value={{ speech, island, alive: false, exit: () => {} }}>
      <AdviceIndex
        dialogue={input.dialogue}
        speech={speech}
        services={input.services}
        pageFor={(id) => withStation(adviceIn(input.language.lang, id), island)}
      />
    </RoomContext.Provider>
  ))

/** A document that is only read. */
const plain = (head: string, body: VNode) =>
  `${head}<style>${pageStyle}</style><style>${plainStyle}</style></head><body>${render(body)}</body></html>`

/** One item as a page of its own. @returns nothing when there is no such item, or it has no words */
export function renderAdvicePage({ id, on, from, ...input }: AdvicePageInput): string | undefined {
  const { dialogue, language, languages = [], origin, services } = input
  const item = Object.hasOwn(dialogue.advice, id) ? dialogue.advice[id] : undefined
  const speech = speak(language, input.words)
  if (!item || !isShown(speech, id, item)) return undefined
  const island = islandOf(`advice/${id}`, input)
  const path = (lang: string) => adviceIn(lang, id)
  const title = speech.t(`advice:${id}.title`)
  const description = situationOf(speech, id) ?? title
  const head = headOf({
    language,
    title: `${title} · ${speech.t('widget:title')}`,
    found: { description: description.replace(/\s+/g, ' '), path, languages, origin },
  })
  const address = origin && origin + path(language.lang)
  return plain(head, <AdvicePage {...{ id, item, on, from, services, address, island, speech, dialogue }} />)
}

/** There is no such item: the names of those there are. */
export function renderAdviceMissing(input: FirstScreenInput): string {
  const { dialogue, language } = input
  const speech = speak(language, input.words)
  const title = `${speech.t('host:advice.missing')} · ${speech.t('widget:title')}`
  const island = islandOf('advice', input)
  return plain(headOf({ language, title }), <AdviceMissing {...{ island, speech, dialogue }} />)
}

/** The way back: the resident's code opens status, correction and withdrawal. */
export const renderRequestPage = (input: FirstScreenInput): string => pageOf('request', input)
