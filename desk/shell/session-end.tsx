/** Says that the session ends soon, and lets who is here go on; it stands over the page, so that nothing moves under a hand. */
import { serverNow, steadyNow } from '../state/clock.ts'
import { stay, staying } from '../state/staying.ts'
import { useStore } from '../state/store.ts'
import { timeWords } from '../words/dates.ts'
import { say } from '../words/words.ts'

export function SessionEnd() {
  const ending = useStore(staying, (state) => state.ending)
  const time = ending && timeWords(serverNow() + ending.at - steadyNow())
  return (
    <div role="alert" class="session-end-room">
      {ending && (
        <div class="session-end">
          <p>{say(`ending.${ending.which}`, { time })}</p>
          {ending.which === 'idle' && (
            <button type="button" class="button strong" onClick={stay}>
              {say('ending.stay')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
