/** Two small pictures of a line of time, each with what it shows in words; the numbers stand in the table below them. */
import type { ComponentChildren } from 'preact'

const WIDTH = 640
const HEIGHT = 140
/** Above the highest, so that a line at the top is whole. */
const ROOM = 6

/** One point of time; a value that is not told is not drawn. */
export type Point = { name: string; value: number | undefined }
type ChartProps = {
  id: string
  title: string
  says: string
  top: string
  points: readonly Point[]
  most: number
}

const across = (at: number, count: number) => (WIDTH * (at + 0.5)) / count
const down = (value: number, most: number) =>
  most === 0 ? HEIGHT : HEIGHT - ((HEIGHT - ROOM) * Math.min(value, most)) / most

function Frame({ id, title, says, top, points, children }: ChartProps & { children: ComponentChildren }) {
  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p id={`${id}-says`}>{says}</p>
      <div class="chart-top soft" aria-hidden="true">
        {top}
      </div>
      <svg
        class="chart-picture"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={title}
        aria-describedby={`${id}-says`}
      >
        <line class="chart-ground" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <line class="chart-line" x1="0" x2={WIDTH} y1={ROOM} y2={ROOM} />
        {children}
      </svg>
      <div class="chart-names soft" aria-hidden="true">
        <span>{points[0]?.name}</span>
        <span>{points.length > 1 && points.at(-1)?.name}</span>
      </div>
    </figure>
  )
}

/** A column for each; the last one is the period that is looked at. */
export function Columns(props: ChartProps) {
  const { points, most } = props
  const width = (WIDTH / points.length) * 0.64
  return (
    <Frame {...props}>
      {points.map(
        ({ name, value }, at) =>
          value !== undefined && (
            <rect
              key={name}
              class={at === points.length - 1 ? 'column column-last' : 'column'}
              x={across(at, points.length) - width / 2}
              y={down(value, most)}
              width={width}
              height={HEIGHT - down(value, most)}
            />
          ),
      )}
    </Frame>
  )
}

/** A line through the points that are told. */
export function Curve(props: ChartProps) {
  const { points, most } = props
  const told = points.flatMap(({ name, value }, at) =>
    value === undefined ? [] : [{ name, x: across(at, points.length), y: down(value, most) }],
  )
  return (
    <Frame {...props}>
      <polyline class="curve" points={told.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {told.map(({ name, x, y }) => (
        <rect key={name} class="curve-point" x={x - 4} y={y - 4} width="8" height="8" />
      ))}
    </Frame>
  )
}
