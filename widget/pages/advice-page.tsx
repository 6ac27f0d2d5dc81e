/** One piece of advice as a page that can be linked, printed and found; and the page that says there is no such advice. */
import type { Services } from '#core/contract/promise.ts'
import type { Provenance } from '#core/contract/screen.ts'
import type { AdviceItem, Id } from '#core/flow/definition.ts'
import { wholeDate } from '#core/say/day.ts'
import { siteOf } from '#core/say/link.ts'
import { Apart } from '../parts/apart.tsx'
import { type AdviceArea, areasOf, type Catalogue } from '../steps/advice-areas.ts'
import { Parts } from '../steps/advice-parts.tsx'
import { pageOf, partsOf, situationOf } from '../steps/step-words.ts'
import type { Speech } from '../words/speech.ts'
import { Plain, type PlainProps, withStation } from './plain.tsx'

type Props = PlainProps & Pick<Catalogue, 'dialogue'>
type ItemProps = Props & {
  id: Id
  item: AdviceItem
  /** the day of the page */
  on: string
  from: Provenance | undefined
  /** whose number somebody has verified, of those who live where the page is read */
  services: Services | undefined
  /** its whole address, for paper; nothing where the server has no public name */
  address: string | undefined
}

export const adviceIn = (lang: string, id?: Id) => `/chat/${lang}/advice${id === undefined ? '' : `/${id}`}`

/** The page of an item, from the same station. */
const addressOf = ({ island }: PlainProps, id?: Id) => withStation(adviceIn(island.language.lang, id), island)

/** Where it was read, and when again. */
function Checked({ from, on, speech }: Pick<ItemProps, 'from' | 'on' | 'speech'>) {
  if (!from) return null
  const { checkedOn, reviewBy, source } = from
  const day = wholeDate(speech, checkedOn ?? reviewBy)
  return (
    <p class="soft">
      {speech.t('host:advice.source')} <span lang="fi">{source}</span>.{' '}
      {reviewBy >= on && speech.t(checkedOn ? 'host:advice.checked' : 'host:advice.unchecked', { day })}
    </p>
  )
}

/** Past its day of review the page says so itself, and where the newest word stands. */
function Caveat({ item, from, on, speech }: Pick<ItemProps, 'item' | 'from' | 'on' | 'speech'>) {
  if (!from || from.reviewBy >= on) return null
  const site = siteOf(pageOf(speech, item).link)
  return (
    <p class="caveat" role="note">
      {speech.t('host:advice.late')} {site && speech.t('host:advice.latePage', { site })}
    </p>
  )
}

/** What else there is in the same area of life. */
function Others({ id, item, ...props }: Pick<ItemProps, 'id' | 'item'> & Props) {
  const { speech } = props
  const area = areasOf(props).find((one) => one.id === item.lifeAreas[0])
  const others = area
    ? [...area.own.map(([other]) => other), ...area.also].filter((other) => other !== id)
    : []
  if (!area || others.length === 0) return null
  return (
    <nav class="others" aria-labelledby="others">
      <h2 id="others">{speech.t('host:advice.others', { area: area.name })}</h2>
      <Links ids={others} {...props} />
    </nav>
  )
}

function Links({ ids, ...props }: Props & { ids: Id[] }) {
  return (
    <ul class="links">
      {ids.map((one) => (
        <li key={one}>
          <a href={addressOf(props, one)}>{props.speech.t(`advice:${one}.title`)}</a>
        </li>
      ))}
    </ul>
  )
}

function Crumbs({ area, ...props }: Props & { area: AdviceArea | undefined }) {
  const { speech } = props
  return (
    <nav class="crumbs" aria-label={speech.t('host:advice.where')}>
      <a href={addressOf(props)}>{speech.t('widget:index.title')}</a>
      {area && (
        <>
          <span aria-hidden="true">›</span>
          <a href={`${addressOf(props)}#area-${area.id}`}>{area.name}</a>
        </>
      )}
    </nav>
  )
}

const providerOf = (speech: Speech, { provider }: AdviceItem) =>
  speech.has(`widget:provider.${provider}`) ? speech.t(`widget:provider.${provider}`) : undefined

export function AdvicePage({ id, item, on, from, services, address, ...props }: ItemProps) {
  const { speech } = props
  const area = areasOf(props).find((one) => one.id === item.lifeAreas[0])
  const provider = providerOf(speech, item)
  return (
    <Plain {...props} after={<Others id={id} item={item} {...props} />}>
      <article>
        <Crumbs area={area} {...props} />
        <header>
          <h1>{speech.t(`advice:${id}.title`)}</h1>
          {provider && <p class="soft">{provider}</p>}
        </header>
        <Caveat {...{ item, from, on, speech }} />
        <div class="step">
          <Apart>
            <Parts
              situation={situationOf(speech, id)}
              parts={partsOf(speech, `advice:${id}`)}
              {...pageOf(speech, item, services)}
              speech={speech}
              level="h2"
            />
          </Apart>
        </div>
        <Checked {...{ from, on, speech }} />
        {address && <p class="address">{address}</p>}
      </article>
    </Plain>
  )
}

/** Every item by its name, where one was asked for that is not there. */
export function AdviceMissing(props: Props) {
  const { speech } = props
  return (
    <Plain {...props}>
      <article>
        <h1>{speech.t('host:advice.missing')}</h1>
        <p>{speech.t('host:advice.missingText')}</p>
        {areasOf(props).map(({ id, name, own, also }) => (
          <nav key={id} aria-labelledby={`area-${id}`}>
            <h2 id={`area-${id}`}>{name}</h2>
            <Links ids={[...own.map(([item]) => item), ...also]} {...props} />
          </nav>
        ))}
      </article>
    </Plain>
  )
}
