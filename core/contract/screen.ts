/** What the server hands to the widget's first-screen artefact (`dist/first-screen.js`), and what it gets back. Types only. */

import type { AdviceItem, Dialogue } from '../flow/definition.ts'
import type { Language, Manifest, Place, Words } from './content.ts'
import type { Services } from './promise.ts'

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
  /** services to call from the station of the page, or from anywhere */
  services?: Services
  /** public address of the server, for pages that search engines find */
  origin?: string | undefined
  /** `dist/widget-manifest.json` as built */
  assets: WidgetManifest
  /** tests only: an open shadow root instead of the closed one */
  openRoot?: boolean
}

/** Of an item: where it was read, and by when it is read again; of an older revision nothing is known. */
export type Provenance = Pick<AdviceItem, 'source' | 'checkedOn' | 'reviewBy'>
/** One item, on the day of the place: past its review the page says so. */
export type AdvicePageInput = FirstScreenInput & { id: string; on: string; from?: Provenance | undefined }

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
  /** one item as a page that is only read: `GET /chat/{language}/advice/{id}`; undefined when there is none */
  renderAdvicePage(input: AdvicePageInput): string | undefined
  /** told instead, with the names of all there are */
  renderAdviceMissing(input: FirstScreenInput): string
  /** the way back by code: `GET /chat/{language}/request` */
  renderRequestPage(input: FirstScreenInput): string
}
