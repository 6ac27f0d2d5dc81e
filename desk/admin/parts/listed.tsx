/** A list of things with days, each with what can be done to it; one form is open at a time, where it was asked for. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '../../words/words.ts'

export type ListedRow = {
  id: string
  title: string
  /** in words */
  when: string
  /** it holds today; the others are planned */
  isNow: boolean
  told: ComponentChildren
  change: ComponentChildren
  /** taking it back, or its last day; nothing where it cannot end */
  remove?: ComponentChildren
  removeLabel?: string
}
type ListedProps = {
  add?: string
  empty: string
  /** `new`, or what is done and to which: `change {id}` */
  open: string | undefined
  setOpen(open: string | undefined): void
  form?: ComponentChildren
  rows: readonly ListedRow[]
}

/** Focus comes back to the button from which a form was opened, when it is shut. */
function useReturn(open: string | undefined) {
  const before = useRef<string | undefined>(undefined)
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open === undefined && before.current !== undefined) {
      const opener = room.current?.querySelector<HTMLElement>(`[data-opens="${before.current}"]`)
      ;(opener ?? document.getElementById('admin-page'))?.focus()
    }
    before.current = open
  }, [open])
  return room
}

export function Listed({ add, empty, open, setOpen, form, rows }: ListedProps) {
  const room = useReturn(open)
  const opener = (key: string, label: string, of: string, strong = false) => (
    <button
      type="button"
      class={strong ? 'button strong' : 'button'}
      data-opens={key}
      aria-expanded={open === key}
      {...(of && { 'aria-label': `${label}: ${of}` })}
      onClick={() => setOpen(key)}
    >
      {label}
    </button>
  )
  return (
    <div class="listed" ref={room}>
      {add && (open === 'new' ? form : <p>{opener('new', add, '', true)}</p>)}
      {rows.length === 0 && <p class="soft">{empty}</p>}
      <ul class="listed-rows">
        {rows.map((row) => (
          <li key={row.id} class="card" data-listed={row.id}>
            <div class="row-told">
              <h3>{row.title}</h3>
              <p>
                {row.when}
                {row.isNow && <span class="badge">{say('admin:days.now')}</span>}
              </p>
              {row.told && <div class="soft">{row.told}</div>}
            </div>
            <div class="row-acts">
              {opener(`change ${row.id}`, say('admin:form.change'), row.title)}
              {row.remove &&
                opener(`remove ${row.id}`, row.removeLabel ?? say('admin:form.remove'), row.title)}
            </div>
            {open === `change ${row.id}` && row.change}
            {open === `remove ${row.id}` && row.remove}
          </li>
        ))}
      </ul>
    </div>
  )
}
