/** What is looked for, each taken away by a press, and how many rows are hidden by it: nobody forgets that there are others. */
import { LOOKED_FOR } from '#core/queue/looked-for.ts'
import { useStore } from '../../../state/store.ts'
import { say } from '../../../words/words.ts'
import { callbacks } from '../../state/callbacks.ts'
import { narrow, toldName } from './told.ts'

/** What was pressed is gone: focus goes on at the next one, or at what opens the choices. */
function goOn(button: HTMLElement): void {
  const item = button.closest('li')
  const next = item?.nextElementSibling ?? item?.previousElementSibling
  const tool = document.querySelector<HTMLElement>('[data-tool="narrow"]')
  const to = next?.querySelector<HTMLElement>('button') ?? tool
  to?.focus()
}

type Props = { shown: number; hidden: number; isRead: boolean }

export function Chips({ shown, hidden, isRead }: Props) {
  const filters = useStore(callbacks, (state) => state.filters)
  return (
    <div class="chips-room">
      <ul class="chips" aria-label={say('narrow.chosen')}>
        {LOOKED_FOR.filter((name) => filters[name] !== undefined).map((name) => (
          <li key={name}>
            <button
              type="button"
              class="chip"
              aria-label={say('narrow.remove', { name: toldName(name, filters[name]) })}
              onClick={({ currentTarget }) => {
                goOn(currentTarget)
                narrow(name, undefined)
              }}
            >
              {toldName(name, filters[name])} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="soft hidden-count" role="status">
        {say('narrow.shown', { count: shown })} {say('narrow.hidden', { count: hidden })}{' '}
        {!isRead && say('narrow.reading')}
      </p>
    </div>
  )
}
