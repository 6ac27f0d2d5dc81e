/** First what goes well and who already helps: nobody begins from nothing. */
import type { Dialogue } from '#core/flow/definition.ts'
import type { Replay } from '#core/flow/result.ts'
import { alreadyIn } from '../steps/path.ts'
import { needText } from '../words/describe.ts'
import type { Speech } from '../words/speech.ts'

/** The lines to say, none when nothing of it was said. */
export function alreadyLines(speech: Speech, dialogue: Dialogue, replay: Replay): string[] {
  const { helpers, fine } = alreadyIn(replay)
  const areas = fine.flatMap((need) => needText(speech, dialogue, need) ?? [])
  // whoever knows the matter best is named last among the answers, and told first
  const known = helpers.map((id) => `widget:already.${id}`).reverse()
  return [
    ...known.flatMap((key) => (speech.has(key) ? [speech.t(key)] : [])),
    ...(areas.length > 0 ? [speech.t('widget:already.fine', { areas: areas.join(', ') })] : []),
  ]
}

/** The first of them: a tired reader has one thing to do. */
export function Already({ lines: [line] }: { lines: string[] }) {
  if (!line) return null
  return <p class="already">{line}</p>
}
