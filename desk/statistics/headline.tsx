/** The figures that stand first, each with what it was in the period before. */
import type { PeriodFigures } from '#core/contract/statistics.ts'
import { say } from '../words/words.ts'
import { attemptsWords, fewWords, medianWords, officeWords, shareOf, shareWords } from './numbers.ts'

type Told = { value: string; beside?: string }
const HEADLINES: Record<string, (figures: PeriodFigures) => Told> = {
  received: ({ count, open }) => ({
    value: fewWords(count),
    beside: say('statistics:headline.open', { open: fewWords(open) }),
  }),
  kept: ({ promise: { kept, broken } }) => ({
    value: shareWords(shareOf(kept, broken)),
    beside: say('statistics:headline.keptOf', { kept: fewWords(kept), broken: fewWords(broken) }),
  }),
  sameDay: ({ firstTry }) => ({ value: shareWords(shareOf(firstTry['same-day'], firstTry.later)) }),
  reached: ({ contact: { reached, tried } }) => ({ value: shareWords(shareOf(reached, tried)) }),
  toAttempt: ({ minutesToAttempt }) => ({
    value: medianWords(minutesToAttempt),
    ...(minutesToAttempt && {
      beside: say('statistics:headline.p90', { time: officeWords(minutesToAttempt.p90) }),
    }),
  }),
  toContact: ({ minutesToContact }) => ({
    value: medianWords(minutesToContact),
    ...(minutesToContact && {
      beside: say('statistics:headline.p90', { time: officeWords(minutesToContact.p90) }),
    }),
  }),
  attempts: ({ attemptsPerReached }) => ({ value: attemptsWords(attemptsPerReached) }),
  failure: ({ failureDemand, count }) => ({
    value: shareWords(shareOf(failureDemand, restOf(count, failureDemand))),
    beside: say('statistics:headline.failures', { count: fewWords(failureDemand) }),
  }),
}

const restOf = (whole: PeriodFigures['count'], part: PeriodFigures['count']) =>
  whole === null ? null : whole - (part ?? 0)

export function Headline({ figures, before }: { figures: PeriodFigures; before: PeriodFigures | undefined }) {
  return (
    <dl class="headlines">
      {Object.entries(HEADLINES).map(([name, told]) => {
        const { value, beside } = told(figures)
        return (
          <div key={name} class="headline">
            <dt>{say(`statistics:headline.${name}`)}</dt>
            <dd class="headline-value">{value}</dd>
            {beside && <dd>{beside}</dd>}
            <dd class="soft">
              {before
                ? say('statistics:headline.before', { value: told(before).value })
                : say('statistics:headline.noBefore')}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
