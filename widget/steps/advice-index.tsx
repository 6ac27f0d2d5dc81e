/**
 * Every advice item on one page by area of life, readable without script. It stands outside the closed room, where an
 * address can point at one item: nothing is typed here.
 */
import type { AdviceItem, Dialogue, Id } from '#core/flow/definition.ts'
import { MAIN } from '#core/flow/words.ts'
import { Apart } from '../parts/apart.tsx'
import type { Speech } from '../words/speech.ts'
import { Parts } from './advice-parts.tsx'
import { pageOf, partsOf, situationOf } from './step-words.ts'

type Props = { dialogue: Dialogue; speech: Speech }
type Area = { id: Id; name: string; own: [Id, AdviceItem][]; also: Id[] }

/** The first question that matters are chosen in: its options are the areas of life, in order. */
function choicesOf({ flows }: Dialogue): { step: Id; options: Id[] } {
  const main = flows[MAIN]
  for (const agenda of Object.values(main?.steps ?? {})) {
    const question = 'agenda' in agenda && (main?.steps[agenda.agenda] ?? main?.shared?.[agenda.agenda])
    if (question && 'options' in question) return { step: agenda.agenda, options: question.options ?? [] }
  }
  return { step: '', options: [] }
}

/** What has no words, or no area of life, cannot be shown: it is left out, and the rest stands. */
const isShown = (speech: Speech, id: Id, item: AdviceItem | null) =>
  Array.isArray(item?.lifeAreas) && speech.has(`advice:${id}.title`)

/** Areas in the order of the question, each with the items that are at home there, and those that belong there too. */
function areasOf({ dialogue, speech }: Props): Area[] {
  const items = Object.entries(dialogue.advice).filter(([id, item]) => isShown(speech, id, item))
  const { step, options } = choicesOf(dialogue)
  const all = options.map((id) => ({
    id,
    name: speech.t(`${MAIN}:${step}.options.${id}`),
    own: items.filter(([, { lifeAreas }]) => lifeAreas[0] === id),
    also: items.filter(([, { lifeAreas }]) => lifeAreas.slice(1).includes(id)).map(([item]) => item),
  }))
  return all.filter(({ own, also }) => own.length + also.length > 0)
}

function Item({ id, item, speech }: { id: Id; item: AdviceItem; speech: Speech }) {
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
          {...pageOf(speech, item)}
          speech={speech}
          level="h5"
        />
      </div>
    </details>
  )
}

function AreaOf({ area: { id, name, own, also }, speech }: { area: Area; speech: Speech }) {
  return (
    <section class="area" aria-labelledby={`area-${id}`}>
      <h3 id={`area-${id}`} tabIndex={-1}>
        {name}
      </h3>
      {own.map(([item, facts]) => (
        <Apart key={item}>
          <Item id={item} item={facts} speech={speech} />
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

export function AdviceIndex(props: Props) {
  const { speech } = props
  const areas = areasOf(props)
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
        <AreaOf key={area.id} area={area} speech={speech} />
      ))}
    </section>
  )
}
