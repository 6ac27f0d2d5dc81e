/** Notification and sound when somebody comes to the queue: each asked for by a press, and never with content. */
import { useState } from 'preact/hooks'
import { Tick } from '../../../parts/choosing.tsx'
import { useStore } from '../../../state/store.ts'
import { say } from '../../../words/words.ts'
import { askToShow, isRefused, mayShow } from '../../state/notice.ts'
import { chime } from '../../state/sound.ts'
import { kept, setDesk } from '../../state/views.ts'

export function Notices() {
  const { notice = false, sound = false } = useStore(kept, (state) => state.settings)
  const [refused, refuse] = useState(notice && isRefused())
  const turnNotice = async (to: boolean) => {
    const may = !to || (await askToShow())
    refuse(!may)
    await setDesk({ notice: to && may })
  }
  const turnSound = async (to: boolean) => {
    // one hears what it is
    if (to) chime()
    await setDesk({ sound: to })
  }
  return (
    <fieldset class="choice">
      <legend>{say('notice.title')}</legend>
      <p class="soft">{say('notice.about')}</p>
      <Tick label={say('notice.show')} checked={notice && mayShow()} set={(to) => void turnNotice(to)} />
      <p role="status">{refused && say('notice.denied')}</p>
      <Tick label={say('notice.sound')} checked={sound} set={(to) => void turnSound(to)} />
    </fieldset>
  )
}
