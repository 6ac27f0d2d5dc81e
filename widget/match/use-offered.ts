/** What is offered for the words as they stand; nothing while it cannot be known. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Suggestions } from '#core/match/reckoning.ts'
import { useRoom } from '../state/context.ts'
import { type Matcher, matcherOf, phrasesOf } from './phrases.ts'

const NOTHING: Suggestions = { areas: [], advice: [], isDanger: false }
/** Fewer letters are like everything. */
const LEAST = 3
/** Danger as a likeness is told when the hand rests (milliseconds): half a word is like many things. */
const REST = 700

/** Has this text stood so long? */
function useRest(text: string): boolean {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST)
    return () => clearTimeout(timer)
  }, [text])
  return rested === text
}

/** @param wanted the field has been entered, or what it needs has come for everybody */
export function useOffered(text: string, wanted: boolean): Suggestions & { isWaiting: boolean } {
  const path = phrasesOf(useRoom().island)
  const [matcher, setMatcher] = useState<{ of: string; match: Matcher }>()
  const [failed, setFailed] = useState('')
  useEffect(() => {
    if (!wanted || !path) return
    // what comes for a language that was left meanwhile is for nobody
    let over = false
    setFailed('')
    matcherOf(path).then(
      (match) => over || setMatcher({ of: path, match }),
      () => over || setFailed(path),
    )
    return () => {
      over = true
    }
  }, [wanted, path])
  const said = text.trim().length < LEAST ? '' : text
  const match = matcher?.of === path ? matcher?.match : undefined
  const found = useMemo(() => (said && match?.(said)) || NOTHING, [said, match])
  const rests = useRest(said)
  return {
    ...found,
    isDanger: found.isDanger && rests,
    isWaiting: said !== '' && !match && failed !== path,
  }
}
