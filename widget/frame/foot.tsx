/** The foot of every page: advice to read, the way back, the privacy notice and the accessibility statement. */
import { useRoom } from '../state/context.ts'

export function Foot() {
  const { speech, island, alive } = useRoom()
  const { language, page, place } = island
  const station = `?station=${place.station.station}`
  const links = [
    { page: 'chat', href: `/chat/${language.lang}${station}`, text: 'widget:foot.chat' },
    { page: 'advice', href: `/chat/${language.lang}/advice${station}`, text: 'widget:foot.advice' },
    { page: 'request', href: `/chat/${language.lang}/request${station}`, text: 'widget:foot.request' },
  ]
  // in the middle of a conversation another page must not wipe it
  const away = alive && page === 'chat' ? '_blank' : undefined
  return (
    <footer class="foot">
      <nav aria-label={speech.t('widget:foot.label')}>
        {links.map((link) =>
          link.page === page ? null : (
            <a key={link.page} href={link.href} target={away}>
              {speech.t(link.text)}
              {away && <span class="unseen"> {speech.t('widget:foot.newTab')}</span>}
            </a>
          ),
        )}
      </nav>
      <details>
        <summary>{speech.t('widget:privacy.title')}</summary>
        <p>{speech.t('widget:privacy.whole', { organisation: place.organisationName })}</p>
      </details>
      <details>
        <summary>{speech.t('widget:accessibility.title')}</summary>
        <p>{speech.t('widget:accessibility.whole')}</p>
      </details>
      <p class="soft">{speech.t('widget:foot.purpose')}</p>
    </footer>
  )
}
