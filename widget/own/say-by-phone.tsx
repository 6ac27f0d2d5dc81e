/** “What I say on the phone”: a few sentences in large letters, and the device reads them when asked. */
import { useState } from 'preact/hooks'
import type { Dialogue } from '#core/flow/definition.ts'
import type { Outcome, Replay } from '#core/flow/result.ts'
import { TextInput } from '../parts/inputs.tsx'
import { useRoom } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'
import { scriptOf } from './phone-script.ts'
import { useAloud } from './use-aloud.ts'

type Props = { dialogue: Dialogue; replay: Replay; outcome: Outcome; speech: Speech }

/** Own words stand there while they are shown, and nowhere else. */
const MOST = 300

export function SayByPhone({ speech, ...told }: Props) {
  const { place, first } = useRoom().island
  const [own, setOwn] = useState('')
  const aloud = useAloud(speech.lang)
  const { sentences, office } = scriptOf(speech, place, first.visit.address, told)
  const all = [...sentences, ...(own.trim() ? [own.trim()] : [])]
  return (
    <details>
      <summary>{speech.t('own:call.title')}</summary>
      <div class="inside">
        <p>{speech.t('own:call.text')}</p>
        {office && <p class="soft">{speech.t('own:call.to', { office })}</p>}
        <div class="script">
          {all.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {aloud && (
          <button
            type="button"
            class="second"
            onClick={() => (aloud.reads ? aloud.stop() : aloud.read(all.join('\n')))}
          >
            {speech.t(aloud.reads ? 'own:call.stop' : 'own:call.read')}
          </button>
        )}
        <TextInput label={speech.t('own:call.own')} value={own} onValue={setOwn} most={MOST} rows={2} />
      </div>
    </details>
  )
}
