/** Which month or week: whole ones alone; one can go step by step, or choose. */
import type { FiguresPage, FiguresPeriod } from '#core/contract/statistics.ts'
import { say } from '../words/words.ts'
import { periodDays, periodName } from './names.ts'
import { turnToPeriod } from './state.ts'

const optionWords = (period: FiguresPeriod) =>
  period.kind === 'week' ? `${periodName(period)} · ${periodDays(period)}` : periodName(period)

function Step({ to, way }: { to: FiguresPeriod | undefined; way: 'earlier' | 'later' }) {
  return (
    <button
      type="button"
      class="button"
      aria-disabled={to === undefined}
      onClick={() => to && turnToPeriod(to.period)}
    >
      {say(`statistics:picker.${way}`)}
    </button>
  )
}

export function Picker({ figures, periods }: FiguresPage) {
  if (!figures) return null
  const own = periods.filter(({ kind }) => kind === figures.kind)
  const at = own.findIndex(({ period }) => period === figures.period)
  return (
    <div class="picker">
      <label class="field" for="period">
        <span>{say('statistics:picker.period')}</span>
      </label>
      <select
        id="period"
        value={figures.period}
        onChange={(event) => turnToPeriod((event.currentTarget as HTMLSelectElement).value)}
      >
        {(['month', 'week'] as const).map((kind) => (
          <optgroup key={kind} label={say(`statistics:picker.${kind}`)}>
            {periods
              .filter((one) => one.kind === kind)
              .map((one) => (
                <option key={one.period} value={one.period}>
                  {optionWords(one)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <Step to={own[at + 1]} way="earlier" />
      <Step to={at > 0 ? own[at - 1] : undefined} way="later" />
    </div>
  )
}
