/** Signing in with a username and a password; the reason for standing here is said first. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { asRefused, type Refused } from '../net/api.ts'
import { Problem } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { hasDrafts } from '../state/drafts.ts'
import { session } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { say } from '../words/words.ts'
import { signIn } from './entering.ts'
import { LanguagePicker } from './language-picker.tsx'

function Why() {
  const left = useStore(session, (state) => state.left)
  if (left === undefined) return null
  const isOver = left === 'ended' || left === 'undone'
  return (
    <div role="status">
      <p>{say(!isOver ? 'signIn.left' : hasDrafts() ? 'signIn.endedKept' : 'signIn.ended')}</p>
      {(left === 'undone' || left === 'unheard') && <p>{say(`signIn.${left}`)}</p>}
    </div>
  )
}

type FieldProps = { label: string; children: ComponentChildren }

const Field = ({ label, children }: FieldProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the input is the child
  <label class="field">
    <span>{label}</span>
    {children}
  </label>
)

/** What stays in the fields after a refusal: the name, never the password; focus goes where typing goes on. */
function useSigningIn() {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement | null
  useLayoutEffect(() => field('username')?.focus(), [])
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    refuse(undefined)
    try {
      await signIn(field('username')?.value.trim() ?? '', field('password')?.value ?? '')
    } catch (thrown) {
      const password = field('password')
      if (password) password.value = ''
      setBusy(false)
      refuse(asRefused(thrown))
      password?.focus()
    }
  }
  return { form, busy, refused, submit }
}

/** Name, password, and what is wrong with them. */
export function SignInForm() {
  const { form, busy, refused, submit } = useSigningIn()
  const wrong = refused?.code === 'wrong-sign-in'
  return (
    <form class="sign-in" ref={form} onSubmit={submit}>
      <Field label={say('signIn.username')}>
        <input
          name="username"
          type="text"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          maxLength={80}
          aria-invalid={wrong}
          aria-describedby="sign-in-problem"
        />
      </Field>
      <Field label={say('signIn.password')}>
        <input
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxLength={256}
          aria-invalid={wrong}
          aria-describedby="sign-in-problem"
        />
      </Field>
      <Problem refused={refused} id="sign-in-problem" />
      <button type="submit" class="button strong" aria-disabled={busy}>
        {say(busy ? 'signIn.busy' : 'signIn.do')}
      </button>
    </form>
  )
}

export function SignIn() {
  useTitle(say('title.signIn'))
  return (
    <main class="plain">
      <h1>{say('signIn.title')}</h1>
      <Why />
      <SignInForm />
      <p class="soft">{say('signIn.forgotten')}</p>
      <LanguagePicker />
    </main>
  )
}
