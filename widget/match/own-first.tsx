/** One's own words first: what is typed stays here, and offers rows that can be ticked. It ticks nothing by itself. */
import type { ComponentChild } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Id } from '#core/flow/definition.ts'
import { MOST_SUGGESTED } from '#core/match/most.ts'
import { dangersIn } from '../help/dangers-in.ts'
import { Heard } from '../help/heard.tsx'
import { UNREAD } from '../parts/inputs.tsx'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { useOffered } from './use-offered.ts'

type Props = {
  speech: Speech
  said: string
  onSaid: (text: string) => void
  /** which of the two is offered here */
  of: 'areas' | 'advice'
  /** only these can be offered here */
  known: (id: Id) => boolean
  row: (id: Id) => ComponentChild
  /** ticked here already: they stand there, whatever is written after */
  kept?: readonly Id[]
  /** dangers that what was ticked here tells: their numbers stand under the rows, and not further down */
  dangers?: Id[]
  /** what it needs has come for everybody: it is not fetched because somebody enters the field */
  arrived?: boolean
  onEnter?: () => void
}

export function OwnFirst({ speech, said, onSaid, of, known, row, kept = [], dangers = [], ...more }: Props) {
  const { island, alive } = useRoom()
  const field = useRef<HTMLTextAreaElement>(null)
  // what was typed before the script came, or where the cursor stands
  const [entered, setEntered] = useState(said !== '')
  const enter = () => {
    setEntered(true)
    more.onEnter?.()
  }
  useEffect(() => {
    if (said !== '' || field.current?.matches(':focus')) enter()
  }, [])
  const { isDanger, isWaiting, ...offered } = useOffered(said, more.arrived === true || entered)
  const fresh = offered[of].filter((id) => known(id) && !kept.includes(id))
  const ids = [...kept, ...fresh].slice(0, Math.max(MOST_SUGGESTED, kept.length))
  const told = said ? dangersIn(said, island.dangers, speech) : []
  const heard = told.length > 0 || !isDanger ? told : island.dangers.slice(0, 1)
  return (
    <div class="own">
      <label for="own">{speech.t('widget:own.label')}</label>
      <textarea
        id="own"
        ref={field}
        rows={1}
        value={said}
        aria-describedby="own-hint"
        onFocus={enter}
        onInput={({ currentTarget }) => onSaid(currentTarget.value)}
        {...UNREAD}
      />
      <small id="own-hint">{speech.t('widget:own.hint')}</small>
      {alive && (
        <>
          <Heard dangers={heard} speech={speech} calm />
          <p class={ids.length > 0 ? 'soft' : 'unseen'} role="status" id="own-found">
            {isWaiting && speech.t('widget:wait')}
            {ids.length > 0 && speech.t('widget:own.found')}
          </p>
          {ids.length > 0 && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset in the fieldset of the question would be read as a question of its own
            <div class="rows offered" role="group" aria-labelledby="own-found">
              {ids.map(row)}
            </div>
          )}
          <Heard dangers={dangers.filter((danger) => !heard.includes(danger))} speech={speech} calm />
        </>
      )}
    </div>
  )
}
