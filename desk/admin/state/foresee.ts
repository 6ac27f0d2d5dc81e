/** What a change would touch, asked of the server while it is being told: the act itself, tried and taken back. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlaceFindings } from '#core/contract/administration.ts'
import { asRefused, type Refused } from '../../net/api.ts'
import { ask } from './admin.ts'

/** How a change is told to the server. */
export type ChangeTold = { method: 'PUT' | 'POST' | 'DELETE'; path: string; body?: object }
type Foresight = { found: PlaceFindings | undefined; refused: Refused | undefined }

/** Typing goes on: nothing is asked before a pause. */
const PAUSE_MS = 300

const addressOf = ({ path }: ChangeTold, day: string) => `${path}?preview=true${day ? `&day=${day}` : ''}`

/**
 * @param told nothing while something is lacking
 * @param day on which residents ask; empty: the first day of the change
 */
export function useForesight(told: ChangeTold | undefined, day: string, seen: string | undefined): Foresight {
  const [foresight, foresee] = useState<Foresight>({ found: undefined, refused: undefined })
  const last = useRef('')
  const key = told ? JSON.stringify([told, day, seen]) : ''
  useEffect(() => {
    last.current = key
    if (!told) return foresee({ found: undefined, refused: undefined })
    const tell = (answer: Foresight) => {
      // what was asked before and answered after tells of something else
      if (last.current === key) foresee(answer)
    }
    const timer = setTimeout(() => {
      ask<PlaceFindings>(told.method, addressOf(told, day), told.body, seen).then(
        (found) => tell({ found, refused: undefined }),
        (thrown) => tell({ found: undefined, refused: asRefused(thrown) }),
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key])
  return foresight
}
