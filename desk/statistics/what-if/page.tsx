/** What if: another staffing over the last eight weeks, as a sentence, a picture and a table, and what it does not know. */
import type { Foreseen, WhatIf } from '#core/contract/what-if.ts'
import { Problem } from '../../parts/problem.tsx'
import { useTitle } from '../../parts/use-title.ts'
import type { FrameType } from '../../parts/wing.ts'
import { addressOf } from '../../state/address.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { periodDays } from '../names.ts'
import { Table } from '../table.tsx'
import { WhatIfForm } from './form.tsx'
import { Pairs } from './pairs.tsx'
import { foreseen } from './state.ts'

const KINDS = ['sameDay', 'next', 'later', 'undated'] as const
const UNKNOWN = ['kept', 'long', 'unreachable', 'absences', 'areas', 'reserve'] as const

const longestWords = ({ longest }: Foreseen) =>
  longest === null ? say('statistics:whatIf.nobody') : say('statistics:whatIf.days', { days: longest })

function Answer({ answer: { today, asked, arrivals, weeks } }: { answer: WhatIf }) {
  if (!weeks || arrivals === 0) return <p class="empty">{say('statistics:whatIf.nothing')}</p>
  const title = say('statistics:whatIf.chart')
  const pairs = KINDS.map((id) => ({
    id,
    name: say(`statistics:whatIf.${id}`),
    today: today[id],
    asked: asked[id],
  }))
  const row = (id: string, now: unknown, then: unknown) => ({
    ...{ id, name: say(`statistics:whatIf.${id}`), cells: [String(now), String(then)] },
  })
  return (
    <section class="figures-part">
      <h2>{title}</h2>
      <p class="soft">
        {say('statistics:whatIf.of', { count: weeks.count, days: periodDays(weeks), arrivals })}
      </p>
      <p id="what-if-says" role="status">
        {say('statistics:whatIf.says', {
          ...{ sameDay: asked.sameDay, arrivals, before: today.sameDay },
          ...{ late: asked.later + asked.undated, lateBefore: today.later + today.undated },
        })}
      </p>
      <Pairs title={title} pairs={pairs} />
      <Table
        title={title}
        columns={['name', 'whatIfToday', 'whatIfAsked']}
        rows={[
          ...pairs.map(({ id, today: now, asked: then }) => row(id, now, then)),
          row('longest', longestWords(today), longestWords(asked)),
          row('places', today.places, asked.places),
        ]}
      />
    </section>
  )
}

export function WhatIfRoom({ Frame }: { Frame: FrameType }) {
  const { answer, busy, refused } = useStore(foreseen, (known) => known)
  useTitle(say('statistics:whatIf.title.page'))
  return (
    <Frame skips={[{ to: 'figures', label: say('statistics:whatIf.skip') }]}>
      <main class="figures" id="figures" tabIndex={-1}>
        <div class="figures-top">
          <h1>{say('statistics:whatIf.title')}</h1>
          <div class="figures-tools">
            <a class="button" href={addressOf('statistics')}>
              {say('statistics:whatIf.back')}
            </a>
            <button type="button" class="button" onClick={() => print()}>
              {say('statistics:print')}
            </button>
          </div>
        </div>
        <p>{say('statistics:whatIf.about')}</p>
        {answer && <WhatIfForm today={answer.today.staffing} />}
        {refused?.field === '/callBy' ? (
          <p class="problem" role="alert">
            {say('statistics:problem.callBy')}
          </p>
        ) : (
          <Problem refused={refused} />
        )}
        <div class="figures-body" aria-busy={busy}>
          {answer ? <Answer answer={answer} /> : busy && <p class="empty">{say('statistics:waiting')}</p>}
        </div>
        {answer && (
          <section class="figures-about">
            <h2>{say('statistics:whatIf.unknown.title')}</h2>
            <ul>
              {UNKNOWN.map((name) => (
                <li key={name}>{say(`statistics:whatIf.unknown.${name}`, { reserve: answer.reserve })}</li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </Frame>
  )
}
