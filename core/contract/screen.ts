/** What the server hands to the widget's first-screen artefact (`dist/first-screen.js`), and what it gets back. Types only. */
import type { Dialogue } from '../flow/definition.ts'
import type { Language, Manifest, Place, Words } from './content.ts'

/** Everything the pages need; nothing depends on the clock, so that a rendered page stays true until data change. */
export type FirstScreenInput = {
  language: Language
  /** other languages that the organisation offers, for the language links */
  languages?: Language[]
  /** the revision's manifest in this language: the data island names its parts */
  manifest: Manifest
  dialogue: Dialogue
  /** all namespaces of the language, advice included */
  words: Words
  place: Place
  /** `dist/widget-manifest.json` as built */
  assets: WidgetManifest
  /** tests only: an open shadow root instead of the closed one */
  openRoot?: boolean
}

/** `dist/widget-manifest.json`. */
export type WidgetManifest = {
  /** address of the app's entry module, `/assets/app-….js` */
  entry: string
  /** address of the empty script that the parser waits for while the page is painted; none in development */
  pause?: string
}

/** The exports of `dist/first-screen.js`: whole HTML documents, each a pure function of its input. */
export type FirstScreenModule = {
  /** the conversation: `GET /chat/{language}?station=` */
  renderFirstScreen(input: FirstScreenInput): string
  /** every advice item, readable without script: `GET /chat/{language}/advice` */
  renderAdviceIndex(input: FirstScreenInput): string
  /** the way back by code: `GET /chat/{language}/request` */
  renderRequestPage(input: FirstScreenInput): string
}
