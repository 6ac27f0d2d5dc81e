/** Telephone numbers that somebody has verified, each a link that calls. */
import type { Place } from '#core/contract/content.ts'
import { dial } from '../format.ts'
import { useRoom } from './context.ts'

type Line = Place['lines'][number]

/** The lines that help in these flags, each once and in order; all of them when it is not known which. */
export function linesFor({ lines, helps }: Place, flags: string[]): Line[] {
  const ids = [...new Set(flags.flatMap((flag) => helps?.[flag] ?? []))]
  const helping = ids.flatMap((id) => lines.filter((line) => line.id === id))
  return helping.length > 0 ? helping : lines
}

export function Call({ number, children }: { number: string; children?: preact.ComponentChildren }) {
  return (
    <a class="call" href={dial(number)}>
      {children ?? number}
    </a>
  )
}

export function Lines({ lines }: { lines: Line[] }) {
  const { speech } = useRoom()
  return (
    <ul class="lines">
      {lines.map(({ id, number }) =>
        number === null ? null : (
          <li key={id}>
            <span>
              <b>{speech.t(`numbers:${id}.name`)}</b>
              {speech.has(`numbers:${id}.when`) && <small>{speech.t(`numbers:${id}.when`)}</small>}
            </span>
            <Call number={number} />
          </li>
        ),
      )}
    </ul>
  )
}
