/** A password that is shown once: it is kept nowhere, and goes from the screen when it is put away. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { say } from '../../words/words.ts'

export type OncePassword = { name: string; password: string }
type PasswordProps = OncePassword & { close(): void }

export function Password({ name, password, close }: PasswordProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [copied, copy] = useState<'yes' | 'no'>()
  useEffect(() => heading.current?.focus(), [])
  const take = () =>
    navigator.clipboard.writeText(password).then(
      () => copy('yes'),
      () => copy('no'),
    )
  return (
    <section class="card once" aria-labelledby="once">
      <h3 id="once" ref={heading} tabIndex={-1}>
        {say('admin:password.title', { name })}
      </h3>
      <p>
        <code class="password">{password}</code>
      </p>
      <p>{say('admin:password.hint')}</p>
      <p class="change-acts">
        <button type="button" class="button strong" onClick={take}>
          {say('admin:password.copy')}
        </button>
        <button type="button" class="button" onClick={close}>
          {say('admin:password.close')}
        </button>
      </p>
      <p role="status">{copied && say(`admin:password.copied.${copied}`)}</p>
    </section>
  )
}
