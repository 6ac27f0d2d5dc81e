/** The person’s own views: kept under a name, picked, renamed, deleted; how high the rows stand, and what is told of arrivals. */
import { useId, useRef, useState } from 'preact/hooks'
import type { DeskView } from '#core/contract/view.ts'
import { DENSITIES, LONGEST_NAME, MOST_VIEWS } from '#core/queue/view.ts'
import { Problem } from '../../../parts/problem.tsx'
import { useStore } from '../../../state/store.ts'
import { say } from '../../../words/words.ts'
import { forgetView, keepView, kept, leaveView, lookNow, pickView, setDesk } from '../../state/views.ts'
import { Notices } from './notice.tsx'

type NameProps = { label: string; submit: string; first?: string; save(name: string): Promise<boolean> }

/** Emptied when it is kept; as it was when it is refused. */
function NameForm({ label, submit, first = '', save }: NameProps) {
  const [name, write] = useState(first)
  const [busy, setBusy] = useState(false)
  const send = async (event: Event) => {
    event.preventDefault()
    if (busy || name.trim() === '') return
    setBusy(true)
    if (await save(name.trim())) write('')
    setBusy(false)
  }
  const hint = useId()
  return (
    <form class="name-form" onSubmit={(event) => void send(event)}>
      <label class="field">
        <span>{label}</span>
        <input
          value={name}
          maxLength={LONGEST_NAME}
          required
          autoComplete="off"
          aria-describedby={hint}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      </label>
      <p class="soft" id={hint}>
        {say('view.hint')}
      </p>
      <button type="submit" class="button" aria-disabled={busy}>
        {say(busy ? 'act.busy' : submit)}
      </button>
    </form>
  )
}

type OneProps = { view: DeskView; isUsed: boolean; isChanged: boolean; change(): void }

/** One view; the one that is changed shows its name in a field and the way to delete it. */
function One({ view, isUsed, isChanged, change }: OneProps) {
  const { id, ...told } = view
  const save = async (name: string) => {
    const done = await keepView(id, { ...told, name })
    if (done) change()
    return done
  }
  return (
    <li>
      <div class="view-line">
        <button
          type="button"
          class="button view-name"
          aria-pressed={isUsed}
          onClick={() => void pickView(view)}
        >
          {view.name}
        </button>
        <button
          type="button"
          class="button quiet tool"
          aria-expanded={isChanged}
          aria-label={say('view.changeNamed', { name: view.name })}
          onClick={change}
        >
          {say('view.change')}
        </button>
      </div>
      {isChanged && (
        <div class="view-change">
          <NameForm label={say('view.name')} submit="view.rename" first={view.name} save={save} />
          <button type="button" class="button quiet" onClick={() => void forgetView(id)}>
            {say('view.delete')}
          </button>
        </div>
      )}
    </li>
  )
}

export function Views() {
  const { views, settings, problem } = useStore(kept, (state) => state)
  const [changed, change] = useState<string>()
  // of the view that is made: told again after a line that was lost, it is the same one
  const next = useRef(crypto.randomUUID())
  const save = async (name: string) => {
    const done = await keepView(next.current, { name, ...lookNow() })
    if (done) next.current = crypto.randomUUID()
    return done
  }
  return (
    <section class="panel" aria-labelledby="views">
      <h3 id="views">{say('view.title')}</h3>
      {views.length > 0 && (
        <ul class="views">
          {views.map((view) => (
            <One
              key={view.id}
              view={view}
              isUsed={settings.view === view.id}
              isChanged={changed === view.id}
              change={() => change(changed === view.id ? undefined : view.id)}
            />
          ))}
        </ul>
      )}
      {settings.view !== undefined && (
        <button type="button" class="button quiet" onClick={() => void leaveView()}>
          {say('view.leave')}
        </button>
      )}
      <Problem refused={problem} />
      {views.length < MOST_VIEWS ? (
        <NameForm label={say('view.new')} submit="view.save" save={save} />
      ) : (
        <p class="soft">{say('view.full', { count: MOST_VIEWS })}</p>
      )}
      <fieldset class="choice">
        <legend>{say('rows.title')}</legend>
        {DENSITIES.map((rows) => (
          <label key={rows} class="tick">
            <input
              type="radio"
              name="rows"
              checked={settings.rows === rows}
              onChange={() => void setDesk({ rows })}
            />
            <span>{say(`rows.${rows}`)}</span>
          </label>
        ))}
      </fieldset>
      <Notices />
    </section>
  )
}
