/** What lines and periods are called. */

import type { FiguresPeriod } from '#core/contract/statistics.ts'
import { ASKER } from '#core/flow/named.ts'
import { MAIN } from '#core/flow/words.ts'
import { type Dimension, TOGETHER, UNASKED } from '#core/request/counted.ts'
import { wholeDate } from '#core/say/day.ts'
import { written } from '#core/say/forms.ts'
import { contentText, optionText } from '../words/content.ts'
import { areaName, laneName, languageName, lifeAreaName, segmentName } from '../words/names.ts'
import { say, speaker } from '../words/words.ts'

const NAMES: Record<Dimension, (id: string) => string> = {
  area: (id) => (id === TOGETHER ? say('statistics:area.together') : areaName(id)),
  lane: laneName,
  lifeArea: (id) => lifeAreaName(undefined, id),
  hour: (id) => say('statistics:hour', { from: Number(id), to: Number(id) + 1 }),
  language: languageName,
  asker: (id) =>
    id === UNASKED ? say('statistics:asker.unasked') : (optionText(undefined, ASKER, id) ?? id),
  segment: segmentName,
  channel: (id) => say(`statistics:channel.${id}`),
}
export const lineName = (dimension: Dimension, id: string): string => NAMES[dimension](id)

/** A question by its address: of a matter that was told, with the name of the matter. */
export function questionName(address: string): string {
  const [step = '', need] = address.split('/').reverse()
  const flows = need ? [need, MAIN] : [MAIN]
  const name = contentText(
    undefined,
    flows.flatMap((flow) => [`${flow}:${step}.card`, `${flow}:${step}.question`]),
  )
  const text = name ?? address
  return need ? `${lifeAreaName(undefined, need)}: ${text}` : text
}

/** “lokakuu 2026”, “viikko 44”. */
export function periodName({ kind, period, from }: FiguresPeriod): string {
  if (kind === 'week')
    return say('statistics:week', { week: Number(period.slice(6)), year: period.slice(0, 4) })
  return written(speaker().lang, { month: 'long', year: 'numeric' }).format(new Date(`${from}T12:00:00Z`))
}

/** “1.10.2026–31.10.2026”. */
export const periodDays = ({ from, to }: Pick<FiguresPeriod, 'from' | 'to'>): string =>
  `${wholeDate(speaker(), from)}–${wholeDate(speaker(), to)}`
