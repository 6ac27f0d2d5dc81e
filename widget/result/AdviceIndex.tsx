/** Every advice item on one page, readable without script. */
import type { AdviceItem, Id } from '#core/flow/definition.ts'
import { useRoom } from '../room/context.ts'
import { AdviceCard } from './AdviceCard.tsx'

export function AdviceIndex({ advice }: { advice: Record<Id, AdviceItem> }) {
  const { speech } = useRoom()
  const ids = Object.keys(advice)
  return (
    <section class="index" aria-labelledby="heading">
      <h2 id="heading">{speech.t('widget:index.title')}</h2>
      <p>{speech.t('widget:index.text')}</p>
      <ul class="contents">
        {ids.map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{speech.t(`advice:${id}.title`)}</a>
          </li>
        ))}
      </ul>
      {ids.map((id) => (
        <AdviceCard key={id} id={id} item={advice[id]} speech={speech} />
      ))}
    </section>
  )
}
