/** One's own words first: what is typed stays here, and offers rows that can be ticked. It ticks nothing by itself. */
import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import type { Id } from '#core/flow/definition.ts'
import { dangersIn } from '../help/dangers-in.ts'
import { Heard } from '../help/heard.tsx'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { useOffered } from './use-offered.ts'

/** No service of the browser reads along. */
const UNREAD = { autoComplete: 'off', autoCorrect: 'off', spellcheck: false, writingsuggestions: 'false' }

type Props = {
  speech: Speech
  said: string
  onSaid: (text: string) => void
  /** which of the two is offered here */
  of: 'areas' | 'advice'
  /** only these can be offered here */
  known: (id: Id) => boolean
  row: (id: Id) => ComponentChild
  /** what it needs has come for everybody: it is not fetched because somebody enters the field */
  arrived?: boolean
  /** told by what was ticked in these rows: their numbers stand here, and not further down */
  ticked?: Id[]
}

export function OwnFirst({ speech, said, onSaid, of, known, row, arrived = false, ticked = [] }: Props) {
  const { island, alive } = useRoom()
  const [entered, enter] = useState(false)
  const { isDanger, isWaiting, ...offered } = useOffered(said, arrived || entered || said !== '')
  const ids = offered[of].filter(known)
  const told = said ? [...ticked, ...dangersIn(said, island.dangers, speech)] : ticked
  const inWords = told.length > 0 || !isDanger ? told : island.dangers.slice(0, 1)
  const dangers = island.dangers.filter((danger) => inWords.includes(danger))
  return (
    <div class="own">
      <label for="own">{speech.t('widget:own.label')}</label>
      <textarea
        id="own"
        rows={1}
        value={said}
        aria-describedby="own-hint"
        onFocus={() => enter(true)}
        onInput={({ currentTarget }) => onSaid(currentTarget.value)}
        {...UNREAD}
      />
      <small id="own-hint">{speech.t('widget:own.hint')}</small>
      {alive && (
        <>
          <Heard dangers={dangers} speech={speech} calm />
          <p class={ids.length > 0 ? 'soft' : 'unseen'} role="status">
            {isWaiting && speech.t('widget:wait')}
            {ids.length > 0 && speech.t('widget:own.found')}
          </p>
          {ids.length > 0 && <div class="rows offered">{ids.map(row)}</div>}
        </>
      )}
    </div>
  )
}
