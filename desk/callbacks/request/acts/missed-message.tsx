/**
 * A neutral text for the work phone, in the resident's own language: it names no service and no matter. Only where a message may be
 * left, on a phone that is theirs alone, when contact is safe at any time.
 */

import { useEffect, useState } from 'preact/hooks'
import type { OpenRequest, TryTime } from '#core/contract/desk.ts'
import { isAfraid } from '#core/queue/afraid.ts'
import { byWhen } from '#core/say/time.ts'
import { inPractice } from '../../../net/practice.ts'
import { say, speakerIn } from '../../../words/words.ts'

type Props = { request: OpenRequest; next: TryTime | undefined }

const mayWrite = ({ contact, phone, flags, attention }: OpenRequest): boolean =>
  phone !== undefined &&
  contact.way !== 'shared-phone' &&
  contact.mayLeaveMessage !== false &&
  contact.safeToCall !== false &&
  !isAfraid({ flags, attention })

/** The text, when the words of that language have come. */
function useText(language: string, next: TryTime | undefined): { text: string; lang: string } | undefined {
  const [said, tell] = useState<{ text: string; lang: string }>()
  const { day, from, by } = next ?? { day: '', from: '', by: '' }
  useEffect(() => {
    let isHere = true
    void speakerIn(language).then((speaker) => {
      const text = day
        ? speaker.t('desk:missed.next', { when: byWhen(speaker, { day, from, by }) })
        : speaker.t('desk:missed.last')
      if (isHere) tell({ text, lang: speaker.lang })
    })
    return () => {
      isHere = false
    }
  }, [language, day, from, by])
  return said
}

function Copy({ text }: { text: string }) {
  const [isCopied, copied] = useState(false)
  const copy = () =>
    void navigator.clipboard
      .writeText(text)
      .then(() => copied(true))
      .catch(() => copied(false))
  return (
    <button type="button" class="button quiet" onClick={copy}>
      {say(isCopied ? 'missed.copied' : 'missed.copy')}
    </button>
  )
}

export function MissedMessage({ request, next }: Props) {
  const said = useText(request.row.language, next)
  if (!mayWrite(request) || !said) return null
  const { text, lang } = said
  return (
    <details class="how">
      <summary>{say('missed.title')}</summary>
      <p class="quote" lang={lang}>
        {text}
      </p>
      <div class="acts">
        {inPractice ? (
          <p class="soft">{say('practice.noCall')}</p>
        ) : (
          <a class="button quiet" href={`sms:${request.phone}?body=${encodeURIComponent(text)}`}>
            {say('missed.write')}
          </a>
        )}
        <Copy key={text} text={text} />
      </div>
    </details>
  )
}
