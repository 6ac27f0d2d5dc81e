/** Is this conversation open in another tab of the browser, or sent from there? What was sent is not kept here any more. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { type Elsewhere, followTabs } from '../net/tabs.ts'
import { forget } from './kept.ts'

export function useElsewhere(): Elsewhere {
  const [elsewhere, setElsewhere] = useState<Elsewhere>('nowhere')
  useLayoutEffect(
    () =>
      followTabs((now) => {
        if (now === 'sent') forget()
        setElsewhere(now)
      }),
    [],
  )
  return elsewhere
}
