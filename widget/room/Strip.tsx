/** The emergency strip: from every state eight flags on one screen; a tick shows at once who helps. It never closes the dialogue. */
import type { Id } from '#core/flow/definition.ts'
import { DONT_KNOW, STRIP } from '#core/flow/words.ts'
import { Prose } from '../result/Prose.tsx'
import { useRoom } from './context.ts'
import { Call, Lines, linesFor } from './Lines.tsx'
import { QuickExit } from './Top.tsx'

/** The flags in which leaving unseen comes before anything else. */
const UNSAFE: Id[] = ['violence']

function Help({ flag }: { flag: Id }) {
  const { speech, island } = useRoom()
  return (
    <div class="help">
      {UNSAFE.includes(flag) && <QuickExit />}
      {flag !== DONT_KNOW && <Prose text={speech.t(`guidance:strip.${flag}.help`)} />}
      <Lines lines={linesFor(island.place, [flag])} />
    </div>
  )
}

function Flag({ flag, ticked, onTick }: { flag: Id; ticked: boolean; onTick: (on: boolean) => void }) {
  const { speech } = useRoom()
  const text = flag === DONT_KNOW ? 'guidance:strip.dontKnow' : `guidance:strip.options.${flag}`
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
        <span>{speech.t(text)}</span>
      </label>
      {/* stands from the beginning: a late region is not heard */}
      <div class="said" role="status">
        {ticked && <Help flag={flag} />}
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
}

export function Strip({ flags, onFlags, open, onOpen }: Props) {
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
      <summary>
        <b>112</b> {speech.t('widget:strip.open')}
      </summary>
      <div class="inside">
        <Call number="112">{speech.t('widget:strip.call')}</Call>
        <fieldset>
          <legend>{speech.t('guidance:strip.question')}</legend>
          <p class="soft">{speech.t('guidance:strip.hint')}</p>
          {[...island.strip, DONT_KNOW].map((flag) => (
            <Flag key={flag} flag={flag} ticked={flags.includes(flag)} onTick={tick(flag)} />
          ))}
        </fieldset>
        {flags.length === 0 && <Lines lines={island.place.lines} />}
        {alive && (
          <button type="button" class="second" onClick={back}>
            {speech.t('widget:strip.back')}
          </button>
        )}
      </div>
    </details>
  )
}
