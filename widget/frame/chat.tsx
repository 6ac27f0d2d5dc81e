/** The conversation in the middle of the room: a question, the result, or the request. */

import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Contact } from '#core/contract/callback.ts'
import { ASKER } from '#core/flow/named.ts'
import { STRIP } from '#core/flow/words.ts'
import { answerText, spoken } from '#core/say/answer.ts'
import { speakTo } from '#core/say/speaker.ts'
import { Lines } from '../help/numbers.tsx'
import { GENERAL, linesOf } from '../help/phone-lines.ts'
import { Told } from '../help/told.tsx'
import { matcherOf, phrasesOf } from '../match/phrases.ts'
import { Apart } from '../parts/apart.tsx'
import { useAskBeforeLeaving } from '../press/ask-before-leaving.ts'
import { isBackRefused, useBack } from '../press/back.ts'
import { useRoom } from '../state/context.ts'
import { askedIn, type Talk } from '../state/conversation.ts'
import type { Live } from '../state/live.ts'
import { Earlier } from '../talk/earlier.tsx'
import { Question } from '../talk/question.tsx'
import { echoText, lastBefore, needText, turnOf } from '../words/describe.ts'
import { Request, Result } from './screens.ts'

/** Words that suit this asker and know the earlier answers. */
function useSpeech(talk: Talk) {
  const { speech, island } = useRoom()
  const { replay, asked } = talk
  return useMemo(
    () =>
      speakTo(
        speech,
        talk.used[ASKER],
        spoken(speech, island.place, [...(replay?.path ?? []), ...(asked ? [asked.visit] : [])]),
      ),
    [speech, island, replay, asked?.visit],
  )
}

/** So many answers are too much to lose by a press of Back that the browser does not let us hear. */
const MUCH = 3

/** The browser's Back does what the screen's own way back does. */
function useBackIn({ view, back, undo, show, used }: Talk) {
  const backs = { talk: back, help: undo, request: () => show('talk') }
  useBack(backs[view])
  // what is ticked on the strip counts for nothing
  const isMuch = Object.keys({ ...used, [STRIP]: 0 }).length > MUCH
  // the request knows itself when it has been sent
  useAskBeforeLeaving(isBackRefused() && isMuch && view !== 'request')
}

/** What one's own words need comes to everybody after the first answer, whatever it was: later nobody's wish for it is seen. */
function useForEverybody(begun: boolean) {
  const paths = phrasesOf(useRoom().island)
  useEffect(() => {
    if (begun && paths) matcherOf(paths).catch(() => undefined)
  }, [begun, paths?.phrases])
}

/** The dialogue has not come yet, or will not: the numbers stand here meanwhile, and nothing answered is lost. */
export function Waiting({ live }: { live: Live }) {
  const { speech, island } = useRoom()
  if (!live.failed) return <p role="status">{speech.t('widget:wait')}</p>
  return (
    <div role="alert" class="trouble">
      <p>{speech.t('widget:failed.load')}</p>
      <button type="button" class="first" onClick={live.retry}>
        {speech.t('widget:failed.again')}
      </button>
      <Lines lines={linesOf(island.place).slice(0, GENERAL)} />
    </div>
  )
}

export function Chat({ talk, live }: { talk: Talk; live: Live | undefined }) {
  const { island } = useRoom()
  const speech = useSpeech(talk)
  useBackIn(talk)
  const dialogue = live?.content?.dialogue
  const { replay } = talk
  const path = replay?.path ?? []
  const memory = useRef<unknown>(undefined)
  useForEverybody(talk.turn > 0 && live?.content !== undefined)

  const whole = dialogue && replay && { dialogue, replay, speech, on: talk.on, promises: live?.promises }
  if (whole && talk.view === 'request') return <Request {...whole} talk={talk} memory={memory} />
  if (talk.view === 'help') {
    return (
      <Told
        key={talk.turn}
        dangers={talk.newest}
        speech={speech}
        onRequest={() => talk.show('request')}
        onGoOn={() => talk.show('talk')}
        onBack={talk.undo}
      />
    )
  }
  const { asked } = talk
  if (asked) {
    const { need: id } = asked.visit
    const need = needText(speech, dialogue, id)
    const turn = turnOf(dialogue, id, talk.used)
    const last = lastBefore(replay ? askedIn(replay) : [], asked.visit.address)
    const echo = echoText(speech, last, talk.used[ASKER])
    return (
      <>
        <Earlier
          key={talk.turn}
          path={path}
          speech={speech}
          onChange={talk.change}
          before={asked.visit.address}
        />
        <Question
          key={`${talk.turn} ${asked.visit.address}`}
          asked={asked}
          speech={speech}
          echo={echo}
          about={need && speech.t(`widget:progress.${turn.of > 1 ? 'of' : 'need'}`, { need, ...turn })}
          answered={last && answerText(speech, island.place, last)}
          focus={talk.turn > 0}
          early={talk.turn === 0 ? live?.early : undefined}
          said={talk.said}
          say={talk.say}
          onAnswer={talk.answer}
          telling={talk.telling}
          onBack={talk.back}
        />
      </>
    )
  }
  // who came back from the form has perhaps said there when contact is safe
  const written = (memory.current as { contact?: Contact } | undefined)?.contact
  if (!whole) return live ? <Waiting live={live} /> : null
  return (
    <>
      <Earlier key={talk.turn} path={path} speech={speech} onChange={talk.change} />
      {/* also where nothing of it can be shown, numbers answer, and a person stays in reach */}
      <Apart key={talk.turn} instead={<Lines lines={linesOf(island.place)} />}>
        <Result
          {...whole}
          talk={talk}
          contact={written}
          dangers={talk.dangers}
          onRequest={() => talk.show('request')}
        />
      </Apart>
    </>
  )
}
