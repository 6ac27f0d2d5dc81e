/** The field of a question that is answered by writing: a number, money, a date, text or a phone. */

import { useState } from 'preact/hooks'
import type { Visit } from '#core/flow/result.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  visit: Visit
  speech: Speech
  text: string
  onText: (text: string) => void
  onEnter: () => void
  labelledBy: string
  describedBy: string | undefined
}

const MODES: Partial<Record<Visit['question']['ask'], 'decimal' | 'numeric'>> = {
  number: 'decimal',
  money: 'decimal',
  percentage: 'decimal',
  year: 'numeric',
}

const DATE_PARTS = ['day', 'month', 'year'] as const

/** Three small fields make one ISO date; an incomplete one stays as typed and is refused with a sentence. */
function DateField({ speech, text, onText, onEnter, labelledBy, describedBy }: Props) {
  const [year = '', month = '', day = ''] = text.split('-')
  const [parts, setParts] = useState({
    day: String(Number(day) || ''),
    month: String(Number(month) || ''),
    year,
  })
  const write = (part: (typeof DATE_PARTS)[number], written: string) => {
    const next = { ...parts, [part]: written }
    setParts(next)
    const iso = `${next.year}-${next.month.padStart(2, '0')}-${next.day.padStart(2, '0')}`
    onText(next.day || next.month || next.year ? iso : '')
  }
  return (
    <fieldset class="date" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {DATE_PARTS.map((part) => (
        <label key={part}>
          {speech.t(`widget:date.${part}`)}
          <input
            type="text"
            inputMode="numeric"
            maxLength={part === 'year' ? 4 : 2}
            value={parts[part]}
            onInput={({ currentTarget }) => write(part, currentTarget.value.trim())}
            onKeyDown={({ key }) => key === 'Enter' && onEnter()}
          />
        </label>
      ))}
    </fieldset>
  )
}

export function Field(props: Props) {
  const { visit, speech, text, onText, onEnter, labelledBy, describedBy } = props
  const { ask } = visit.question
  if (ask === 'date') return <DateField {...props} />
  const shared = {
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': describedBy?.includes('error') ? true : undefined,
    value: text,
    onInput: (event: Event) => onText((event.currentTarget as HTMLInputElement).value),
  }
  const enter = ({ key }: KeyboardEvent) => key === 'Enter' && onEnter()
  if (ask === 'text') return <textarea rows={4} maxLength={500} {...shared} />
  if (ask === 'phone')
    return <input type="tel" autoComplete={text ? 'off' : 'tel'} onKeyDown={enter} {...shared} />
  return (
    <div class="field">
      <input type="text" inputMode={MODES[ask]} autoComplete="off" onKeyDown={enter} {...shared} />
      {(ask === 'money' || ask === 'percentage') && <span>{speech.t(`say:unit.${ask}`)}</span>}
    </div>
  )
}
