/** The screens before sending, in their order: two of the form, in fear safety first, and the card. */
import { useState } from 'preact/hooks'
import type { Asker, WrittenContact } from '../contact/contact.ts'
import { type FormPart, faultsOf, fieldAt, partOf, type Wrong } from '../contact/wrong.ts'

type Props = {
  written: WrittenContact
  asker: Asker
  /** fear was told: safety is asked first, and answered */
  afraid: boolean
  /** fear is heard in what is being written: safety is answered, where it stands */
  heard: boolean
  /** who wants a person at once is asked what the call needs, and no more */
  isShort: boolean
  /** `shown`: the card has been seen, and is not gone to by both screens again; `safe`: safety was answered, and may be taken off the card. Kept over a visit to the conversation */
  kept: { shown?: boolean; safe?: boolean }
  toTalk: () => void
}

const orderOf = (afraid: boolean): [FormPart, FormPart] => (afraid ? ['more', 'reach'] : ['reach', 'more'])

export function useScreens({ written, asker, afraid, heard, isShort, kept, toTalk }: Props) {
  // fear that is told while a screen stands there changes what comes after it, and not what is under the finger
  const [order, setOrder] = useState(() => orderOf(afraid))
  const [first, second] = order
  const [at, setAt] = useState<FormPart | 'card'>(first)
  const [wrong, setWrong] = useState<Wrong>({})
  const show = (screen: FormPart | 'card') => {
    setWrong({})
    setAt(screen)
  }
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
    restart() {
      const fresh = orderOf(afraid)
      setOrder(fresh)
      show(fresh[0])
    },
    /** Fear was told and safety never answered: it is asked before anything is sent. @returns whether it is */
    asksSafety() {
      const asks = (afraid || heard) && !written.safe && !kept.safe
      if (asks) show('more')
      return asks
    },
    before: () => (at === first ? toTalk() : show(at === 'card' && !isShort ? second : first)),
    /** On, or to the first screen that has something to mend. */
    next() {
      const found = faultsOf(written, asker, afraid || heard)
      const parts = isLast ? [first, second] : [at]
      const wanting = parts.find((part) => found.some((field) => partOf(field) === part))
      const here = found.filter((field) => partOf(field) === wanting)
      const to = wanting ?? (isLast ? 'card' : second)
      kept.shown ||= to === 'card'
      kept.safe ||= Boolean(written.safe)
      setWrong(Object.fromEntries(here.map((field) => [field, true])))
      setAt(to)
    },
    /** The server refuses this field (a JSON pointer): its screen comes, if it is one of the form. */
    onField(pointer: string) {
      const field = fieldAt(pointer, written.way)
      if (field) setAt(partOf(field))
      setWrong(field ? { [field]: true } : {})
    },
  }
}
