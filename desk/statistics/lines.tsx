/** The same figures of the requests that have something in common: an area, a life area, an hour. */

import type { FiguresLine, PeriodFigures } from '#core/contract/statistics.ts'
import type { Dimension } from '#core/request/counted.ts'
import { say } from '../words/words.ts'
import { countCells } from './count-cells.tsx'
import { lineName } from './names.ts'
import { medianWords, shareOf, shareWords } from './numbers.ts'
import { listed, Most } from './parts.tsx'
import { Table } from './table.tsx'

const measured = (line: FiguresLine | undefined): string[] => {
  if (!line)
    return ['keptShare', 'sameDayShare', 'toAttempt', 'toContact'].map(() => say('statistics:tooFew'))
  const { promise, firstTry, minutesToAttempt, minutesToContact } = line
  return [
    shareWords(shareOf(promise.kept, promise.broken)),
    shareWords(shareOf(firstTry['same-day'], firstTry.later)),
    medianWords(minutesToAttempt),
    medianWords(minutesToContact),
  ]
}

type LinesProps = { dimension: Dimension; figures: PeriodFigures; before: PeriodFigures | undefined }

export function Lines({ dimension, figures, before }: LinesProps) {
  const lines = figures.lines[dimension]
  const parts = listed(lines, before?.lines[dimension], (id) => lineName(dimension, id))
  const shown = dimension === 'hour' ? parts.sort((one, other) => Number(one.id) - Number(other.id)) : parts
  const of = Math.max(1, ...shown.flatMap(({ count, before: then }) => [count ?? 0, then ?? 0]))
  const title = say(`statistics:lines.${dimension}`)
  return (
    <section class="figures-part">
      <h2 id={`lines-${dimension}`}>{title}</h2>
      {dimension === 'area' && figures.together.length > 0 && (
        <p>
          {say('statistics:area.why', {
            areas: figures.together.map((area) => lineName('area', area)).join('; '),
          })}
        </p>
      )}
      {dimension === 'lifeArea' && <p>{say('statistics:lines.several')}</p>}
      <Most parts={shown} />
      {shown.length > 0 && (
        <Table
          title={title}
          columns={['name', 'count', 'bar', 'before', 'keptShare', 'sameDayShare', 'toAttempt', 'toContact']}
          rows={shown.map(({ id, name, count, before: then }) => ({
            id,
            name,
            cells: [
              ...countCells({ count, before: then }, of),
              ...measured(lines.find((line) => line.id === id)),
            ],
          }))}
        />
      )}
    </section>
  )
}
