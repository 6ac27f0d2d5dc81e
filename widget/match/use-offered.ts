/** What is offered for the words as they stand; nothing while it cannot be known. */
import { useEffect, useState } from 'preact/hooks'
import type { Suggestions } from '#core/match/reckoning.ts'
import { useRoom } from '../state/context.ts'
import { type Matcher, matcherOf, phrasesOf } from './phrases.ts'

const NOTHING: Suggestions = { areas: [], advice: [], isDanger: false }
/** Fewer letters are like everything. */
const LEAST = 3

/** @param wanted the field has been entered, or what it needs has come for everybody */
export function useOffered(text: string, wanted: boolean): Suggestions & { isWaiting: boolean } {
  const path = phrasesOf(useRoom().island)
  const [matcher, setMatcher] = useState<{ of: string; match: Matcher }>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!wanted || !path) return
    setFailed(false)
    matcherOf(path).then(
      (match) => setMatcher({ of: path, match }),
      () => setFailed(true),
    )
  }, [wanted, path])
  const said = text.trim().length < LEAST ? '' : text
  const match = matcher?.of === path ? matcher?.match : undefined
  return { ...((said && match?.(said)) || NOTHING), isWaiting: said !== '' && !match && !failed }
}
