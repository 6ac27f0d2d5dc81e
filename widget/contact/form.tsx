/** How to reach the resident, in two small screens of the talk: the number and the way, and what is good to know besides. */

import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Station } from '#core/contract/content.ts'
import { useLine } from '../parts/use-line.ts'
import { useTitle } from '../parts/use-title.ts'
import type { Speech } from '../words/speech.ts'
import { type Asker, settled, type WrittenContact } from './contact.ts'
import { Reach } from './reach.tsx'
import { Safety } from './safety.tsx'
import { TellMore } from './tell-more.tsx'
import { Whom } from './whom.tsx'
import { errorsOf, type FormPart, type Wrong } from './wrong.ts'

type Props = {
  /** which of the two stands here */
  part: FormPart
  /** it begins the request */
  isFirst: boolean
  /** after it comes the card */
  isLast: boolean
  written: WrittenContact
  onWritten: (written: WrittenContact) => void
  speech: Speech
  /** asks for somebody else: whom to call is then a question */
  asker: Asker
  /** fear of somebody near was told: safety is asked first, and answered */
  afraid: boolean
  wrong: Wrong
  when: string
  /** when the calls of a day end (local `HH:MM`), where that is known */
  callBy: string | undefined
  stations: Station[]
  /** what was written at the beginning in one's own words, and what ends its standing there */
  before: { said: string; take: () => void } | undefined
  /** where the next days are full: the other ways, before anything is asked */
  others: ComponentChildren
  /** what only the coordinator needs, which may be left out */
  asked: ComponentChildren
  /** to the other screen, where this is the last without it */
  onMore: (() => void) | undefined
  onNext: () => void
  onBack: () => void
}

/** To a field with a fault, in their order on the screen. */
function toFault(section: HTMLElement | null, at: number) {
  const fault = section?.querySelectorAll<HTMLElement>('[aria-invalid], [data-wrong]')[at]
  ;(fault?.querySelector('input') ?? fault)?.focus()
}

type FaultsProps = Pick<Props, 'wrong' | 'speech'> & { onFault: (at: number) => void }

/** Several faults at once are listed on top, each the way to its field. */
function Faults({ wrong, speech, onFault }: FaultsProps) {
  const said = errorsOf(speech, wrong)
  const fields = Object.keys(wrong) as (keyof WrittenContact)[]
  if (fields.length < 2) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of faults is no field of its own
    <div class="error" role="group" aria-labelledby="faults" tabIndex={-1}>
      <p id="faults">{speech.t('widget:form.wrong')}</p>
      <ul>
        {fields.map((field, at) => (
          <li key={field}>
            <button type="button" class="quiet" onClick={() => onFault(at)}>
              {said(field)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Form(props: Props) {
  const { part, isFirst, isLast, written, onWritten, speech, asker, afraid, wrong } = props
  const { section, heading } = useLine()
  // after the heading: a list of faults, or the one there is
  useLayoutEffect(() => {
    const list = section.current?.querySelector<HTMLElement>('div.error')
    if (list) list.focus()
    else toFault(section.current, 0)
  }, [wrong])
  const set = (part: Partial<WrittenContact>) => onWritten({ ...written, ...part })
  const error = errorsOf(speech, wrong)
  useTitle(Object.keys(wrong).length > 0 && speech.t('widget:page.check'))
  const shared = { written, speech, set, error }
  const theirs = settled(written, asker).whom === 'near-one'
  return (
    <section class="request question" ref={section}>
      <h2 id="heading" ref={heading} tabIndex={-1}>
        {speech.t(isFirst ? 'widget:form.title' : 'widget:form.also')}
      </h2>
      {isFirst && <p>{props.when}</p>}
      {isFirst && props.others}
      <Faults {...{ wrong, speech }} onFault={(at) => toFault(section.current, at)} />
      {/* before a name or a number is asked it is known whose */}
      {isFirst && asker && <Whom {...shared} asker={asker} />}
      {part === 'reach' ? (
        <Reach {...shared} stations={props.stations} theirs={theirs} />
      ) : (
        <>
          {(afraid || (written.way !== 'visit' && (asker !== 'professional' || theirs))) && (
            <Safety {...shared} callBy={props.callBy} first={afraid} />
          )}
          <TellMore {...shared} theirs={theirs} wrong={wrong} before={props.before}>
            {props.asked}
          </TellMore>
        </>
      )}
      {!isFirst && <p>{props.when}</p>}
      <div class="go ready">
        <button type="button" class="first" onClick={props.onNext}>
          {speech.t(isLast ? 'widget:form.next' : 'widget:next')}
        </button>
      </div>
      <div class="actions">
        {props.onMore && (
          <button type="button" class="quiet" onClick={props.onMore}>
            {speech.t('widget:form.suits')}
          </button>
        )}
        <button type="button" class="quiet" onClick={props.onBack}>
          {speech.t('widget:form.back')}
        </button>
      </div>
    </section>
  )
}
