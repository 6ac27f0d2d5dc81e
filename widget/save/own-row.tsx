/** A row that everybody has: what most never need is fetched when it is opened, so that the request for it tells nothing. */
import { useState } from 'preact/hooks'
import type { OwnProps } from '../own/own.tsx'
import { lazy } from '../parts/lazy.tsx'
import { useRoom } from '../state/context.ts'

const Own = lazy(async () => (await import('../own/own.tsx')).Own)

/** @param title key of its words */
export function OwnRow({ title, ...props }: OwnProps & { title: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="aid" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{useRoom().speech.t(title)}</summary>
      {open && <Own {...props} />}
    </details>
  )
}
