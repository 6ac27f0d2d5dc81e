/** One field for whatever a caller says of themselves: reference, number, name or their own words. */
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { look, searching, stopLooking } from '../state/search.ts'

/** By this id others find the field, to write in it. */
export const SEARCH_FIELD = 'find'

/** From the field down to what was found; away from it with Escape. */
function onKey(event: KeyboardEvent) {
  if (event.isComposing) return
  if (event.key === 'Escape' && (searching.get().text || searching.get().found)) {
    event.preventDefault()
    stopLooking()
  }
  const first = document.querySelector<HTMLElement>('.queue .row-link')
  if (event.key !== 'ArrowDown' || !first) return
  event.preventDefault()
  first.focus()
}

/** Emptied, the field asks for nobody, and the queue stands there again. */
const write = (text: string) => (text === '' ? stopLooking() : searching.set({ text }))

export function SearchField() {
  const text = useStore(searching, (state) => state.text)
  const busy = useStore(searching, (state) => state.busy)
  const submit = (event: Event) => {
    event.preventDefault()
    void look()
  }
  return (
    <search>
      <form class="find" onSubmit={submit}>
        <label class="unseen" for={SEARCH_FIELD}>
          {say('find.label')}
        </label>
        <input
          id={SEARCH_FIELD}
          type="search"
          value={text}
          placeholder={say('find.hint')}
          maxLength={100}
          // what is written here may be a name: no program of the browser keeps it, or sends it to be checked
          autoComplete="off"
          spellcheck={false}
          autoCapitalize="off"
          enterKeyHint="search"
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <button type="submit" class="button" aria-label={say('find.do')} aria-disabled={busy}>
          <Icon shape="find" />
        </button>
      </form>
    </search>
  )
}
