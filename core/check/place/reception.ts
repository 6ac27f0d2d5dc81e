/** When coordinators are at a station to meet people: within its own hours, else somebody would come to a closed door. */
import { fileOf } from '../base/content.ts'
import { type Bag, inWords, isRecord, list, record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'

const FILE = fileOf.area('stations')

type Times = { weekday: string; from: string; to: string }
const timesIn = (value: unknown): Times[] =>
  list(value)
    .filter(isRecord)
    .map(({ weekday, from, to }) => ({ weekday: inWords(weekday), from: inWords(from), to: inWords(to) }))

const isWithin = (inner: Times, outer: Times) =>
  inner.weekday === outer.weekday && outer.from <= inner.from && inner.to <= outer.to

/** @param stations the rows of `stations.yaml` */
export function checkReceptions({ content, report, whole }: Survey, stations: Bag[]): void {
  if (!whole(FILE)) return
  const common = record(content.area.stations).hours
  stations.forEach(({ station, hours, reception }, index) => {
    const open = timesIn(hours ?? common)
    for (const [at, times] of timesIn(reception).entries()) {
      const path = ['stations', index, 'reception', at]
      if (times.from >= times.to)
        report('upside-down', FILE, [...path, 'from'], { least: times.from, greatest: times.to })
      else if (!open.some((one) => isWithin(times, one)))
        report('reception-outside-hours', FILE, path, { name: inWords(station), ...times })
    }
  })
}
