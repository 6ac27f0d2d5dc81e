/** The line of time: how many were received, and how the promise was kept. */
import type { FiguresStep } from '#core/contract/statistics.ts'
import { say } from '../words/words.ts'
import { Columns, Curve, type Point } from './chart.tsx'
import { periodName } from './names.ts'
import { fewWords, shareOf, shareWords } from './numbers.ts'
import { Table } from './table.tsx'

/** The first of those with the most, and of those with the fewest. */
function extremes(points: readonly Point[]) {
  const told = points.filter(({ value }) => value !== undefined)
  const by = (better: (one: number, other: number) => boolean) =>
    told.reduce<Point | undefined>(
      (best, one) => (best && !better(one.value ?? 0, best.value ?? 0) ? best : one),
      undefined,
    )
  return { most: by((one, other) => one > other), least: by((one, other) => one < other) }
}

function saysOf(points: readonly Point[], key: 'trend.count' | 'trend.kept'): string {
  const { most, least } = extremes(points)
  if (!most || !least) return say('statistics:trend.nothing')
  if (points.length === 1 || most.value === least.value)
    return say(`statistics:${key}.same`, { value: most.value })
  const values = { most: most.value, mostName: most.name, least: least.value, leastName: least.name }
  return say(`statistics:${key}.says`, values)
}

export function Trend({ steps }: { steps: readonly FiguresStep[] }) {
  const kept = steps.map(({ promise }) => shareOf(promise.kept, promise.broken))
  const counts = steps.map((step) => ({ name: periodName(step), value: step.count ?? undefined }))
  const shares = steps.map((step, at) => ({ name: periodName(step), value: kept[at]?.percent }))
  const most = Math.max(5, ...counts.map(({ value }) => value ?? 0))
  return (
    <section class="figures-part">
      <h2 id="trend">{say('statistics:trend.title')}</h2>
      <div class="charts">
        <Columns
          id="trend-count"
          title={say('statistics:trend.count.title')}
          says={saysOf(counts, 'trend.count')}
          top={String(most)}
          points={counts}
          most={most}
        />
        <Curve
          id="trend-kept"
          title={say('statistics:trend.kept.title')}
          says={saysOf(shares, 'trend.kept')}
          top={say('statistics:share.about', { percent: 100 })}
          points={shares}
          most={100}
        />
      </div>
      <Table
        title={say('statistics:trend.title')}
        columns={['period', 'count', 'kept', 'broken', 'keptShare']}
        rows={steps.map((step, at) => ({
          id: step.period,
          name: periodName(step),
          cells: [
            fewWords(step.count),
            fewWords(step.promise.kept),
            fewWords(step.promise.broken),
            shareWords(kept[at]),
          ],
        }))}
      />
    </section>
  )
}
