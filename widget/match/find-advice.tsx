/** One's own words on the page of all advice: they offer items of that page, and lead to them on it. */
import { useState } from 'preact/hooks'
import { flat, type NestedWords } from '#core/say/nested.ts'
import { part } from '../net/content.ts'
import { useRoom } from '../state/context.ts'
import { OwnFirst } from './own-first.tsx'
import { phrasesOf } from './phrases.ts'

/** The items stand outside the closed room, where an address can point at one. */
const titleOf = (id: string) =>
  document.getElementById(id)?.closest('details')?.querySelector('h4')?.textContent ?? undefined

/** Words that tell of danger are among those of the conversation, which this page has not: they come with the phrases. */
function useAllWords(): () => void {
  const { speech, island } = useRoom()
  const [, setHere] = useState(false)
  return () => {
    const words = island.parts.find(({ name }) => name === 'words')
    if (words)
      part(words.path).then(
        (all) => {
          speech.add(flat(all as NestedWords))
          setHere(true)
        },
        () => undefined,
      )
  }
}

export function FindAdvice({ said, say }: { said: string; say: (text: string) => void }) {
  const { speech, island } = useRoom()
  const onEnter = useAllWords()
  if (!phrasesOf(island)) return null
  return (
    <OwnFirst
      {...{ speech, said, onEnter }}
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
