/** The help of a danger: its number as a large button, 112 second, a line of comfort, then the rest. */

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Id } from '#core/flow/definition.ts'
import { EMERGENCY, MAIN } from '#core/flow/words.ts'
import { Prose } from '../parts/prose.tsx'
import { QuickExit } from '../parts/quick-exit.tsx'
import { useRoom } from '../state/context.ts'
import { dial } from '../words/format.ts'
import type { Speech } from '../words/speech.ts'
import { About, Lines } from './numbers.tsx'
import { type HelpLine, helpIn } from './phone-lines.ts'

/** Name and number in one press. */
function Button({ line: { id, number } }: { line: HelpLine }) {
  const { speech } = useRoom()
  const isEmergency = number === EMERGENCY
  return (
    <a class="call large" href={dial(number)}>
      {isEmergency ? (
        speech.t('widget:strip.call')
      ) : (
        <>
          <span>{speech.t(`numbers:${id}.name`)}</span> <b>{number}</b>
        </>
      )}
    </a>
  )
}

/** The words of the dangers: the first one's line of comfort, and the rest of each; none while they have not come. */
function wordsOf(speech: Speech, dangers: readonly Id[]): [comfort: string, rest: string] {
  const each = dangers
    .map((danger) => `${MAIN}:danger.${danger}.help`)
    .filter(speech.has)
    .map((key) => speech.t(key).split('\n'))
  const rest = each.flatMap((lines) => lines.slice(1))
  return [each[0]?.[0] ?? '', [...new Set(rest)].join('\n')]
}

type Props = {
  /** told, the one whose number comes first first */
  dangers: readonly Id[]
  /** for whom it is said */
  speech?: Speech
  /** brings the numbers into view: they stand where something was just ticked */
  reveal?: boolean
  /** the rest can be opened: other things stand on this screen too */
  folded?: boolean
  /** numbers alone: the words have not come yet, or stand elsewhere */
  bare?: boolean
  /** what may be done next: stands before the rest */
  children?: ComponentChildren
}

export function Help({ dangers, speech: said, reveal, folded, bare, children }: Props) {
  const room = useRoom()
  const { place, unseen } = room.island
  const speech = said ?? room.speech
  const calls = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (reveal) calls.current?.scrollIntoView({ block: 'nearest' })
  }, [reveal, speech.lang])
  const { lead, rest, known } = helpIn(place, dangers)
  const [comfort, more] = bare ? ['', ''] : wordsOf(speech, dangers)
  const others = !bare && (
    <>
      {dangers.some((danger) => unseen.includes(danger)) && <QuickExit />}
      {known && <Prose text={more} />}
      {rest.length > 0 && <Lines lines={rest} />}
    </>
  )
  return (
    <div class="help">
      <div class="calls" ref={calls}>
        {lead.map((line) => (
          <Button key={line.id} line={line} />
        ))}
      </div>
      {!known && <p>{speech.t('widget:help.none')}</p>}
      {comfort && <p class="comfort">{comfort}</p>}
      {children}
      {!bare && (
        <ul class="whom">
          {lead
            .filter(({ number }) => number !== EMERGENCY)
            .map((line) => (
              <li key={line.id}>
                <b>{speech.t(`numbers:${line.id}.name`)}</b> <About line={line} />
              </li>
            ))}
        </ul>
      )}
      {folded && others ? (
        <details>
          <summary>{speech.t('widget:help.more')}</summary>
          <div class="inside">{others}</div>
        </details>
      ) : (
        others
      )}
    </div>
  )
}
