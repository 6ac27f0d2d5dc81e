/** Many requests from few networks, one line an area: those of danger first, and for a lead the word that they are not real. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AsideArea } from '#core/contract/aside.ts'
import { problemWords } from '../../parts/problem.tsx'
import { session } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { asideStore, believe, doubt, doubtedIn, lookAt, lookFurther } from '../state/aside.ts'
import { callbacks } from '../state/callbacks.ts'
import { Row } from './row.tsx'

type Of = { of: AsideArea }

/** `goBack`: what was pressed goes with its answer; the focus returns to the head of the line, not to the start of the page. */
type Judging = Of & { goBack(): void }

function Sure({ of: { area, until = '' }, leave }: Of & { leave(): void }) {
  const text = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => text.current?.focus(), [])
  return (
    <fieldset>
      <legend class="unseen">{say('aside.doubt')}</legend>
      <p ref={text} tabIndex={-1}>
        {say('aside.sure')}
      </p>
      <div class="acts">
        <button type="button" class="button" onClick={() => void doubt(area, until).then(leave)}>
          {say('aside.yes')}
        </button>
        <button type="button" class="button quiet" onClick={leave}>
          {say('aside.no')}
        </button>
      </div>
    </fieldset>
  )
}

/** Twice asked: it concerns many at once. */
function Doubt({ of, goBack }: Judging) {
  const [isAsked, ask] = useState(false)
  const leave = () => {
    ask(false)
    goBack()
  }
  if (of.count === of.dangers || of.until === undefined) return null
  if (isAsked) return <Sure of={of} leave={leave} />
  return (
    <button type="button" class="button quiet" onClick={() => ask(true)}>
      {say('aside.doubt')}
    </button>
  )
}

/** Taken for not real by mistake, somebody waits for nothing: who judges can see whom it was about. */
const Doubted = ({ of: { area, doubted }, goBack, now }: Judging & { now: number }) => (
  <>
    <p class="acts">
      <span>{say('aside.doubted', { count: doubted })}</span>
      <button type="button" class="button quiet" onClick={() => void lookAt(doubtedIn(area))}>
        {say('aside.look')}
      </button>
      <button type="button" class="button quiet" onClick={() => void believe(area).then(goBack)}>
        {say('aside.believe')}
      </button>
    </p>
    <Rows which={doubtedIn(area)} now={now} />
  </>
)

function Rows({ which, now }: { which: string; now: number }) {
  const found = useStore(asideStore, ({ rows }) => rows.get(which))
  const openId = useStore(callbacks, (state) => state.openId)
  if (!found) return null
  return (
    <>
      <ol class="rows">
        {found.rows.map((row) => (
          <Row key={row.id} row={row} now={now} opened={row.id === openId} arrived={false} />
        ))}
      </ol>
      {found.after && (
        <button type="button" class="button quiet" onClick={() => void lookFurther(which)}>
          {say('aside.more')}
        </button>
      )}
    </>
  )
}

function AreaAside({ of, now }: Of & { now: number }) {
  const me = useStore(session, (state) => state.me)
  const name = me?.allAreas.find(({ area }) => area === of.area)?.name ?? of.area
  const isLead = me?.roles.includes('lead')
  const look = (event: Event) => {
    if ((event.currentTarget as HTMLDetailsElement).open) void lookAt(of.area)
  }
  const head = useRef<HTMLElement>(null)
  const goBack = () => head.current?.focus()
  return (
    <details class="aside" onToggle={look}>
      <summary ref={head}>
        {say('aside.count', { count: of.count, area: name })}
        {of.dangers > 0 && <strong> · {say('aside.dangers', { count: of.dangers })}</strong>}
      </summary>
      {of.count > 0 && <p class="soft">{say('aside.text')}</p>}
      {isLead && <Doubt of={of} goBack={goBack} />}
      {isLead && of.doubted > 0 && <Doubted of={of} goBack={goBack} now={now} />}
      <Rows which={of.area} now={now} />
    </details>
  )
}

export function AsideView({ now, area }: { now: number; area: string | undefined }) {
  const me = useStore(session, (state) => state.me)
  const areas = useStore(asideStore, (state) => state.areas)
  const problem = useStore(asideStore, (state) => state.problem)
  // what a lead has taken for not real alone concerns nobody else
  const isShown = ({ count }: AsideArea) => count > 0 || me?.roles.includes('lead')
  return (
    <>
      {problem && <p class="problem">{problemWords(problem)}</p>}
      {areas
        .filter((one) => isShown(one) && (area === undefined || one.area === area))
        .map((one) => (
          <AreaAside key={one.area} of={one} now={now} />
        ))}
    </>
  )
}
