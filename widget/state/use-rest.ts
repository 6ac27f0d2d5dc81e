/** A text as it stood when the hand last rested: half a word is like many things, and a screen that follows each letter is not calm. */
import { useEffect, useState } from 'preact/hooks'

/** So long nothing was typed (milliseconds). */
const REST = 700

export function useRest(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
