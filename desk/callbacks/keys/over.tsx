/** A window over the page, which is inert meanwhile; Escape leaves it, and focus returns to where it was. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { showKeys } from '../state/over-page.ts'

type Props = { title: string; kind: string; children: ComponentChildren }

export function Over({ title, kind, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      class={`over over-${kind}`}
      ref={dialog}
      aria-labelledby="over"
      onClose={() => showKeys(undefined)}
    >
      <h2 id="over" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
