/** The title of the page, kept true while the component stands; of the practice desk it says so first. */
import { useEffect } from 'preact/hooks'
import { inPractice } from '../net/practice.ts'
import { say } from '../words/words.ts'

export function useTitle(title: string): void {
  const said = inPractice ? say('practice.title', { what: title }) : title
  useEffect(() => {
    document.title = said
  }, [said])
}
