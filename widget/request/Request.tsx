/** From “call me” to a promise: how to reach me, the card, sending, and what happens next. */

import { useRef, useState } from 'preact/hooks'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { route } from '#core/flow/route.ts'
import { byWhen } from '../format.ts'
import { type Keys, makeKeys } from '../keys.ts'
import type { Estimate } from '../promises.ts'
import { useRoom } from '../room/context.ts'
import type { Speech } from '../speech.ts'
import type { Talk } from '../talk/state.ts'
import { Card } from './Card.tsx'
import { blank, contactOf, looksLikePhone, type Written } from './contact.ts'
import { Form } from './Form.tsx'
import { correct, post, type Stored, type Trouble, withdraw } from './outbox.ts'
import { Sent } from './Sent.tsx'

type Props = {
  talk: Talk
  dialogue: Dialogue
  speech: Speech
  estimate: Estimate | undefined
  on: string
  keys: Keys
  /** what was written here before the resident went back for a while */
  memory: { current: unknown }
}
type Done = { receipt: Stored; keys: Keys }

/**
 * Sends. When an earlier try arrived after all, but its answer did not, and the card has changed since: a changed
 * contact is corrected; changed answers are withdrawn first, so that nothing removed from the card stays stored.
 */
async function deliver(body: CallbackRequestBody, before: CallbackRequestBody | undefined) {
  const answer = await post(body)
  if (answer.ok || answer.trouble.code !== 'already-received') return { answer, sent: body }
  if (before && JSON.stringify(before.answers) === JSON.stringify(body.answers)) {
    const corrected = await correct(body.code, body.contact)
    if (!corrected.ok) return { answer: corrected, sent: body }
    return { answer: await post(before), sent: before }
  }
  const gone = await withdraw(body.code)
  if (!gone.ok) return { answer: gone, sent: body }
  const fresh = { ...body, ...makeKeys(Date.now()) }
  return { answer: await post(fresh), sent: fresh }
}

/** Everything that sending needs to remember between tries. */
function useSending(onPhone: () => void) {
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [done, setDone] = useState<Done>()
  const tried = useRef<CallbackRequestBody | undefined>(undefined)
  const send = async (body: CallbackRequestBody) => {
    if (sending) return
    setSending(true)
    setTrouble(undefined)
    const { answer, sent } = await deliver(body, tried.current)
    tried.current = sent
    setSending(false)
    if (answer.ok) return setDone({ receipt: answer.body, keys: { id: sent.id, code: sent.code } })
    setTrouble(answer.trouble)
    if (answer.trouble.field?.includes('phone')) onPhone()
  }
  return { sending, trouble, done, send: (body: CallbackRequestBody) => void send(body) }
}

export function Request({ talk, dialogue, speech, estimate, on, keys, memory }: Props) {
  const { island } = useRoom()
  const [stage, setStage] = useState<'form' | 'card'>('form')
  const [written, setWritten] = useState<Written>((memory.current as Written | undefined) ?? blank)
  const [phoneError, setPhoneError] = useState(false)
  const askPhone = () => {
    setStage('form')
    setPhoneError(true)
  }
  const { sending, trouble, done, send } = useSending(askPhone)
  memory.current = written
  if (!talk.replay) return null
  const outcome = route(dialogue, talk.replay, on)
  const near = talk.answers.asker === 'relative'
  const when = estimate
    ? speech.t('widget:offer.when', { when: byWhen(speech, estimate.promise), context: written.way })
    : speech.t('widget:offer.soon')

  if (done) return <Sent {...done} speech={speech} estimate={estimate} way={written.way} />
  const next = () => {
    const good = written.way === 'visit' || looksLikePhone(written.phone)
    setPhoneError(!good)
    if (good) setStage('card')
  }
  if (stage === 'form') {
    return (
      <Form
        written={written}
        onWritten={(changed) => {
          setWritten(changed)
          if (changed.phone !== written.phone) setPhoneError(false)
        }}
        speech={speech}
        near={near}
        unsafe={outcome.flags.includes('violence')}
        phoneError={phoneError}
        when={when}
        onNext={next}
        onBack={() => talk.show('talk')}
      />
    )
  }
  const body = (): CallbackRequestBody => ({
    ...keys,
    station: island.place.station.station,
    revision: island.revision,
    language: island.language.lang,
    on,
    answers: talk.replay?.answers ?? {},
    contact: contactOf(written, near),
  })
  return (
    <Card
      talk={talk}
      dialogue={dialogue}
      outcome={outcome}
      speech={speech}
      on={on}
      written={written}
      near={near}
      when={when}
      sending={sending}
      trouble={trouble}
      onContact={() => setStage('form')}
      onWritten={setWritten}
      onSend={() => send(body())}
    />
  )
}
