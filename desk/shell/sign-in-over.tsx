/** Signing in over the page, when the longest session has passed in the middle of work: what stands beneath is neither read nor heard meanwhile. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { session } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { say } from '../words/words.ts'
import { SignInForm } from './sign-in.tsx'

/** The page’s title and focus are as they were when the page is seen again. */
function useReturn() {
  // asked before the fields here take it
  const focused = useRef(document.activeElement)
  useLayoutEffect(() => {
    const { title } = document
    document.title = say('title.signIn')
    return () => {
      document.title = title
      // what was covered can be reached only when this is gone
      requestAnimationFrame(() => focused.current instanceof HTMLElement && focused.current.focus())
    }
  }, [])
}

export function SignInOver() {
  const left = useStore(session, (state) => state.left)
  useReturn()
  return (
    <div class="over" role="dialog" aria-modal="true" aria-labelledby="over">
      <div class="plain">
        <h1 id="over">{say('over.title')}</h1>
        <p>{say('over.text')}</p>
        {left === 'undone' && <p>{say('signIn.undone')}</p>}
        <SignInForm />
        <p class="soft">{say('over.another')}</p>
      </div>
    </div>
  )
}
