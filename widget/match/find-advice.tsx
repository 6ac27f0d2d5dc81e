/** One's own words on the page of all advice: they offer items of that page, and lead to them on it. */
import { useState } from 'preact/hooks'
import { useRoom } from '../state/context.ts'
import { OwnFirst } from './own-first.tsx'
import { phrasesOf } from './phrases.ts'

/** The items stand outside the closed room, where an address can point at one. */
const titleOf = (id: string) =>
  document.getElementById(id)?.closest('details')?.querySelector('h4')?.textContent ?? undefined

export function FindAdvice() {
  const { speech, island } = useRoom()
  const [said, say] = useState('')
  if (!phrasesOf(island)) return null
  return (
    <OwnFirst
      {...{ speech, said }}
      onSaid={say}
      of="advice"
      known={(id) => titleOf(id) !== undefined}
      row={(id) => (
        <a class="row" key={id} href={`#${id}`}>
          {titleOf(id)}
        </a>
      )}
    />
  )
}
