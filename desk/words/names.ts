/** Names of what a row carries as an id. A name that is missing is shown as its id, never as nothing. */
import type { QueueRow } from '#core/contract/desk.ts'
import { MUNICIPALITIES, MUNICIPALITY } from '#core/flow/named.ts'
import { ELSEWHERE } from '#core/flow/words.ts'
import { session } from '../state/session.ts'
import { agendasOf, contentText, listedName, optionText } from './content.ts'
import { ownNameOf, say, sayFirst, spokenLanguage } from './words.ts'

/** Municipality of a row, or the words for one that the resident did not say. */
export function municipalityName(row: { municipality?: string | undefined }, revision?: string): string {
  const code = row.municipality
  if (!code) return say('row.noMunicipality')
  const names = session.get().me?.municipalities?.find((one) => one.code === code)?.name
  const inContent = listedName(revision, MUNICIPALITIES, code) ?? optionText(revision, MUNICIPALITY, code)
  return (
    names?.[spokenLanguage()] ?? names?.fi ?? inContent ?? (code === ELSEWHERE ? say('row.elsewhere') : code)
  )
}

export const areaName = (area: string): string =>
  session.get().me?.allAreas.find((one) => one.area === area)?.name ?? area

export const stationName = (station: string): string => {
  const known = session.get().me?.stations?.find((one) => one.station === station)
  return known?.names?.[spokenLanguage()] ?? known?.name ?? station
}

/** What a life area is called to the resident: the option of the question that is walked. */
export function lifeAreaName(revision: string | undefined, need: string): string {
  const named = (at: string | undefined) =>
    agendasOf(at)
      .map((agenda) => optionText(at, agenda, need))
      .find((text) => text !== undefined)
  return named(revision) ?? named(undefined) ?? need
}

/** Short for colleagues; a segment that is new in the content is called as it is to the resident. */
export const segmentName = (segment: string): string =>
  sayFirst([`segment.${segment}`, `segments:${segment}.title`], segment)

export const attentionName = (mark: string, revision?: string): string =>
  sayFirst([`segments:${mark}.name`], '') || (contentText(revision, [`segments:${mark}.name`]) ?? mark)

/** What a mark of attention asks of the coordinator; empty when its words say nothing more. */
export const attentionMeans = (mark: string): string => sayFirst([`segments:${mark}.means`], '')

/** In whose queue a request stands, when it is not an ordinary resident’s. */
export function laneName(lane: string): string {
  const names = session.get().me?.lanes?.find((one) => one.lane === lane)?.names
  return names?.[spokenLanguage()] ?? names?.fi ?? sayFirst([`segments:lane.${lane}.name`], lane)
}

/** A language in the words of the desk’s language; one that only this house has by its own name. */
export function languageName(code: string): string {
  if (code.includes('-')) return ownNameOf(code) ?? code
  return new Intl.DisplayNames(spokenLanguage(), { type: 'language' }).of(code) ?? code
}

/** A conversation that did not come to its end: the resident asked for a person, or the call that staff answered was short. */
export const unfinishedName = ({ channel }: Pick<QueueRow, 'channel'>): string =>
  say(channel === 'phone' ? 'row.cutShort' : 'row.unfinished')
