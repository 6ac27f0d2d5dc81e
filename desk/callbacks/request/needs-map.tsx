/** The areas of life that were chosen, how each goes, and what was said of it. The hardest first; never a sum of them. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { isChoiceOfMany, isScale, lineOf, type Scale, scaleOf } from '../../words/answers.ts'
import { agendasOf } from '../../words/content.ts'
import { lifeAreaName } from '../../words/names.ts'
import { say } from '../../words/words.ts'
import { CIRCUMSTANCES } from '../state/known.ts'
import { Section } from './section.tsx'

type Props = { request: OpenRequest }

const STEPS = [1, 2, 3, 4, 5]

/** A place on a line from hard to easy, not an amount: the words beside it carry the meaning. */
const Place = ({ value }: { value: number }) => (
  <span class="place" aria-hidden="true">
    {STEPS.map((step) => (
      <span key={step} class={step === value ? 'place-here' : undefined} />
    ))}
  </span>
)

/** Where on the list a life area stands: not knowing may hide something hard, not being asked tells nothing. */
const UNKNOWN = 2.5
const UNASKED = 6
const hardness = (scale: Scale | undefined) =>
  scale?.value ?? (scale?.kind === 'dontKnow' ? UNKNOWN : UNASKED)

/** As routed; of answers that could not be replayed, as they were sent. */
function chosenNeeds({ row, answers }: OpenRequest): string[] {
  if (row.lifeAreas.length > 0) return row.lifeAreas
  const asked = agendasOf(row.revision)
  const sent = answers.find(({ address }) => asked.includes(address))?.value
  return Array.isArray(sent) ? sent.map(String) : []
}

/** Chosen life areas with their scale, the hardest first; equals in the order they were chosen. */
export const needsInOrder = (request: OpenRequest) =>
  chosenNeeds(request)
    .map((need) => ({ need, scale: scaleOf(request, need) }))
    .sort((one, other) => hardness(one.scale) - hardness(other.scale))

const hasOtherPlace = (address: string) => CIRCUMSTANCES.some((one) => one === address)

/** What else was answered in the need. A list of troubles speaks for itself; another answer needs its question. */
export const saidOf = (request: OpenRequest, need: string): string[] =>
  request.answers
    .filter((answer) => answer.need === need && !hasOtherPlace(answer.address) && !isScale(request, answer))
    .map((answer) => {
      const { question, texts } = lineOf(request, answer)
      const text = texts.join(', ')
      return isChoiceOfMany(request, answer) ? text : say('needs.said', { question, answer: text })
    })

export const NeedsMap = ({ request }: Props) => {
  const needs = needsInOrder(request)
  return (
    <Section title="section.needs" id="needs">
      {needs.length === 0 && <p class="soft">{say('row.noLifeArea')}</p>}
      <ul class="needs">
        {needs.map(({ need, scale }) => (
          <li key={need}>
            <strong>{lifeAreaName(request.revision, need)}</strong>
            <span class={scale?.kind === 'dontKnow' ? 'need-scale unsure' : 'need-scale'}>
              {scale?.value !== undefined && <Place value={scale.value} />}
              {scale?.text ?? say('needs.noScale')}
            </span>
            {saidOf(request, need).map((text) => (
              <span key={text} class="need-said soft">
                {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
