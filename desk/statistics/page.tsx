/** One calm page: the period, its headline figures beside those before, the line of time, and every table with its bars. */

import type { FiguresPage, PeriodFigures } from '#core/contract/statistics.ts'
import { DIMENSIONS } from '#core/request/counted.ts'
import { Problem } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import type { FrameType } from '../parts/wing.ts'
import { addressOf } from '../state/address.ts'
import { useStore } from '../state/store.ts'
import { momentWords } from '../words/dates.ts'
import { say } from '../words/words.ts'
import { saveCsv } from './csv.ts'
import { Headline } from './headline.tsx'
import { Lines } from './lines.tsx'
import { periodDays, periodName, questionName } from './names.ts'
import { DIVIDED, listed, Parts, partsOf } from './parts.tsx'
import { Picker } from './picker.tsx'
import { figures as state, takeOut, WING } from './state.ts'
import { Trend } from './trend.tsx'
import { WHAT_IF } from './what-if/state.ts'

async function takeOutAsFile({ period }: PeriodFigures): Promise<void> {
  const page = await takeOut(period)
  if (page) saveCsv(page)
}

/** What is counted, until when, and what is hidden: read before any number is. */
const About = ({ figures }: { figures: PeriodFigures }) => (
  <section class="figures-about">
    <h2 id="about">{say('statistics:about.title')}</h2>
    <p>{say('statistics:about.until', { when: momentWords(figures.countedAt) })}</p>
    {!figures.over && <p>{say('statistics:about.running')}</p>}
    <p>{say('statistics:about.times')}</p>
    <p>{say('statistics:about.rounded')}</p>
  </section>
)

function Tables({ page: { figures, before, steps } }: { page: FiguresPage }) {
  if (!figures) return null
  return (
    <>
      <Trend steps={steps} />
      <div class="figures-pairs">
        {DIVIDED.map((what) => (
          <Parts
            key={what}
            id={`parts-${what}`}
            title={say(`statistics:${what}.title`)}
            parts={partsOf(what, figures, before)}
          />
        ))}
        <Parts
          id="dont-know"
          title={say('statistics:dontKnow.title')}
          parts={listed(figures.dontKnow, before?.dontKnow, questionName)}
        >
          {say('statistics:dontKnow.about')}
        </Parts>
      </div>
      <Parts
        id="endings"
        title={say('statistics:endings.title')}
        parts={listed(figures.endings, before?.endings, (id) => say(`statistics:ending.${id}`))}
      />
      {DIMENSIONS.map((dimension) => (
        <Lines key={dimension} dimension={dimension} figures={figures} before={before} />
      ))}
    </>
  )
}

function Period({ page, busy }: { page: FiguresPage; busy: boolean }) {
  const { figures, before } = page
  if (!figures) return <p class="empty">{say('statistics:none')}</p>
  return (
    <div class="figures-body" aria-busy={busy}>
      <h2 class="figures-period" aria-live="polite">
        {periodName(figures)} <span class="soft">{periodDays(figures)}</span>
      </h2>
      {figures.count === null ? (
        <p class="notice">{say('statistics:all.few')}</p>
      ) : (
        <Headline figures={figures} before={before} />
      )}
      <About figures={figures} />
      {figures.count !== null && <Tables page={page} />}
    </div>
  )
}

export function FiguresRoom({ Frame }: { Frame: FrameType }) {
  const page = useStore(state, ({ page: known }) => known)
  const busy = useStore(state, ({ busy: is }) => is)
  const refused = useStore(state, ({ refused: why }) => why)
  useTitle(say('statistics:title.page', { period: page?.figures ? periodName(page.figures) : '' }))
  return (
    <Frame skips={[{ to: 'figures', label: say('statistics:skip') }]}>
      <main class="figures" id="figures" tabIndex={-1}>
        <div class="figures-top">
          <h1>{say('statistics:title')}</h1>
          {page?.figures && (
            <div class="figures-tools">
              <Picker {...page} />
              <button
                type="button"
                class="button"
                onClick={() => page.figures && void takeOutAsFile(page.figures)}
              >
                {say('statistics:file')}
              </button>
              <a class="button" href={addressOf(WING, WHAT_IF)}>
                {say('statistics:whatIf.title')}
              </a>
              <button type="button" class="button" onClick={() => print()}>
                {say('statistics:print')}
              </button>
            </div>
          )}
        </div>
        {refused?.code === 'not-found' ? (
          <p class="problem" role="alert">
            {say('statistics:problem.not-found')}
          </p>
        ) : (
          <Problem refused={refused} />
        )}
        {page ? <Period page={page} busy={busy} /> : busy && <p class="empty">{say('statistics:waiting')}</p>}
      </main>
    </Frame>
  )
}
