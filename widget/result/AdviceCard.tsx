/** One advice item: what it is, how to go about it, what to have ready, who decides, and what to do if you disagree. */
import type { AdviceItem, Id } from '#core/flow/definition.ts'
import type { Speech } from '../speech.ts'
import { Prose } from './Prose.tsx'

/** The parts of an item in order, and how their lines stand. */
const PARTS = { how: 'ol', ready: 'ul', decides: 'p', appeal: 'p' } as const

type Props = { id: Id; item: AdviceItem | undefined; speech: Speech; because?: string | undefined }

export function AdviceCard({ id, item, speech, because }: Props) {
  const link = item?.link?.[speech.lang] ?? item?.link?.fi
  return (
    <article class="advice" id={id}>
      <h3>{speech.t(`advice:${id}.title`)}</h3>
      <Prose text={speech.t(`advice:${id}.situation`)} />
      {because && <p class="because">{because}</p>}
      {Object.entries(PARTS).map(
        ([part, as]) =>
          speech.has(`advice:${id}.${part}`) && (
            <section key={part} class={part}>
              <h4>{speech.t(`widget:advice.${part}`)}</h4>
              <Prose text={speech.t(`advice:${id}.${part}`)} as={as} />
            </section>
          ),
      )}
      {link && (
        <a class="link" href={link} target="_blank" rel="noopener noreferrer">
          {speech.t('widget:advice.link', { site: new URL(link).hostname.replace('www.', '') })}
        </a>
      )}
    </article>
  )
}
