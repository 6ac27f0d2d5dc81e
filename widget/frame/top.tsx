/** The head of every page: whose service this is, and in which language. */
import { useState } from 'preact/hooks'
import { addressIn } from '../net/island.ts'
import { useRoom } from '../state/context.ts'

/** The languages, folded behind the present one once the conversation has begun: links without script; with it the conversation goes on in the other language. */
export function Tongues({ folded }: { folded: boolean }) {
  const { speech, island, speakIn } = useRoom()
  const [failed, setFailed] = useState(false)
  const { language, languages } = island
  if (languages.length < 2) return null
  const change = (lang: string) => (event: Event) => {
    if (!speakIn) return
    event.preventDefault()
    speakIn(lang).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  const links = languages.map(({ lang, name }) => (
    <a
      key={lang}
      href={addressIn(lang, island)}
      lang={lang}
      hreflang={lang}
      aria-current={lang === language.lang ? 'true' : undefined}
      onClick={change(lang)}
    >
      {name}
    </a>
  ))
  return (
    <nav class="tongues" aria-label={speech.t('widget:languages')}>
      {folded ? (
        <details>
          <summary>
            <span class="unseen">{speech.t('widget:languages')}: </span>
            {language.name}
          </summary>
          {links}
        </details>
      ) : (
        links
      )}
      {failed && <p role="alert">{speech.t('widget:failed.language')}</p>}
    </nav>
  )
}

export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M8 25V7h16v18M3 25h26M14 25V12h6v13" />
  </svg>
)

/** @param begun something has been answered: the question needs the room more than the languages do */
export function Top({ begun }: { begun: boolean }) {
  const { speech, island } = useRoom()
  return (
    <header class="top">
      <Mark />
      <h1>
        <span>{speech.t('widget:title')}</span>
        <small>{island.place.station.name}</small>
      </h1>
      <Tongues folded={begun} />
    </header>
  )
}
