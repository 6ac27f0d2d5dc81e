/** From “call me” to a promise: how to reach me, the card, sending, and what happens next. */

import { useEffect, useMemo, useState } from 'preact/hooks'
import type { CallbackRequestBody, Contact } from '#core/contract/callback.ts'
import type { Station } from '#core/contract/content.ts'
import type { Promises } from '#core/contract/promise.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { ASKER, GIVEN, PERMISSION } from '#core/flow/named.ts'
import type { Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { askerOf, blank, contactOf, settled, type WrittenContact, type YesNo } from '../contact/contact.ts'
import { isAfraid, isFear } from '../contact/fear.ts'
import { Form } from '../contact/form.tsx'
import { stationsFor } from '../contact/stations.ts'
import { Ways } from '../contact/ways.tsx'
import { dangersIn } from '../help/dangers-in.ts'
import type { Island } from '../net/island.ts'
import { inFours } from '../net/keys.ts'
import type { Stored } from '../net/outbox.ts'
import { type Estimate, estimateFor, estimateWhenSafe } from '../net/promises.ts'
import { useAskBeforeLeaving } from '../press/ask-before-leaving.ts'
import { isBackRefused, useBack } from '../press/back.ts'
import { Save } from '../save/save.tsx'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import { forget, keysHere } from '../state/kept.ts'
import { type KeptSending, renew, type Sending, useSending } from '../state/sending.ts'
import { Earlier } from '../talk/earlier.tsx'
import { fullText, offerText } from '../words/promised.ts'
import type { Speech } from '../words/speech.ts'
import { Asked } from './asked.tsx'
import { Card } from './card.tsx'
import { useRemovals } from './removals.ts'
import { Sent } from './sent.tsx'
import { useScreens } from './use-screens.ts'

type Props = {
  talk: Talk
  dialogue: Dialogue
  replay: Replay
  speech: Speech
  promises: Promises | undefined
  on: string
  /** what was written and tried here before the resident went back for a while */
  memory: { current: unknown }
}

/** What is kept over a visit to an earlier screen, made at the first visit: the words, the keys, and whether they were tried. */
function useKept(memory: Props['memory'], stations: Station[], permission: unknown) {
  memory.current ??= { written: blank, keys: keysHere(), tried: false }
  const kept = memory.current as KeptSending & {
    written: WrittenContact
    contact?: Contact
    /** the card has been seen: a screen of the form leads back to it */
    shown?: boolean
    /** safety has been answered */
    safe?: boolean
  }
  const [raw, setWritten] = useState(kept.written)
  kept.written = raw
  // what follows from the answers: a visit is somewhere in the area, and without permission no client is called
  const at = (stations.find(({ station }) => station === raw.station) ?? stations[0])?.station ?? ''
  const known: YesNo = permission === undefined ? raw.known : permission === GIVEN ? 'yes' : 'no'
  const written = useMemo(() => ({ ...raw, station: at, known }), [raw, at, known])
  return { kept, written, setWritten }
}

/** By when something happens, as far as it is known before it is sent. */
function whenText(
  speech: Speech,
  estimate: Estimate | undefined,
  { way, station }: WrittenContact,
  stations: Station[],
) {
  const meets = way === 'visit' && stations.find((one) => one.station === station)?.reception
  return offerText(speech, estimate, way, meets ? 'offer.visit' : 'offer.when')
}

/** Where the request comes from. @param station of a visit; empty: that of the page */
const sentFrom = ({ place, revision, language }: Island, station: string) => ({
  station: station || place.station.station,
  revision,
  language: language.lang,
})

/** What is on its way is waited for; what would be sent by itself stays where it is said that now it is not. */
function backIn({ state }: Sending, stop: () => void, before: () => void) {
  if (state === 'sending' || state === 'slow') return () => {}
  return state === 'waiting' ? stop : before
}

export function Request({ talk, dialogue, replay, speech, promises, on, memory }: Props) {
  const { island } = useRoom()
  const outcome = useMemo(() => route(dialogue, replay, on), [dialogue, replay, on])
  const estimate = estimateFor(promises, island.place, talk.used, outcome)
  const stations = stationsFor(island.place, estimate?.area, talk.used)
  const asker = askerOf(talk.used[ASKER])
  const permission = asker === 'professional' ? talk.used[PERMISSION] : undefined
  const { kept, written, setWritten } = useKept(memory, stations, permission)
  /** what the server answered, and what had been told before */
  const [sent, setSent] = useState<{ receipt: Stored; estimate: Estimate | undefined }>()
  const contact = contactOf(written, asker)
  const offered = estimateWhenSafe(estimate, contact)
  kept.contact = contact
  // what own words raised stays in sight with what was told
  const heard = dangersIn(`${written.ownWords}\n${written.safeWhen}`, island.dangers, speech)
  const dangers = [...new Set([...talk.dangers, ...heard])]
  const body = (): CallbackRequestBody => ({
    ...kept.keys,
    ...sentFrom(island, settled(written, asker).station),
    on,
    answers: talk.used,
    contact,
  })
  const afraid = isAfraid(outcome, talk.dangers, island)
  const isShort = !outcome.finished && !talk.said && !afraid
  const heardFear = isFear(heard, island.unseen)
  const toTalk = () => talk.show('talk')
  const screens = useScreens({ written, asker, afraid, heard: heardFear, isShort, kept, toTalk })
  const { at, before } = screens
  const onStored = (receipt: Stored) => {
    forget()
    setSent({ receipt, estimate: offered })
  }
  const removals = useRemovals({ talk, dialogue, on, written, onWritten: setWritten })
  const { sending, send, stop } = useSending({ body, kept, onStored, onField: screens.onField })
  // what is sent is what the resident has seen and sent: a changed card waits for another press
  useEffect(stop, [talk.answers, written, at])
  /** The one before is withdrawn or has ended: another request, of which nobody has to say anything twice. */
  const anew = () => {
    renew(kept)
    setSent(undefined)
    screens.restart()
  }
  // what has been sent is past
  useBack(sent ? undefined : backIn(sending, stop, before))
  useAskBeforeLeaving(isBackRefused() && !sent)
  if (sent) {
    const { reference } = sent.receipt
    const saved = { dialogue, on, speech, replay, estimate: offered }
    return (
      <Sent
        {...{ ...sent, code: kept.keys.code, speech, contact, dangers }}
        onCorrected={(told) => setWritten((now) => ({ ...now, ...told }))}
        onAnew={anew}
      >
        {(promise) => <Save {...saved} sent={{ promise, reference, code: inFours(kept.keys.code) }} />}
      </Sent>
    )
  }
  const when = whenText(speech, offered, written, stations)
  const write = (changed: WrittenContact) => {
    setWritten(changed)
    screens.clear()
  }
  const shared = { speech, written, onWritten: write, asker, when }
  const asked = { visits: replay.inRequest, answers: talk.answers, onAnswers: talk.setAnswers }
  const booking = dangers.length === 0
  const ways = <Ways title="three.titleOther" answers={talk.used} booking={booking} speech={speech} />
  return (
    <>
      <Earlier path={replay.path} speech={speech} onChange={talk.change} />
      {at === 'card' ? (
        <Card
          {...shared}
          talk={talk}
          dangers={dangers}
          dialogue={dialogue}
          outcome={outcome}
          sending={sending}
          removals={removals}
          onContact={() => screens.show('reach')}
          onSend={() => screens.asksSafety() || send()}
          onStop={stop}
        />
      ) : (
        <Form
          key={at}
          {...shared}
          part={at}
          isFirst={screens.isFirst}
          isLast={screens.isLast}
          afraid={afraid}
          wrong={screens.wrong}
          callBy={estimate?.safe?.['1-afternoon']?.by}
          stations={stations}
          before={talk.taken ? undefined : talk}
          others={fullText(speech, offered) && ways}
          asked={<Asked {...{ dialogue, outcome, speech, ...asked }} />}
          onMore={screens.isLast && screens.isFirst && !afraid ? () => screens.show('more') : undefined}
          onNext={screens.next}
          onBack={before}
        />
      )}
    </>
  )
}
