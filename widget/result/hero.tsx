/** The one next step in a card: by when a person calls and the button for it, or the first step that is one's own. */
import type { ComponentChildren } from 'preact'
import { siteOf } from '#core/say/link.ts'
import { Lines } from '../help/numbers.tsx'
import type { Estimate } from '../net/promises.ts'
import { useRoom } from '../state/context.ts'
import { Parts } from '../steps/advice-parts.tsx'
import type { PathStep } from '../steps/path.ts'
import { tell } from '../steps/step-words.ts'
import { calledWhen } from '../words/promised.ts'
import type { Speech } from '../words/speech.ts'

type Shared = {
  speech: Speech
  estimate: Estimate | undefined
  /** why it is suggested, folded */
  children: ComponentChildren
}

export function CallHero({ speech, estimate, children, onRequest }: Shared & { onRequest: () => void }) {
  const { notes, when } = calledWhen(speech, estimate)
  return (
    <section class="hero" aria-labelledby="hero">
      <h3 id="hero">{speech.t('widget:offer.title')}</h3>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {when && <p class="when">{when}</p>}
      <button type="button" class="first" onClick={onRequest}>
        {speech.t('widget:offer.ask')}
      </button>
      <p class="soft">{speech.t('widget:offer.free')}</p>
      {children}
    </section>
  )
}

/** Who came to look is led to all the advice: the page that the foot leads to as well. */
export function LookHero({ speech }: Pick<Shared, 'speech'>) {
  const { language, place } = useRoom().island
  return (
    <section class="hero" aria-labelledby="hero">
      <h3 id="hero">{speech.t('widget:foot.advice')}</h3>
      <a
        class="button"
        href={`/chat/${language.lang}/advice?station=${place.station.station}`}
        target="_blank"
        rel="noopener"
      >
        {speech.t('widget:result.look')}
        <span class="unseen"> {speech.t('widget:foot.newTab')}</span>
      </a>
    </section>
  )
}

type StepProps = Shared & { step: PathStep }

/** What is done first, and the page on which it is done; the rest of the item is folded. */
export function StepHero({ speech, estimate, children, step }: StepProps) {
  const { title, short, owner, link, linkLang, line, number, ...rest } = tell(speech, step, estimate)
  const how = rest.parts.find(({ name }) => name === 'how')?.text ?? ''
  return (
    <section class="hero" aria-labelledby="hero" id={step.id}>
      <h3 id="hero">{title}</h3>
      <p class="soft">{short}</p>
      <p class="how">{how.split('\n')[0]}</p>
      {line ? (
        <Lines lines={[line]} />
      ) : (
        number && link && <p class="soft">{speech.t('widget:three.numberOn', { site: siteOf(link) })}</p>
      )}
      {link && (
        <a class="button" href={link} hreflang={linkLang} target="_blank" rel="noopener noreferrer">
          {speech.t('widget:path.open', { site: siteOf(link) })}
          <span class="unseen"> {speech.t('widget:foot.newTab')}</span>
        </a>
      )}
      <details>
        <summary>{speech.t('widget:path.whole')}</summary>
        <div class="inside">
          <p class="owner">{owner}</p>
          <Parts
            {...rest}
            link={undefined}
            linkLang={undefined}
            line={undefined}
            number={undefined}
            speech={speech}
            level="h4"
          />
        </div>
      </details>
      {children}
    </section>
  )
}
