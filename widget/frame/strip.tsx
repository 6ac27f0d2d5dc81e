/** The emergency strip: from every state eight flags on one screen; a tick shows at once who answers. It never closes the dialogue. */
import type { Id } from '#core/flow/definition.ts'
import { DONT_KNOW, MAIN, STRIP } from '#core/flow/words.ts'
import { Help } from '../help/help.tsx'
import { Call, Lines } from '../help/numbers.tsx'
import { linesOf } from '../help/phone-lines.ts'
import { useRoom } from '../state/context.ts'

type FlagProps = { flag: Id; ticked: boolean; onTick: (on: boolean) => void }

function Flag({ flag, ticked, onTick }: FlagProps) {
  const { speech, island, alive } = useRoom()
  const isUnsure = flag === DONT_KNOW
  return (
    <>
      <label class="row">
        <input
          type="checkbox"
          name={STRIP}
          value={flag}
          checked={ticked}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        <span>{speech.t(isUnsure ? `${MAIN}:strip.dontKnow` : `${MAIN}:strip.options.${flag}`)}</span>
      </label>
      {/* stands from the beginning, because a late region is not heard; before the script comes, style shows it at the tick */}
      <div class="said here" role="status">
        {isUnsure && ticked && <Lines lines={linesOf(island.place)} />}
        {!isUnsure && (ticked || !alive) && <Help dangers={[flag]} bare={!alive} reveal={alive} />}
      </div>
    </>
  )
}

type Props = {
  /** ticked flags, or “I am not sure” alone */
  flags: Id[]
  onFlags: (flags: Id[]) => void
  open: boolean
  onOpen: (open: boolean) => void
  /** told so far: their numbers stand on top */
  dangers: readonly Id[]
  /** a call can be asked for from here */
  onRequest?: (() => void) | undefined
}

export function Strip({ flags, onFlags, open, onOpen, dangers, onRequest }: Props) {
  const { speech, island, alive } = useRoom()
  const back = ({ currentTarget }: { currentTarget: Element }) => {
    // what was pressed goes out of sight: the focus stays with the strip
    currentTarget.closest('details')?.querySelector('summary')?.focus()
    onOpen(false)
  }
  const tick = (flag: Id) => (on: boolean) => {
    if (flag === DONT_KNOW) return onFlags(on ? [flag] : [])
    onFlags(island.strip.filter((one) => (one === flag ? on : flags.includes(one))))
  }
  return (
    <details class="strip" open={open} onToggle={({ currentTarget }) => onOpen(currentTarget.open)}>
      <summary data-exit={speech.t('widget:exit')}>
        <b>112</b> <span>{speech.t('widget:strip.open')}</span>
      </summary>
      <div class="inside">
        {dangers.some((danger) => !flags.includes(danger)) ? (
          <Help dangers={dangers} bare />
        ) : (
          <Call number="112">{speech.t('widget:strip.call')}</Call>
        )}
        <fieldset>
          <legend>{speech.t(`${MAIN}:strip.question`)}</legend>
          <p class="soft">{speech.t(`${MAIN}:strip.hint`)}</p>
          {[...island.strip, DONT_KNOW].map((flag) => (
            <Flag key={flag} flag={flag} ticked={flags.includes(flag)} onTick={tick(flag)} />
          ))}
        </fieldset>
        {flags.length === 0 && <Lines lines={linesOf(island.place)} />}
        {alive && (
          <div class="two">
            {flags.length > 0 && onRequest && (
              <button type="button" class="second" onClick={onRequest}>
                {speech.t('widget:human.request')}
              </button>
            )}
            <button type="button" class="second" onClick={back}>
              {speech.t('widget:strip.back')}
            </button>
          </div>
        )}
      </div>
    </details>
  )
}
