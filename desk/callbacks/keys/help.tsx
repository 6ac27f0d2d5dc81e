/** Every key with what it does; and single keys turned off, for who speaks to the machine or leans on the keyboard. */
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { showKeys } from '../state/over-page.ts'
import { kept, setDesk } from '../state/views.ts'
import { COMMANDS, GROUPS } from './commands.ts'
import { Over } from './over.tsx'

const Pressed = ({ keys }: { keys: string }) => (
  <>
    {keys.split(' ').map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </>
)

export function Help() {
  const isOn = useStore(kept, (state) => state.settings.keys)
  return (
    <Over title={say('keys.title')} kind="help">
      <p class="soft">{say('keys.about')}</p>
      <div class="keys">
        {GROUPS.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{say(`keys.${group}`)}</h3>
            <dl>
              {COMMANDS.filter((one) => one.group === group).map(({ id, keys }) => (
                <div key={id}>
                  <dt>
                    <Pressed keys={keys} />
                  </dt>
                  <dd>{say(id)}</dd>
                </div>
              ))}
              {group === 'look' && (
                <div>
                  <dt>
                    <kbd>Ctrl</kbd>
                    <kbd>K</kbd>
                  </dt>
                  <dd>{say('keys.palette')}</dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => void setDesk({ keys: currentTarget.checked })}
        />
        <span>
          {say('keys.on')}
          <span class="soft tick-hint">{say('keys.onHint')}</span>
        </span>
      </label>
      <button type="button" class="button" onClick={() => showKeys(undefined)}>
        {say('keys.close')}
      </button>
    </Over>
  )
}
