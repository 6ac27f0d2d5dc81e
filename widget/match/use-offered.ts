/** What is offered for the words as they stand; nothing while it cannot be known. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Suggestions } from '#core/match/reckoning.ts'
import { useRoom } from '../state/context.ts'
import { useRest } from '../state/use-rest.ts'
import { type Matcher, matcherOf, phrasesOf } from './phrases.ts'

const NOTHING: Suggestions = { areas: [], advice: [], isDanger: false }
/** Fewer letters are like everything. */
const LEAST = 3

/** @param wanted the field has been entered, or what it needs has come for everybody */
export function useOffered(text: string, wanted: boolean): Suggestions & { isWaiting: boolean } {
  const { island } = useRoom()
  const paths = phrasesOf(island)
  const path = paths?.phrases
  const [matcher, setMatcher] = useState<{ of: string; match: Matcher }>()
  const [failed, setFailed] = useState('')
  useEffect(() => {
    if (!wanted || !paths) return
    // what comes for a language that was left meanwhile is for nobody
    let over = false
    setFailed('')
    matcherOf(paths).then(
      (match) => over || setMatcher({ of: paths.phrases, match }),
      () => over || setFailed(paths.phrases),
    )
    return () => {
      over = true
    }
  }, [wanted, path])
  const said = text.trim().length < LEAST ? '' : text
  const match = matcher?.of === path ? matcher?.match : undefined
  const found = useMemo(() => (said && match?.(said)) || NOTHING, [said, match])
  // danger as a likeness is told when the hand rests
  const rests = useRest(said) === said
  return {
    ...found,
    isDanger: found.isDanger && rests,
    isWaiting: said !== '' && !match && failed !== path,
  }
}
