/**
 * Figures that a proof saw, written by the run itself. A proof runs in a short form with every `npm test`, and in its
 * long form with `npm run evidence`, which gathers what was told here into `tests/EVIDENCE.md`.
 */
import { appendFileSync } from 'node:fs'
import path from 'node:path'

/** Where the long run gathers figures; without it the run is short. */
const folder = process.env.KYNNYS_EVIDENCE

export const isLong = folder !== undefined

/** How much is tried: the short form's figure, or the long one's. */
export const size = <Of = number>(short: Of, long: Of): Of => (isLong ? long : short)

/** The rows of a table of tests: in short every `each`-th from the first on, else all of them. */
export const some = <Row>(rows: readonly Row[], each: number): Row[] =>
  rows.filter((_, at) => at % size(each, 1) === 0)

export type Figures = Record<string, number | string>

export type Told = {
  /** the proof, as its test file is called */
  proof: string
  /** what was tried, in a sentence; the red twin says so */
  what: string
  twin: boolean
  figures: Figures
}

const write = (told: Told) => {
  if (folder !== undefined) appendFileSync(path.join(folder, 'told.jsonl'), `${JSON.stringify(told)}\n`)
}

/** Tells what a proof saw. Call it after the expectations: only what held is evidence. */
export const tell = (proof: string, what: string, figures: Figures): void =>
  write({ proof, what, twin: false, figures })

/** Tells what the deliberately broken build did: the fault that the proof would have found. */
export const tellTwin = (proof: string, what: string, figures: Figures): void =>
  write({ proof, what, twin: true, figures })
