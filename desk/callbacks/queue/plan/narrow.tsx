/** What is to be looked for: several things at once, all of which hold. */
import { useStore } from '../../../state/store.ts'
import { say } from '../../../words/words.ts'
import { callbacks } from '../../state/callbacks.ts'
import { LISTS, listOf, narrow, TICKS, toldName } from './told.ts'

export function Narrow() {
  const filters = useStore(callbacks, (state) => state.filters)
  return (
    <fieldset class="panel">
      <legend>{say('narrow.title')}</legend>
      <div class="panel-ticks">
        {TICKS.map(([name, value]) => (
          <label key={name} class="tick">
            <input
              type="checkbox"
              checked={filters[name] === value}
              onChange={({ currentTarget }) => narrow(name, currentTarget.checked ? value : undefined)}
            />
            <span>{toldName(name, value)}</span>
          </label>
        ))}
      </div>
      <div class="panel-lists">
        {LISTS.map((name) => {
          const values = listOf(name)
          if (values.length < 2) return null
          return (
            <label key={name} class="field">
              <span>{say(`narrow.by.${name}`)}</span>
              <select
                value={filters[name] ?? ''}
                onChange={({ currentTarget }) => narrow(name, (currentTarget.value || undefined) as never)}
              >
                <option value="">{say('narrow.every')}</option>
                {values.map((value) => (
                  <option key={value} value={value}>
                    {toldName(name, value as never)}
                  </option>
                ))}
              </select>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
