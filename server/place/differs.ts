/** Where `flows/area/` says otherwise than what is in force: the folder seeds a new installation, and is not read again after that. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DATED, DATED_KINDS, type DatedKind } from '#core/contract/place.ts'
import { type AreaSeed, serviceKey } from '#core/place/area.ts'
import { localTime } from '../promise/local-time.ts'
import type { PlaceDeps } from './change.ts'
import { written } from './mark.ts'
import { holding, type Period } from './periods.ts'
import { type PlaceState, readState } from './state.ts'

const FILES = ['organisation', 'areas', 'stations', 'municipalities', 'lines'] as const

/** The folder as it is written; nothing where it cannot be read: the check of the content says why. */
export async function areaFolder(flows: string): Promise<AreaSeed | undefined> {
  try {
    const { parse } = await import('yaml')
    const fileOf = (name: string) => path.join(flows, 'area', `${name}.yaml`)
    const read = (name: string) => parse(readFileSync(fileOf(name), 'utf8'))
    const names = [...FILES, ...(existsSync(fileOf('lanes')) ? ['lanes'] : [])]
    return Object.fromEntries(names.map((name) => [name, read(name)])) as AreaSeed
  } catch {
    return undefined
  }
}

/** What the folder says of each thing, in the words in which it is changed. */
function saidBy(seed: AreaSeed): { [Name in DatedKind]?: Map<string, object> } {
  const { organisation, areas, municipalities, stations, lanes, lines } = seed
  return {
    areas: new Map(
      areas.map(({ area, phone, ...rest }) => [
        area,
        { ...rest, phone: phone ?? organisation.coordinatorPhone },
      ]),
    ),
    municipalities: new Map(municipalities.map(({ municipality, ...rest }) => [municipality, rest])),
    stations: new Map(stations.stations.map(({ station, ...rest }) => [station, rest])),
    hours: new Map(
      stations.stations.map(({ station, hours }) => [station, { hours: hours ?? stations.hours }]),
    ),
    ...(lanes && { lanes: new Map(lanes.map(({ lane, ...rest }) => [lane, rest])) }),
    lines: new Map([
      ...lines.lines.map(({ line, ...rest }, position): [string, object] => [line, { ...rest, position }]),
      ...(lines.services ?? []).map((row, at): [string, object] => [
        serviceKey(row),
        { ...row, position: lines.lines.length + at },
      ]),
    ]),
  }
}

function differencesIn(kind: DatedKind, said: Map<string, object>, state: PlaceState): string[] {
  const inForce = state[kind] as unknown as Map<string, Period<Record<string, unknown>>[]>
  const fields = Object.keys(DATED[kind].properties)
  const told = [...said].flatMap(([key, value]) => {
    const held = holding(inForce.get(key) ?? [], state.today)?.value
    if (!held) return [`flows/area/ has ${kind}/${key}, which is not in force.`]
    return fields
      .filter((field) => written((value as Record<string, unknown>)[field]) !== written(held[field]))
      .map(
        (field) =>
          `flows/area/ says ${field} ${written((value as Record<string, unknown>)[field])} of ${kind}/${key}; in force is ${written(held[field])}.`,
      )
  })
  const more = [...inForce]
    .filter(([key, periods]) => !said.has(key) && holding(periods, state.today))
    .map(([key]) => `In force is ${kind}/${key}, which flows/area/ does not have.`)
  return [...told, ...more]
}

/** Pure. @returns a sentence for each difference */
export const differences = (seed: AreaSeed, state: PlaceState): string[] => {
  const said = saidBy(seed)
  return DATED_KINDS.flatMap((kind) => {
    const of = said[kind]
    return of ? differencesIn(kind, of, state) : []
  })
}

/** @param flows the folder of the content @returns a sentence for each difference; none where the folder is of somebody else */
export async function differencesFrom(
  flows: string,
  { store, organisation, clock }: Pick<PlaceDeps, 'store' | 'organisation' | 'clock'>,
): Promise<string[]> {
  const seed = await areaFolder(flows)
  if (seed?.organisation.organisation !== organisation) return []
  const { day } = localTime(clock.now())
  return differences(seed, await store.read(organisation, (view) => readState(view, day)))
}
