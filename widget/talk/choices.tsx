/** The rows of a question that is answered by choosing: real checkboxes, or one press where one answer is enough; each a large target. A danger has its help at the tick. */

import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { Question } from '#core/flow/answer.ts'
import { carriedBy } from '#core/flow/danger.ts'
import type { ChosenKind } from '#core/flow/kinds.ts'
import { DONT_KNOW, NONE } from '#core/flow/words.ts'
import { optionText } from '#core/say/answer.ts'
import { Help } from '../help/help.tsx'
import type { ShownQuestion } from '../net/island.ts'
import { Icon } from '../parts/icon.tsx'
import { useRoom } from '../state/context.ts'
import type { Telling } from '../state/dangers.ts'
import { type Draft, ROWS, tick } from '../state/draft.ts'
import type { Speech } from '../words/speech.ts'

/** Above so many rows of a named list one seeks instead of reading. */
const LONG = 15

/** Letters as they are sought: small, without their marks. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđı]/g, (letter) => 'lodi'['łøđı'.indexOf(letter)] as string)

/** Does “I don't know” stand above the options, as an ordinary row? */
const isUnsureFirst = ({ question }: ShownQuestion['visit']) =>
  'dontKnow' in question && question.dontKnow === 'first'

const groupsOf = (question: Question) => ('groups' in question && question.groups) || {}

/** Every row of the question, group by group, the engine's own last unless the editor put it first. */
function rowsOf({ visit, options: all }: ShownQuestion): string[] {
  const { question } = visit
  const grouped = Object.values(groupsOf(question)).flat()
  const options = [...grouped, ...all.filter((id) => !grouped.includes(id))]
  const rows = ROWS[question.ask as ChosenKind](options, 'least' in question ? question.least : 0)
  return isUnsureFirst(visit) ? [DONT_KNOW, ...rows] : [...rows, DONT_KNOW]
}

type Props = {
  asked: ShownQuestion
  speech: Speech
  draft: Draft
  onDraft: (draft: Draft) => void
  /** one press is enough; absent where several may be ticked, and before the script comes */
  onPress?: ((id: string) => void) | undefined
  /** what the draft tells of danger */
  tells: Telling
  /** the last tick was made here, and its numbers stand here */
  reveal: boolean
}

type HereProps = Pick<Props, 'asked' | 'draft' | 'tells' | 'speech' | 'reveal'> & { id: string }

/**
 * The help of a row that tells of danger, at the row that was ticked last. Its region stands from the beginning, because a
 * late one is not heard; before the script comes the numbers stand there too, and style shows them at the tick.
 */
function Here({ id, asked, draft, tells, speech, reveal }: HereProps) {
  const { alive } = useRoom()
  const { question } = asked.visit
  const own = carriedBy(question, id)
  if (own.length === 0) return null
  const isLast = id === draft.ticked.filter((one) => carriedBy(question, one).length > 0).at(-1)
  return (
    <div class="said here" role="status">
      {!alive && <Help dangers={own} bare />}
      {alive && isLast && reveal && <Help dangers={tells.single} speech={speech} reveal />}
    </div>
  )
}

/** Only the page as it was served has what a browser without script reads. */
const isServed = typeof document === 'undefined'

/** Without script a row leads to the advice of its matter; with script nothing of it is there. */
function Read({ area, children }: { area: string; children: string }) {
  const { language, place } = useRoom().island
  return (
    <noscript>
      <a class="row" href={`/chat/${language.lang}/advice?station=${place.station.station}#${area}`}>
        {children}
      </a>
    </noscript>
  )
}

/** The field above a long list, and how many rows it leaves. */
function Seek({
  sought,
  onSeek,
  speech,
  count,
}: {
  sought: string
  onSeek: (text: string) => void
  speech: Speech
  count: number
}) {
  return (
    <div class="seek">
      <label for="seek">{speech.t('widget:answer.seek')}</label>
      <input
        id="seek"
        type="search"
        value={sought}
        onInput={({ currentTarget }) => onSeek(currentTarget.value)}
        autoComplete="off"
        spellcheck={false}
      />
      <small role="status">{sought && speech.t('widget:answer.found', { count })}</small>
    </div>
  )
}

export function Choices({ asked, speech, draft, onDraft, onPress, tells, reveal }: Props) {
  const { island, alive } = useRoom()
  const { visit } = asked
  const [sought, seek] = useState('')
  const { question } = visit
  const icons = ('icons' in question && question.icons) || {}
  const groups = Object.entries(groupsOf(question))
  const isApart = (id: string) => id === NONE || (id === DONT_KNOW && !isUnsureFirst(visit))
  const rows = rowsOf(asked)
  // what an editor wrote as options is read, however many there are: none of them may be out of sight
  const isLong = (visit.question.ask === 'municipality' || 'list' in visit.question) && rows.length > LONG
  const at = (id: string) => plain(optionText(speech, island.place, visit, id)).indexOf(plain(sought.trim()))
  // what begins so stands first; what is ticked, and what the engine adds, is never out of sight
  const found = rows
    .filter((id) => !isApart(id) && id !== DONT_KNOW && at(id) >= 0)
    .sort((one, other) => Math.sign(at(one)) - Math.sign(at(other)))
  const kept = rows.filter(
    (id) => (isApart(id) || id === DONT_KNOW || draft.ticked.includes(id)) && !found.includes(id),
  )
  return (
    <div class={isLong ? 'rows long' : 'rows'}>
      {isLong && alive && <Seek sought={sought} onSeek={seek} speech={speech} count={found.length} />}
      {(isLong ? [...found, ...kept] : rows).map((id) => (
        <Fragment key={id}>
          {groups.map(
            ([group, [first]]) =>
              first === id && <h3 key={group}>{speech.t(`${visit.flow}:${visit.step}.groups.${group}`)}</h3>,
          )}
          {onPress ? (
            <button
              type="button"
              class={isApart(id) ? 'row apart' : 'row'}
              value={id}
              aria-pressed={draft.ticked.includes(id) || undefined}
              onClick={() => onPress(id)}
            >
              {icons[id] && <Icon name={icons[id]} />}
              {optionText(speech, island.place, visit, id)}
            </button>
          ) : (
            <label class={isApart(id) ? 'row apart' : 'row'}>
              <input
                type={visit.question.ask === 'many' ? 'checkbox' : 'radio'}
                name={visit.address}
                value={id}
                checked={draft.ticked.includes(id)}
                onChange={({ currentTarget }) =>
                  onDraft(tick(draft, visit.question, id, currentTarget.checked))
                }
              />
              {icons[id] && <Icon name={icons[id]} />}
              <span>{optionText(speech, island.place, visit, id)}</span>
            </label>
          )}
          {/* what tells of danger keeps its box: style shows the numbers at its tick */}
          {isServed && carriedBy(visit.question, id).length === 0 && (
            <Read area={asked.options.includes(id) ? `area-${id}` : 'index'}>
              {optionText(speech, island.place, visit, id)}
            </Read>
          )}
          <Here {...{ id, asked, draft, tells, speech, reveal }} />
        </Fragment>
      ))}
      {alive && (
        <div class="said" role="status">
          {tells.together.length > 0 && <Help dangers={tells.together} speech={speech} reveal />}
        </div>
      )}
    </div>
  )
}
