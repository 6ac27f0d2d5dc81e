/** Who has read the request: asked for by a press, because looking is recorded too. */
import { useState } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import type { Readings } from '#core/contract/readings.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { Problem } from '../../parts/problem.tsx'
import { sessionEnded } from '../../state/session.ts'
import { momentWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'

function useReadings(id: string) {
  const [known, know] = useState<Readings>()
  const [refused, refuse] = useState<Refused>()
  const ask = async () => {
    refuse(undefined)
    try {
      know(await call<Readings>('GET', `/api/desk/requests/${encodeURIComponent(id)}/readings`))
    } catch (thrown) {
      const why = asRefused(thrown)
      if (why.code === 'signed-out') sessionEnded()
      refuse(why)
    }
  }
  return { known, refused, ask }
}

export function Readers({ request: { row } }: { request: OpenRequest }) {
  const { known, refused, ask } = useReadings(row.id)
  return (
    <div class="readers">
      <button type="button" class="button quiet" onClick={() => void ask()}>
        {say('readers.ask')}
      </button>
      <div role="status">
        {known && (
          <ul class="history">
            {known.readings.map(({ by, what, times, last }) => (
              <li key={by + what}>
                {say(`readers.${what}`, { by, count: times, moment: momentWords(last) })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Problem refused={refused} />
    </div>
  )
}
