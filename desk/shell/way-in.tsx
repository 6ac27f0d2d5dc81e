/** One’s own way in: another password, and signing out wherever one is signed in. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { asRefused, call, type Refused } from '../net/api.ts'
import { Problem } from '../parts/problem.tsx'
import { hasDrafts } from '../state/drafts.ts'
import { sessionEnded } from '../state/session.ts'
import { say } from '../words/words.ts'
import { signOutEverywhere } from './entering.ts'

const LEAST = 12

type FieldProps = { name: 'old' | 'next'; wrong: boolean }
const Secret = ({ name, wrong }: FieldProps) => (
  <label class="field">
    <span>{say(`wayIn.${name}`)}</span>
    <input
      name={name}
      type="password"
      autocomplete={name === 'old' ? 'current-password' : 'new-password'}
      required
      maxLength={256}
      aria-invalid={wrong}
      aria-describedby={wrong ? 'way-in-problem' : 'way-in-hint'}
    />
  </label>
)

/** Does something with one’s own way in, and says what came of it. */
function useWayIn() {
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  const [done, tell] = useState(false)
  const run = async (act: () => Promise<unknown>) => {
    if (busy) return false
    setBusy(true)
    refuse(undefined)
    tell(false)
    try {
      await act()
      tell(true)
      return true
    } catch (thrown) {
      const why = asRefused(thrown)
      if (why.code === 'signed-out') sessionEnded('undone')
      refuse(why)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, refused, done, run }
}

function ChangePassword() {
  const form = useRef<HTMLFormElement>(null)
  const { busy, refused, done, run } = useWayIn()
  const [short, tellShort] = useState(false)
  const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement
  const submit = async (event: Event) => {
    event.preventDefault()
    const [old, next] = [field('old'), field('next')]
    tellShort(next.value.length < LEAST)
    if (next.value.length < LEAST) return next.focus()
    const isDone = await run(() =>
      call('POST', '/api/session/password', { old: old.value, next: next.value }),
    )
    if (isDone) form.current?.reset()
    else old.focus()
  }
  return (
    <form class="way-in-part" ref={form} onSubmit={submit} noValidate>
      <h3>{say('wayIn.password')}</h3>
      <Secret name="old" wrong={refused?.code === 'wrong-sign-in'} />
      <Secret name="next" wrong={short} />
      <p id="way-in-hint" class="soft">
        {say('wayIn.hint')}
      </p>
      <div role="alert" id="way-in-problem">
        {short && <p class="problem">{say('wayIn.short')}</p>}
        {refused?.code === 'wrong-sign-in' && <p class="problem">{say('wayIn.wrong')}</p>}
      </div>
      {refused?.code !== 'wrong-sign-in' && <Problem refused={refused} />}
      <p role="status">{done && say('wayIn.changed')}</p>
      <button type="submit" class="button strong" aria-disabled={busy}>
        {say('wayIn.change')}
      </button>
    </form>
  )
}

function Everywhere() {
  const { busy, refused, run } = useWayIn()
  return (
    <div class="way-in-part">
      <h3>{say('wayIn.everywhere')}</h3>
      <p>{say('wayIn.everywhereHint')}</p>
      {hasDrafts() && <p class="notice">{say('signOut.drafts')}</p>}
      <Problem refused={refused} />
      <button type="button" class="button" aria-disabled={busy} onClick={() => void run(signOutEverywhere)}>
        {say('wayIn.everywhereDo')}
      </button>
    </div>
  )
}

/** Opened from the header, below it. */
export function WayIn({ close }: { close(): void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section
      class="way-in"
      id="way-in"
      aria-labelledby="way-in-title"
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <h2 id="way-in-title" ref={heading} tabIndex={-1}>
        {say('wayIn.title')}
      </h2>
      <div class="way-in-parts">
        <ChangePassword />
        <Everywhere />
      </div>
      <button type="button" class="button quiet" onClick={close}>
        {say('wayIn.close')}
      </button>
    </section>
  )
}
