/** The resident's room: the ways out stay on every screen, and one screen at a time stands in the middle. */

import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { carriedBy, inOrderOf } from '#core/flow/danger.ts'
import type { Answers, Id } from '#core/flow/definition.ts'
import { DONT_KNOW, STRIP } from '#core/flow/words.ts'
import { Bar } from '../help/bar.tsx'
import { dangersIn } from '../help/dangers-in.ts'
import { Lines } from '../help/numbers.tsx'
import { linesOf } from '../help/phone-lines.ts'
import { FindAdvice } from '../match/find-advice.tsx'
import type { Island } from '../net/island.ts'
import { Leaving } from '../parts/leaving.tsx'
import { QuickExit } from '../parts/quick-exit.tsx'
import { RoomContext, useRoom } from '../state/context.ts'
import { type Talk, useTalk } from '../state/conversation.ts'
import { kept } from '../state/kept.ts'
import type { Live } from '../state/live.ts'
import { useElsewhere } from '../state/use-elsewhere.ts'
import { useRest } from '../state/use-rest.ts'
import type { Speech } from '../words/speech.ts'
import { Chat, Waiting } from './chat.tsx'
import { Foot } from './foot.tsx'
import { Human } from './human.tsx'
import { Keep, SentElsewhere, Stands, WayBack } from './screens.ts'
import { Strip } from './strip.tsx'
import { Top } from './top.tsx'

type Props = {
  island: Island
  speech: Speech
  /** absent in the page that the server renders */
  live?: Live | undefined
}

/** What was ticked and opened before the script came is taken over once, after the first paint has been adopted. */
function useEarly(live: Live | undefined, talk: Talk, open: (names: string[]) => void) {
  useLayoutEffect(() => {
    if (!live) return
    const { flags, open: opened } = live.early
    if (flags.length > 0) talk.setAnswers(withFlags(talk.answers, flags))
    open(opened)
  }, [])
}

/** The answer of the strip as ticks: nothing ticked is no answer at all. */
const withFlags = ({ [STRIP]: _, ...others }: Answers, flags: string[]): Answers => {
  if (flags.length === 0) return others
  return { ...others, [STRIP]: flags[0] === DONT_KNOW ? DONT_KNOW : flags }
}
const flagsIn = ({ [STRIP]: ticked }: Answers) =>
  Array.isArray(ticked) ? ticked : ticked === DONT_KNOW ? [DONT_KNOW] : []

/**
 * What is told in one's own words, or ticked among what they offer, is told: its number stays on every screen after the first, until
 * the words or the tick go. On the first one it stands at the field.
 */
function useHearing(talk: Talk, { dangers, first }: Island, speech: Speech): Talk {
  const said = useRest(talk.said)
  const heard = useMemo(() => (said ? dangersIn(said, dangers, speech) : []), [said, dangers, speech])
  const told = [...heard, ...talk.more.flatMap((id) => carriedBy(first.visit.question, id))]
  if (talk.turn === 0 || told.length === 0) return talk
  const both = (known: readonly Id[]) => inOrderOf(dangers, [...known, ...told])
  return { ...talk, dangers: both(talk.dangers), newest: both(talk.newest) }
}

export function Room({ island, speech, live }: Props) {
  const [alive, setAlive] = useState(false)
  const [open, setOpen] = useState<string[]>([])
  const held = useTalk(island, live?.content?.dialogue, live?.today, live?.early.said)
  const talk = useHearing(held, island, speech)
  useEarly(live, talk, setOpen)
  useEffect(() => setAlive(live !== undefined), [live])

  const panel = (name: string) => ({
    open: open.includes(name),
    onOpen: (on: boolean) => setOpen((now) => [...now.filter((one) => one !== name), ...(on ? [name] : [])]),
  })
  const request = () => {
    setOpen([])
    talk.show('request')
  }
  const elsewhere = useElsewhere()
  const inChat = alive && island.page === 'chat'
  const isSentElsewhere = talk.turn > 0 && elsewhere === 'sent'
  const mayAsk = inChat && !isSentElsewhere && talk.view === 'talk'
  // without its words it would speak in names
  const dialogue = inChat && live?.content?.dialogue
  const isOffered = elsewhere === 'sent' || kept() !== undefined
  return (
    <RoomContext.Provider
      value={{ speech, island, alive, exit: () => live?.exit(), speakIn: inChat ? live?.speakIn : undefined }}
    >
      <Top begun={talk.turn > 0} />
      <section class="head" aria-label={speech.t('widget:strip.label')}>
        <div class="ways">
          <QuickExit />
          <Strip
            flags={flagsIn(talk.answers)}
            onFlags={(flags) => {
              const given = withFlags(talk.answers, flags)
              // not being sure takes no danger back
              if (given[STRIP] === DONT_KNOW) talk.withhold(given)
              else talk.setAnswers(given)
            }}
            onRequest={mayAsk ? request : undefined}
            dangers={talk.dangers}
            {...panel('strip')}
          />
        </div>
        {island.page === 'chat' && <Bar dangers={talk.dangers} />}
        <Leaving />
      </section>
      <main>
        {island.page === 'chat' && (
          <>
            {talk.turn === 0 && <p class="disclosure">{speech.t('widget:disclosure')}</p>}
            {talk.turn === 0 && dialogue && isOffered && (
              <Keep talk={talk} dialogue={dialogue} elsewhere={elsewhere} />
            )}
            {talk.turn > 0 && dialogue && !isSentElsewhere && (
              <Stands turn={talk.turn} elsewhere={elsewhere} />
            )}
            {isSentElsewhere ? <SentElsewhere whole /> : <Chat talk={talk} live={live} />}
            {dialogue && (talk.turn > 0 || !isOffered) && (
              <Keep talk={talk} dialogue={dialogue} quiet={!mayAsk} />
            )}
          </>
        )}
        {island.page === 'request' && <BackPage live={live} />}
        {island.page === 'advice' && (
          <>
            <FindAdvice said={talk.said} say={talk.say} />
            {/* the items themselves: they stand beside the room, for a browser without script too */}
            <slot name="index" />
          </>
        )}
      </main>
      <section class="pinned" aria-label={speech.t('widget:human.open')}>
        <Human {...panel('human')} onRequest={mayAsk ? request : undefined} />
      </section>
      <Foot />
    </RoomContext.Provider>
  )
}

/** The way back: what can be read without script, and the rest when its chunk is here. */
function BackPage({ live }: { live: Live | undefined }) {
  const { speech, island } = useRoom()
  const { t } = speech
  return (
    <>
      <h2 id="heading">{t('widget:back.title')}</h2>
      <p>{t('widget:back.text')}</p>
      {live && (live.content ? <WayBack /> : <Waiting live={live} />)}
      {/* the same for everybody, whatever was told: the code may be in another's hands */}
      <h3>{t('widget:back.lines')}</h3>
      <Lines lines={linesOf(island.place)} />
    </>
  )
}
