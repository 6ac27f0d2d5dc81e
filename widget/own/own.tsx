/** What a resident does alone: call an office, show a card at a counter, go on another day, read a decision. A chunk and words of its own. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Dialogue } from '#core/flow/definition.ts'
import type { Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { isAfraid } from '../contact/fear.ts'
import type { Estimate } from '../net/promises.ts'
import { Apart } from '../parts/apart.tsx'
import { wear } from '../parts/sheets.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import ownStyle from '../styles/own.css?inline'
import type { Speech } from '../words/speech.ts'
import { Letter } from './letter.tsx'
import { Note } from './note.tsx'
import { ownWords } from './own-words.ts'
import { SayByPhone } from './say-by-phone.tsx'
import { isInFinnish, TwoLanguages } from './two-languages.tsx'

wear('own', ownStyle)

export type OwnProps = {
  talk: Talk
  dialogue: Dialogue
  speech: Speech
  estimate?: Estimate | undefined
  /** the conversation as a file, in place of what is for a result */
  file?: boolean
}
type Props = OwnProps & { replay: Replay }

/** The words of this chunk; a press tries again when they did not come. */
function useOwnWords() {
  const { island, speech } = useRoom()
  const [state, setState] = useState<'waiting' | 'here' | 'failed'>('waiting')
  const load = () => {
    setState('waiting')
    ownWords(island).then(
      (words) => {
        speech.add(words)
        setState('here')
      },
      () => setState('failed'),
    )
  }
  useEffect(load, [island, speech])
  return { state, load }
}

/** Somebody may hear or see: what could be heard or found is not shown. */
function Tools({ file = false, ...props }: Props) {
  const { talk, dialogue, replay, speech } = props
  const { island } = useRoom()
  const outcome = useMemo(() => route(dialogue, replay, talk.on), [dialogue, replay, talk.on])
  const afraid = isAfraid(outcome, talk.dangers, island)
  const appeal = outcome.advice.flatMap(({ id }) => dialogue.advice[id]?.appeal ?? [])[0]
  const unsafe = afraid && <p class="notice">{speech.t('own:unsafe')}</p>
  if (file) return unsafe || <Note {...props} />
  const shared = { ...props, outcome }
  return (
    <>
      {unsafe || <SayByPhone {...shared} />}
      {!isInFinnish(island) && <TwoLanguages {...shared} />}
      {appeal && <Letter speech={speech} appeal={appeal} afraid={afraid} />}
    </>
  )
}

export function Own(props: OwnProps) {
  const { speech, talk } = props
  const { state, load } = useOwnWords()
  if (state === 'waiting') return <p role="status">{speech.t('widget:wait')}</p>
  if (state === 'failed' || !talk.replay)
    return (
      <div role="alert" class="trouble">
        <p>{speech.t('widget:failed.load')}</p>
        <button type="button" class="first" onClick={load}>
          {speech.t('widget:failed.again')}
        </button>
      </div>
    )
  return (
    <div class="alone">
      <Apart>
        <Tools {...props} replay={talk.replay} />
      </Apart>
    </div>
  )
}
