/** Said and shown after each press of Shift: how many more leave the page. Nothing stands here before the first. */
import { PRESSES } from '../press/shift.ts'
import { useLeaving } from '../press/use-leaving.ts'
import { useRoom } from '../state/context.ts'

export function Leaving() {
  const { t } = useRoom().speech
  const left = useLeaving()
  // said once by the server’s page too, so that its words are there before the content is
  const texts = [t('widget:exit.oneMore'), t('widget:exit.twoMore')]
  return (
    <p class="leaving" role="status">
      {left !== undefined && left > 0 && (
        <span key={left}>
          <span class="lights" aria-hidden="true">
            {Array.from({ length: PRESSES }, (_, at) => (
              <i key={at} class={at < PRESSES - left ? 'lit' : undefined} />
            ))}
          </span>
          {texts[left - 1]}
        </span>
      )}
    </p>
  )
}
