/** The situation at a glance: own words first, then what the matter is about, what was flagged and who already helps. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { STRIP } from '#core/flow/words.ts'
import { Icon } from '../parts/icon.tsx'
import { lineOf, scaleOf } from '../words/answers.ts'
import { contentText } from '../words/content.ts'
import { lifeAreaName } from '../words/names.ts'
import { say } from '../words/words.ts'
import { Section } from './section.tsx'

type Props = { request: OpenRequest }

export const OwnWords = ({ request }: Props) => {
  const { ownWords } = request.contact
  return (
    <Section title="section.ownWords">
      {ownWords ? (
        <blockquote class="own-words">{ownWords}</blockquote>
      ) : (
        <p class="soft">{say('ownWords.none')}</p>
      )}
    </Section>
  )
}

const STEPS = [1, 2, 3, 4, 5]

/** Five bars filled from the start: the words beside them carry the meaning. No sum is made of them. */
const Meter = ({ value }: { value: number }) => (
  <span class="meter" aria-hidden="true">
    {STEPS.map((step) => (
      <span key={step} class={step <= value ? 'meter-full' : 'meter-empty'} />
    ))}
  </span>
)

export const NeedsMap = ({ request }: Props) => {
  const needs = request.row.lifeAreas
  return (
    <Section title="section.needs">
      {needs.length === 0 && <p class="soft">{say('row.noLifeArea')}</p>}
      <ul class="needs">
        {needs.map((need) => {
          const scale = scaleOf(request, need)
          return (
            <li key={need}>
              <strong>{lifeAreaName(request.revision, need)}</strong>
              <span class="need-scale">
                {scale?.value !== undefined && <Meter value={scale.value} />}
                {scale?.text ?? say('needs.noScale')}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

export const Flags = ({ request }: Props) => {
  if (request.flags.length === 0) return null
  const text = (flag: string) => contentText(request.revision, [`guidance:${STRIP}.options.${flag}`]) ?? flag
  return (
    <Section title="section.flags" mood="alarm">
      <ul class="flags">
        {request.flags.map((flag) => (
          <li key={flag}>
            <Icon shape="flag" />
            {text(flag)}
          </li>
        ))}
      </ul>
      <p>{say('flags.shown')}</p>
    </Section>
  )
}

/** The main flow’s questions of who helps now; a flow without them simply has no such section. */
const HELPERS = ['helpers', 'services']

export const Helpers = ({ request }: Props) => {
  const lines = request.answers
    .filter(({ address }) => HELPERS.includes(address))
    .map((one) => lineOf(request, one))
  if (lines.length === 0) return null
  return (
    <Section title="section.helpers">
      <dl class="lines">
        {lines.map((line) => (
          <div key={line.address} class={`line line-${line.kind}`}>
            <dt>{line.question}</dt>
            <dd>{line.texts.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
