/** The very card that the coordinator will see: every line can be taken away, and Send is always there. */

import { Fragment } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { cardLines } from '#core/flow/card.ts'
import type { Dialogue, Id } from '#core/flow/definition.ts'
import type { Outcome, QuestionVisit } from '#core/flow/result.ts'
import { answerText, labelOf } from '#core/say/answer.ts'
import type { Asker, WrittenContact } from '../contact/contact.ts'
import { contactLines } from '../contact/contact-lines.ts'
import { Help } from '../help/help.tsx'
import { useLine } from '../parts/use-line.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import type { Sending } from '../state/sending.ts'
import { needText } from '../words/describe.ts'
import type { Speech } from '../words/speech.ts'
import { type CardRow, listed, Row } from './card-rows.tsx'
import { holdPlace } from './hold-place.ts'
import type { Removals } from './removals.ts'
import { Send } from './send.tsx'

type Props = {
  talk: Talk
  /** told, or raised by own words: who answers stays in sight */
  dangers: Id[]
  dialogue: Dialogue
  outcome: Outcome
  speech: Speech
  written: WrittenContact
  asker: Asker
  when: string
  sending: Sending
  removals: Removals
  onContact: () => void
  onSend: () => void
  onStop: () => void
}

/** What the card says besides its lines, and which lines are on it. */
type Face = { ids: string[]; title: string; proposal: string | undefined; when: string }

/** What is asked of us; what the conversation came to stands quietly below, where it came to something. */
function faceOf({ outcome, written, speech, when }: Props, rows: CardRow[]): Face {
  const { finished, headline } = outcome
  return {
    ids: rows.filter(({ text }) => text !== undefined).map(({ id }) => id),
    title: speech.t(finished ? `widget:card.asks.${written.way}` : 'widget:card.unfinished'),
    proposal: finished ? speech.t(`segments:${headline.then.segment}.title`) : undefined,
    when,
  }
}

/** What became another when a line went or came, in sentences. */
const changesOf = ({ t }: Speech, was: Face, { title, proposal, when }: Face): string[] => [
  ...(title === was.title ? [] : [t('widget:card.newTitle', { title })]),
  ...(proposal && proposal !== was.proposal ? [t('widget:card.newProposal', { proposal })] : []),
  // the time itself stands in one place: one that has passed since must not stay here
  ...(when === was.when ? [] : [t('widget:card.newWhen')]),
]

type RowsProps = Pick<Props, 'talk' | 'dialogue' | 'speech' | 'written' | 'asker' | 'removals' | 'onContact'>

/** Every line that stands or stood on the card, in its place. */
function useRows(props: RowsProps): CardRow[] {
  const { talk, dialogue, speech, written, asker, removals, onContact } = props
  const { place } = useRoom().island
  const { whole, also, removed } = removals
  const named = (visit: QuestionVisit) => {
    const need = needText(speech, dialogue, visit.need)
    const label = labelOf(speech, visit)
    const name = need && need !== label ? `${need}: ${label}` : label
    return { group: need ?? speech.t('widget:card.situation'), label, name }
  }

  const facts = new Map(contactLines(written, asker, speech, place).map((fact) => [fact.id, fact]))
  const contact = contactLines(whole.written, whole.asker, speech, place).map(({ id, label }): CardRow => {
    const { text, without } = facts.get(id) ?? {}
    // one's own words are of the matter, not of how to be reached
    const group = speech.t(id === 'contact.ownWords' ? 'widget:card.situation' : 'widget:card.reach')
    const row = { id, group, label, name: label }
    if (text === undefined) return { ...row, act: 'undo', onAct: () => removals.putBackContact(id) }
    if (!without) return { ...row, text, act: 'change', onAct: onContact }
    return { ...row, text, act: 'remove', onAct: () => removals.removeContact(id, without) }
  })
  const visits = new Map((talk.replay ? cardLines(talk.replay) : []).map((visit) => [visit.address, visit]))
  const answers = whole.lines.map((was): CardRow => {
    const { address: id } = was
    const visit = visits.get(id)
    if (!visit) return { id, ...named(was), act: 'undo', onAct: () => removals.putBack(id) }
    const text = answerText(speech, place, visit)
    return { id, ...named(visit), text, act: 'remove', onAct: () => removals.remove(id) }
  })
  const rows = [...contact, ...answers]
  const namesOf = (ids: string[]) => rows.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  // a line that went with another has no row of its own
  return rows
    .filter(({ id, text }) => text !== undefined || removed(id))
    .map((row) => ({ ...row, also: namesOf(also(row.id)) }))
}

/** What a press did, told once: at its row, and aloud. */
type Said = { id: string; lang: string; head: string; changes: string[] }

/** Follows what a press does to the card: the row keeps its place and the focus, and what else changed is told. */
function usePlace(props: Props, rows: CardRow[], section: { current: HTMLElement | null }) {
  const { speech } = props
  const pressed = useRef<{ row: CardRow; face: Face; place: number } | undefined>(undefined)
  // held when all of it stands there: what was told at another row goes too
  const held = useRef(pressed.current)
  const [said, setSaid] = useState<Said>()
  const face = faceOf(props, rows)
  const rowOf = (id: string) => section.current?.querySelector(`[data-row="${id}"]`)
  useLayoutEffect(() => {
    if (!pressed.current) return
    const { row, face: was } = pressed.current
    held.current = pressed.current
    pressed.current = undefined
    rowOf(row.id)?.querySelector('button')?.focus({ preventScroll: true })
    const back = row.act === 'undo'
    const others = rows.filter(({ id }) => id !== row.id && face.ids.includes(id) && !was.ids.includes(id))
    const names = back ? others.map(({ name }) => name) : []
    setSaid({
      id: row.id,
      lang: speech.lang,
      head: speech.t(back ? 'widget:card.restored' : 'widget:card.removed', { line: row.name }),
      changes: [
        ...(names.length > 0 ? [speech.t('widget:card.alsoBack', { lines: listed(names) })] : []),
        ...changesOf(speech, was, face),
      ],
    })
  })
  useLayoutEffect(() => {
    const row = held.current && rowOf(held.current.row.id)
    const list = row?.closest<HTMLElement>('.card')
    if (held.current && section.current && list && row)
      holdPlace(section.current, list, row, held.current.place)
  }, [said])
  const press = (row: CardRow) => {
    const place = rowOf(row.id)?.getBoundingClientRect().top
    if (row.act !== 'change' && place !== undefined) pressed.current = { row, face, place }
    row.onAct()
  }
  return { face, press, said: said?.lang === speech.lang ? said : undefined }
}

export function Card(props: Props) {
  const { dangers, speech, sending, talk, when } = props
  const { section, heading } = useLine()
  const rows = useRows(props)
  const { face, press, said } = usePlace(props, rows, section)
  const fixed = sending.state === 'sending' || sending.state === 'slow'
  const { also = [] } = rows.find(({ id }) => id === said?.id) ?? {}
  const help = dangers.length > 0 && <Help dangers={dangers} speech={speech} folded />
  // the bar has the number in sight: the card itself comes first, so that nothing is sent unread
  const isBarred = dangers.every((danger) => talk.dangers.includes(danger))
  return (
    <section class="request question" ref={section}>
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t('widget:card.title')}
      </h2>
      {!isBarred && help}
      <p>{speech.t('widget:card.text')}</p>
      <p class="soft">{speech.t('widget:privacy.short')}</p>
      <div class="card">
        <h3>{face.title}</h3>
        {face.proposal && <p class="soft">{speech.t('widget:card.proposed', { proposal: face.proposal })}</p>}
        {[...new Set(rows.map(({ group }) => group))].map((group) => (
          <Fragment key={group}>
            <h4>{group}</h4>
            <ul>
              {rows
                .filter((row) => row.group === group)
                .map((row) => (
                  <Row
                    key={row.id}
                    {...row}
                    onAct={() => press(row)}
                    fixed={fixed}
                    changes={row.id === said?.id ? said.changes : []}
                    speech={speech}
                  />
                ))}
            </ul>
          </Fragment>
        ))}
      </div>
      {/* the same once aloud; for the eye it stands at the row */}
      <div role="status" class="unseen">
        {said && (
          <>
            <p>{said.head}</p>
            {also.length > 0 && <p>{speech.t('widget:card.also', { lines: listed(also) })}</p>}
            {said.changes.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </>
        )}
      </div>
      <p>{when}</p>
      {isBarred && help}
      <Send
        speech={speech}
        sending={sending}
        count={face.ids.length}
        onSend={props.onSend}
        onStop={props.onStop}
      />
    </section>
  )
}
