/** Four pairs of columns, today’s beside the asked ones; what they show stands in the sentence above and in the table below. */
import { say } from '../../words/words.ts'

const WIDTH = 640
const HEIGHT = 140
const ROOM = 6

export type Pair = { id: string; name: string; today: number; asked: number }

export function Pairs({ title, pairs }: { title: string; pairs: readonly Pair[] }) {
  const most = Math.max(1, ...pairs.flatMap(({ today, asked }) => [today, asked]))
  const each = WIDTH / pairs.length
  const tall = (value: number) => ((HEIGHT - ROOM) * value) / most
  const column = (kind: string, left: number, value: number) => (
    <rect class={kind} x={left} y={HEIGHT - tall(value)} width={each * 0.32} height={tall(value)} />
  )
  return (
    <figure class="chart pairs">
      <p class="pairs-key" aria-hidden="true">
        <span class="pairs-today">{say('statistics:whatIf.today')}</span>
        <span class="pairs-asked">{say('statistics:whatIf.asked')}</span>
      </p>
      <svg
        class="chart-picture"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={title}
        aria-describedby="what-if-says"
      >
        <line class="chart-ground" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {pairs.map(({ id, today, asked }, at) => (
          <g key={id}>
            {column('column', each * (at + 0.16), today)}
            {column('column column-last', each * (at + 0.52), asked)}
          </g>
        ))}
      </svg>
      <div class="pairs-names soft" aria-hidden="true">
        {pairs.map(({ id, name }) => (
          <span key={id}>{name}</span>
        ))}
      </div>
    </figure>
  )
}
