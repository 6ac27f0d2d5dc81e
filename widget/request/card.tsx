/** The very card that the coordinator will see: every line can be taken away, and Send is always there. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cardLines, withdrawLine } from '#core/flow/card.ts'
import type { Address, Answers, Dialogue, Id } from '#core/flow/definition.ts'
import type { Outcome, QuestionVisit } from '#core/flow/result.ts'
import { answerText, labelOf } from '#core/say/answer.ts'
import type { Asker, WrittenContact } from '../contact/contact.ts'
import { contactLines } from '../contact/contact-lines.ts'
import { Help } from '../help/help.tsx'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import type { Sending } from '../state/sending.ts'
import { needText } from '../words/describe.ts'
import type { Speech } from '../words/speech.ts'
import { Send } from './send.tsx'

type Props = {
  talk: Talk
  /** told, or raised by own words: who answers stays in sight */
  dangers: Id[]
  dialogue: Dialogue
  outcome: Outcome
  speech: Speech
  on: string
  written: WrittenContact
  asker: Asker
  when: string
  sending: Sending
  onContact: () => void
  onWritten: (written: WrittenContact) => void
  onSend: () => void
  onStop: () => void
}

type RowProps = { label: string; text: string; act: string; fixed: boolean; onAct: () => void }

/** `fixed`: on its way, so that it cannot change any more. */
function Row({ label, text, act, fixed, onAct }: RowProps) {
  return (
    <li>
      <span>
        <small>{label}</small>
        <b>{text}</b>
      </span>
      {!fixed && (
        <button type="button" class="quiet" onClick={onAct}>
          {act} <span class="unseen">{label}</span>
        </button>
      )}
    </li>
  )
}

type ContactProps = Pick<Props, 'written' | 'asker' | 'speech' | 'onContact'> & {
  fixed: boolean
  onRemove: (without: Partial<WrittenContact>, said: string) => void
}

function ContactRows({ written, asker, speech, fixed, onContact, onRemove }: ContactProps) {
  const { place } = useRoom().island
  return contactLines(written, asker, speech, place).map(({ label, text, without }) => (
    <Row
      key={label}
      label={label}
      text={text}
      fixed={fixed}
      act={speech.t(without ? 'widget:card.remove' : 'widget:change')}
      onAct={without ? () => onRemove(without, label) : onContact}
    />
  ))
}

/** What is asked of us; what the conversation came to stands quietly below, where it came to something. */
function Asks({ outcome, written, speech }: Pick<Props, 'outcome' | 'written' | 'speech'>) {
  const { finished, headline } = outcome
  const proposal = speech.t(`segments:${headline.then.segment}.title`)
  return (
    <>
      <h3>{speech.t(finished ? `widget:card.asks.${written.way}` : 'widget:card.unfinished')}</h3>
      {finished && <p class="soft">{speech.t('widget:card.proposed', { proposal })}</p>}
    </>
  )
}

/** What stood before the last removal, so that it can be taken back. */
type Undo = { answers: Answers; written: WrittenContact; said: string }

export function Card(props: Props) {
  const { talk, dangers, dialogue, outcome, speech, on, written, when, sending } = props
  const { island } = useRoom()
  const heading = useRef<HTMLHeadingElement>(null)
  const [undo, setUndo] = useState<Undo>()
  useLayoutEffect(() => heading.current?.focus(), [])
  const fixed = sending.state === 'sending' || sending.state === 'slow'
  const lines = talk.replay ? cardLines(talk.replay) : []
  const label = (visit: QuestionVisit) =>
    [...new Set([needText(speech, dialogue, visit.need), labelOf(speech, visit)])].filter(Boolean).join(': ')
  const keep = (said: string) => {
    setUndo({ answers: talk.answers, written, said })
    heading.current?.focus()
  }
  const remove = (address: Address, said: string) => {
    keep(said)
    talk.withhold(withdrawLine(dialogue, talk.answers, address, on))
  }
  const takeBack = () => {
    if (!undo) return
    talk.setAnswers(undo.answers)
    props.onWritten(undo.written)
    setUndo(undefined)
    heading.current?.focus()
  }
  return (
    <section class="request" aria-labelledby="heading">
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t('widget:card.title')}
      </h2>
      {dangers.length > 0 && <Help dangers={dangers} speech={speech} folded />}
      <p>{speech.t('widget:card.text')}</p>
      {/* beside the heading, where the focus goes when a line has been taken away */}
      <p role="status" class={undo ? 'notice' : 'unseen'}>
        {undo && speech.t('widget:card.removed', { line: undo.said })}
      </p>
      {undo && !fixed && (
        <button type="button" class="second" onClick={takeBack}>
          {speech.t('widget:card.undo')}
        </button>
      )}
      <div class="card">
        <Asks outcome={outcome} written={written} speech={speech} />
        <ul>
          <ContactRows
            {...props}
            fixed={fixed}
            onRemove={(without, said) => {
              keep(said)
              props.onWritten({ ...written, ...without })
            }}
          />
          {lines.map((visit) => (
            <Row
              key={visit.address}
              label={label(visit)}
              text={answerText(speech, island.place, visit)}
              fixed={fixed}
              act={speech.t('widget:card.remove')}
              onAct={() => remove(visit.address, label(visit))}
            />
          ))}
        </ul>
      </div>
      <p>{when}</p>
      <p class="notice">{speech.t('widget:privacy.short')}</p>
      <Send speech={speech} sending={sending} onSend={props.onSend} onStop={props.onStop} />
    </section>
  )
}
