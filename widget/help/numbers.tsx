/** Telephone numbers that somebody has verified, each a link that calls, with whom it is for and in which language it answers. */
import type { PhoneLine } from '#core/contract/content.ts'
import { Apart } from '../parts/apart.tsx'
import { useRoom } from '../state/context.ts'
import { dial } from '../words/format.ts'
import type { Speech } from '../words/speech.ts'

export function Call({ number, children }: { number: string; children?: preact.ComponentChildren }) {
  return (
    <a class="call" href={dial(number)}>
      {children ?? number}
    </a>
  )
}

/** In which languages a line answers, where it is not the page's own. */
function spokenOn({ speaks }: PhoneLine, speech: Speech): string | undefined {
  const own = speech.lang.split('-')[0]
  if (!speaks || speaks.some((lang) => lang.split('-')[0] === own)) return undefined
  const names = new Intl.DisplayNames(speech.lang, { type: 'language' })
  const languages = new Intl.ListFormat(speech.lang).format(speaks.map((lang) => names.of(lang) ?? lang))
  return speech.t('widget:help.speaks', { languages })
}

/** Whom a line is for, when it answers, and in which language if not in this one. */
export function About({ line, brief }: { line: PhoneLine; brief?: boolean | undefined }) {
  const { speech } = useRoom()
  const texts = (brief ? [] : ['for', 'when'])
    .map((part) => `numbers:${line.id}.${part}`)
    .filter((key) => speech.has(key))
  const spoken = spokenOn(line, speech)
  return (
    <>
      {texts.map((key) => (
        <small key={key}>{speech.t(key)}</small>
      ))}
      {spoken && <small>{spoken}</small>}
    </>
  )
}

/** @param brief without whom they are for and when they answer: a text beside them says it */
export function Lines({ lines, brief }: { lines: readonly PhoneLine[]; brief?: boolean }) {
  const { speech } = useRoom()
  return (
    <ul class="lines">
      {lines.map((line) =>
        line.number === null ? null : (
          <li key={line.id}>
            <span>
              <b>{speech.t(`numbers:${line.id}.name`)}</b>
              <Apart>
                <About line={line} brief={brief} />
              </Apart>
            </span>
            <Call number={line.number} />
          </li>
        ),
      )}
    </ul>
  )
}
