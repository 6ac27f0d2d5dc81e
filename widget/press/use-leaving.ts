/** How many presses of Shift are still needed to leave, as the room shows it. */
import { useEffect, useState } from 'preact/hooks'

let tell: ((left: number | undefined) => void) | undefined

/** The keys are heard before and after the room is drawn; what stands of it hears them. */
export const tellLeaving = (left: number | undefined) => tell?.(left)

/** Presses still needed; `undefined` while none has been made. */
export function useLeaving(): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    tell = setLeft
    return () => {
      tell = undefined
    }
  }, [])
  return left
}
