/** Tells the desk each answer, and shows the advice as it comes, to be read aloud. */
import { useEffect, useMemo } from 'preact/hooks'
import type { Dialogue } from '#core/flow/definition.ts'
import { route } from '#core/flow/route.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import { pathOf } from '../steps/path.ts'
import { Path } from '../steps/path-list.tsx'
import { tellDesk } from './desk-line.ts'

type Props = { talk: Talk; dialogue: Dialogue }

/** The advice that the answers have brought so far; the result shows it itself. */
function Advice({ talk, dialogue }: Props) {
  const { speech } = useRoom()
  const { replay, on } = talk
  const steps = useMemo(
    () =>
      replay
        ? pathOf(speech, dialogue, route(dialogue, replay, on)).filter(({ owner }) => owner === 'you')
        : [],
    [speech, dialogue, replay, on],
  )
  if (steps.length === 0) return null
  return (
    <section class="so-far" aria-label={speech.t('widget:path.title')}>
      <Path steps={steps} from={1} speech={speech} estimate={undefined} why={() => ''} />
    </section>
  )
}

export function SoFar({ talk, dialogue }: Props) {
  const { island } = useRoom()
  const { used, on, turn, asked, said } = talk
  const { place, revision, language } = island
  useEffect(() => {
    const { station } = place.station
    const answers = used as Record<string, string | number | string[]>
    tellDesk({ assisted: 'card', card: { station, revision, language: language.lang, on, answers } })
  }, [used, on, place, revision, language])
  useEffect(() => tellDesk({ assisted: 'said', said }), [said])
  return turn > 0 && asked ? <Advice talk={talk} dialogue={dialogue} /> : null
}
