/** The conversation was sent from another tab: that it was, and where it is followed. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useRoom } from '../state/context.ts'

/** `whole`: it takes the place of the conversation, and there is a way to another one. */
export function SentElsewhere({ whole = false }: { whole?: boolean }) {
  const { speech, island } = useRoom()
  const { t } = speech
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (whole) heading.current?.focus()
  }, [whole])
  return (
    <section class="keep" aria-labelledby="sent-elsewhere">
      <h2 id="sent-elsewhere" ref={heading} tabIndex={-1}>
        {t('widget:keep.sent')}
      </h2>
      <p>{t('widget:keep.sentText')}</p>
      <a
        class="link"
        href={`/chat/${island.language.lang}/request?station=${island.place.station.station}`}
        target="_blank"
        rel="noreferrer"
      >
        {t('widget:sent.backLink')}
        <span class="unseen"> {t('widget:foot.newTab')}</span>
      </a>
      {whole && (
        <div class="actions">
          <button type="button" class="second" onClick={() => location.reload()}>
            {t('widget:status.anew')}
          </button>
        </div>
      )}
    </section>
  )
}
