/** The screens before sending, in their order: two of the form, in fear safety first, and the card. */
import { useState } from 'preact/hooks'
import type { Asker, WrittenContact } from '../contact/contact.ts'
import { type FormPart, faultsOf, fieldAt, partOf, type Wrong } from '../contact/wrong.ts'

type Props = {
  written: WrittenContact
  asker: Asker
  /** fear was told: safety is asked first, and answered */
  afraid: boolean
  /** who wants a person at once is asked what the call needs, and no more */
  isShort: boolean
  /** `shown`: the card has been seen, and is not gone to by both screens again; kept over a visit to the conversation */
  kept: { shown?: boolean }
  toTalk: () => void
}

export function useScreens({ written, asker, afraid, isShort, kept, toTalk }: Props) {
  const [screen, show] = useState<FormPart | 'card'>()
  const [wrong, setWrong] = useState<Wrong>({})
  const [first, second]: [FormPart, FormPart] = afraid ? ['more', 'reach'] : ['reach', 'more']
  const at = screen ?? first
  const isLast = at === second || isShort || kept.shown === true
  return {
    at,
    isFirst: at === first,
    isLast,
    wrong,
    /** what was wrong is being mended */
    clear: () => setWrong({}),
    show,
    /** another request begins */
    restart: () => show(undefined),
    before: () => (at === first ? toTalk() : show(at === 'card' && !isShort ? second : first)),
    /** On, or to the first screen that has something to mend. */
    next() {
      const found = faultsOf(written, asker, afraid)
      const parts = isLast ? [first, second] : [at]
      const wanting = parts.find((part) => found.some((field) => partOf(field) === part))
      const here = found.filter((field) => partOf(field) === wanting)
      setWrong(Object.fromEntries(here.map((field) => [field, true])))
      const to = wanting ?? (isLast ? 'card' : second)
      kept.shown ||= to === 'card'
      show(to)
    },
    /** The server refuses this field (a JSON pointer): its screen comes, if it is one of the form. */
    onField(pointer: string) {
      const field = fieldAt(pointer, written.way)
      setWrong(field ? { [field]: true } : {})
      if (field) show(partOf(field))
    },
  }
}
