/**
 * Every advice item on one page by area of life, readable without script. It stands outside the closed room, where an
 * address can point at one item: nothing is typed here.
 */
import type { Services } from '#core/contract/promise.ts'
import type { AdviceItem, Id } from '#core/flow/definition.ts'
import { Apart } from '../parts/apart.tsx'
import { type AdviceArea, areasOf, type Catalogue } from './advice-areas.ts'
import { Parts } from './advice-parts.tsx'
import { pageOf, partsOf, situationOf } from './step-words.ts'

type Props = Catalogue & {
  /** where the page of an item stands */
  pageFor: (id: Id) => string
  services: Services | undefined
}

type ItemProps = Omit<Props, 'dialogue'> & { id: Id; item: AdviceItem }
function Item({ id, item, speech, pageFor, services }: ItemProps) {
  const provider = `widget:provider.${item.provider}`
  return (
    <details class="step">
      <summary>
        <span class="brief">
          <h4>{speech.t(`advice:${id}.title`)}</h4>
          {speech.has(provider) && <small>{speech.t(provider)}</small>}
        </span>
      </summary>
      {/* an address that points here opens the item in browsers that know how */}
      <div class="inside" id={id}>
        <Parts
          situation={situationOf(speech, id)}
          parts={partsOf(speech, `advice:${id}`)}
          {...pageOf(speech, item, services)}
          speech={speech}
          level="h5"
        />
        <a class="by-itself" href={pageFor(id)}>
          {speech.t('host:advice.own')}
        </a>
      </div>
    </details>
  )
}

type AreaProps = Omit<Props, 'dialogue'> & { area: AdviceArea }
function AreaOf({ area: { id, name, own, also }, ...rest }: AreaProps) {
  const { speech } = rest
  return (
    <section class="area" aria-labelledby={`area-${id}`}>
      <h3 id={`area-${id}`} tabIndex={-1}>
        {name}
      </h3>
      {own.map(([item, facts]) => (
        <Apart key={item}>
          <Item id={item} item={facts} {...rest} />
        </Apart>
      ))}
      {also.length > 0 && (
        <div class="also">
          <p>{speech.t('widget:index.also')}</p>
          <ul>
            {also.map((item) => (
              <li key={item}>
                <a href={`#${item}`}>{speech.t(`advice:${item}.title`)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <a class="top" href="#index">
        {speech.t('widget:index.up')}
      </a>
    </section>
  )
}

export function AdviceIndex({ dialogue, ...rest }: Props) {
  const { speech } = rest
  const areas = areasOf({ dialogue, speech })
  return (
    <section class="index" slot="index" aria-labelledby="index">
      <h2 id="index" tabIndex={-1}>
        {speech.t('widget:index.title')}
      </h2>
      <p>{speech.t('widget:index.text')}</p>
      <nav class="areas" aria-label={speech.t('widget:index.areas')}>
        <ul>
          {areas.map(({ id, name, own, also }) => (
            <li key={id}>
              <a href={`#area-${id}`}>{name}</a>
              <small>{own.length + also.length}</small>
            </li>
          ))}
        </ul>
      </nav>
      {areas.map((area) => (
        <AreaOf key={area.id} area={area} {...rest} />
      ))}
    </section>
  )
}
