/** The field of a question that is answered by writing: a number, money, a date, text or a phone. */

import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import type { WrittenKind } from '#core/flow/kinds.ts'
import type { QuestionVisit } from '#core/flow/result.ts'
import type { Speech } from '../words/speech.ts'

type Props = {
  visit: QuestionVisit
  speech: Speech
  text: string
  onText: (text: string) => void
  onEnter: () => void
  labelledBy: string
  describedBy: string | undefined
}

const DATE_PARTS = ['day', 'month', 'year'] as const

/** Three small fields make one ISO date; an incomplete one stays as typed and is refused with a sentence. */
export function DateField({ speech, text, onText, onEnter, labelledBy, describedBy }: Omit<Props, 'visit'>) {
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

/** What every field of one line or more has in common. */
const common = ({ text, onText, labelledBy, describedBy }: Props) => ({
  'aria-labelledby': labelledBy,
  'aria-describedby': describedBy,
  'aria-invalid': describedBy?.includes('error') ? true : undefined,
  value: text,
  onInput: (event: Event) => onText((event.currentTarget as HTMLInputElement).value),
})
const enter =
  ({ onEnter }: Props) =>
  ({ key }: KeyboardEvent) =>
    key === 'Enter' && onEnter()

const TextField = (props: Props) => {
  const { question } = props.visit
  return <textarea rows={4} maxLength={('most' in question && question.most) || 500} {...common(props)} />
}

const PhoneField = (props: Props) => (
  <input type="tel" autoComplete={props.text ? 'off' : 'tel'} onKeyDown={enter(props)} {...common(props)} />
)

/** A number, with its unit beside it. */
const figures = (inputMode: 'decimal' | 'numeric', unit?: 'money' | 'percentage') => (props: Props) => (
  <div class="field">
    <input type="text" inputMode={inputMode} autoComplete="off" onKeyDown={enter(props)} {...common(props)} />
    {unit && <span>{props.speech.t(`say:unit.${unit}`)}</span>}
  </div>
)

/** The field of each kind of question that is answered by writing. */
const FIELDS = {
  number: figures('decimal'),
  money: figures('decimal', 'money'),
  percentage: figures('decimal', 'percentage'),
  year: figures('numeric'),
  date: DateField,
  text: TextField,
  phone: PhoneField,
} satisfies Record<WrittenKind, (props: Props) => ComponentChild>

export function Field(props: Props) {
  const Kind = FIELDS[props.visit.question.ask as WrittenKind]
  return <Kind {...props} />
}
