/** A titled part of the request. */
import type { ComponentChildren } from 'preact'
import { say } from '../../words/words.ts'

type Props = { title: string; mood?: 'alarm' | 'card' | 'signal'; id?: string; children: ComponentChildren }

export const Section = ({ title, mood, id, children }: Props) => (
  <section class={mood ? `part part-${mood}` : 'part'}>
    <h3 id={id} tabIndex={id ? -1 : undefined}>
      {say(title)}
    </h3>
    {children}
  </section>
)
