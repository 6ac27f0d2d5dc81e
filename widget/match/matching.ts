/** The chunk of one's own words: fetched with the phrases, so that nobody pays for it who does not write. */
export { offeredFor, reckoningOf } from '#core/match/reckoning.ts'
