/** How to go about a matter, what to have ready, who decides, what to do if you disagree; and the official page. */

import { siteOf } from '#core/say/link.ts'
import { Lines } from '../help/numbers.tsx'
import { Prose } from '../parts/prose.tsx'
import type { Speech } from '../words/speech.ts'
import { PARTS, type StepWords } from './step-words.ts'

type Props = Pick<StepWords, 'situation' | 'parts' | 'link' | 'linkLang' | 'line' | 'number'> & {
  speech: Speech
  /** level of their headings, one below the title's */
  level: 'h2' | 'h4' | 'h5'
}

export function Parts({ situation, parts, link, linkLang, line, number, speech, level: Heading }: Props) {
  return (
    <>
      {situation && <Prose text={situation} />}
      {line && <Lines lines={[line]} />}
      {parts.map(({ name, text }) => (
        <section key={name} class={name}>
          <Heading>{speech.t(`widget:advice.${name}`)}</Heading>
          <Prose text={text} as={PARTS[name]} />
          {name === 'how' && !line && number && <p class="soft">{number}</p>}
        </section>
      ))}
      {link && (
        <a class="link" href={link} hreflang={linkLang} target="_blank" rel="noopener noreferrer">
          {speech.t('widget:advice.link', { site: siteOf(link) })}
        </a>
      )}
    </>
  )
}
