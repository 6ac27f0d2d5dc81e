/** Commands by their names: those that can be done now, fewer with each letter; Enter does the one that is marked. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { say, spokenLanguage } from '../../words/words.ts'
import { showKeys } from '../state/over-page.ts'
import { COMMANDS, type Command, doCommand } from './commands.ts'
import { Over } from './over.tsx'

const LIST = 'commands'
const idOf = ({ id }: Command) => `command-${id}`

const small = (text: string) => text.toLocaleLowerCase(spokenLanguage())

/** First the page is as it was, with its focus; then the command. */
function choose(command: Command): void {
  showKeys(undefined)
  requestAnimationFrame(() => doCommand(command))
}

/** By how many one goes on along the list. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

export function Palette() {
  const field = useRef<HTMLInputElement>(null)
  const [possible, know] = useState<readonly Command[]>([])
  const [text, write] = useState('')
  const [at, mark] = useState(0)
  useLayoutEffect(() => {
    know(COMMANDS.filter(({ target }) => target() !== null))
    field.current?.focus()
  }, [])
  const found = possible.filter(({ id }) => small(say(id)).includes(small(text.trim())))
  const marked = found[at]
  const onKey = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (by === undefined || found.length === 0) return
    event.preventDefault()
    mark((at + by + found.length) % found.length)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (marked) choose(marked)
  }
  return (
    <Over title={say('palette.title')} kind="palette">
      <form onSubmit={submit}>
        <input
          ref={field}
          role="combobox"
          aria-label={say('palette.label')}
          aria-expanded={true}
          aria-controls={LIST}
          aria-activedescendant={marked ? idOf(marked) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={text}
          onInput={({ currentTarget }) => {
            write(currentTarget.value)
            mark(0)
          }}
          onKeyDown={onKey}
        />
      </form>
      <div id={LIST} role="listbox" aria-label={say('palette.title')}>
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it
          <div
            key={command.id}
            id={idOf(command)}
            role="option"
            aria-selected={command === marked}
            tabIndex={-1}
            onClick={() => choose(command)}
          >
            {say(command.id)} <kbd>{command.keys}</kbd>
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status">{say('palette.none')}</p>}
    </Over>
  )
}
