/** Four fields that begin with today’s values. */
import type { TargetedSubmitEvent } from 'preact'
import type { Staffing } from '#core/contract/what-if.ts'
import { say } from '../../words/words.ts'
import { askWhatIf } from './state.ts'

const FIELDS = {
  people: { type: 'number', min: 0, max: 60, step: 1 },
  attempts: { type: 'number', min: 0, max: 60, step: 'any' },
  cutOff: { type: 'time' },
  callBy: { type: 'time' },
} as const
const NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[]

function send(event: TargetedSubmitEvent<HTMLFormElement>): void {
  event.preventDefault()
  const told = new FormData(event.currentTarget)
  const of = (name: keyof Staffing) => String(told.get(name) ?? '')
  void askWhatIf({
    people: Number(of('people')),
    attempts: Number(of('attempts')),
    cutOff: of('cutOff'),
    callBy: of('callBy'),
  })
}

/** @param today what the fields begin with, and go back to */
export const WhatIfForm = ({ today }: { today: Staffing }) => (
  <form class="what-if-form" onSubmit={send} onReset={() => void askWhatIf()}>
    {NAMES.map((name) => (
      <label key={name} class="field" for={`what-if-${name}`}>
        <span>{say(`statistics:whatIf.${name}`)}</span>
        <input
          id={`what-if-${name}`}
          name={name}
          required
          defaultValue={String(today[name])}
          {...FIELDS[name]}
        />
      </label>
    ))}
    <div class="what-if-press">
      <button type="submit" class="button button-main">
        {say('statistics:whatIf.ask')}
      </button>
      <button type="reset" class="button">
        {say('statistics:whatIf.reset')}
      </button>
    </div>
  </form>
)
