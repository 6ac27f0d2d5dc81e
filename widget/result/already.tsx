/** First what goes well and who already helps: nobody begins from nothing. */
import type { Dialogue } from '#core/flow/definition.ts'
import type { Replay } from '#core/flow/result.ts'
import { alreadyIn } from '../steps/path.ts'
import { needText } from '../words/describe.ts'
import type { Speech } from '../words/speech.ts'

/** The lines to say, none when nothing of it was said. */
export function alreadyLines(speech: Speech, dialogue: Dialogue, replay: Replay): string[] {
  const { helpers, fine, manages } = alreadyIn(replay)
  const areas = fine.flatMap((need) => needText(speech, dialogue, need) ?? [])
  return [
    ...(areas.length > 0 ? [speech.t('widget:already.fine', { areas: areas.join(', ') })] : []),
    ...helpers.map((id) => `widget:already.${id}`).flatMap((key) => (speech.has(key) ? [speech.t(key)] : [])),
    ...(manages ? [speech.t('widget:already.manages')] : []),
  ]
}

export function Already({ lines, speech }: { lines: string[]; speech: Speech }) {
  if (lines.length === 0) return null
  return (
    <section class="already" aria-labelledby="already">
      <h3 id="already">{speech.t('widget:already.title')}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  )
}
