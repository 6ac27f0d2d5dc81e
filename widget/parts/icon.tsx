/** A picture beside words: for the eye alone, because the words say it. The page carries each once, `icons.ts` draws them. */
import type { Icon as Name } from '#core/flow/icons.ts'

export const Icon = ({ name }: { name: Name }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`#i-${name}`} />
  </svg>
)
