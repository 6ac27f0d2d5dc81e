/** “Agreed”: what was settled in the call, as it stands. Nothing stands here before something was. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { momentWords } from '../../../words/dates.ts'
import { say } from '../../../words/words.ts'
import { Section } from '../section.tsx'
import { factsOf, stepWords } from './words.ts'

type Props = { request: OpenRequest }

const Steps = ({ request }: Props) => (
  <ol class="steps">
    {request.plan?.steps.map((step, index) => (
      // steps have no other name than their place
      <li key={index} data-state={step.state} dir="auto">
        {stepWords(request, step)}
      </li>
    ))}
  </ol>
)

/** When a consent was written down, and by whom: it is asked for each party. */
const Written = ({ request }: Props) => {
  const parties = request.plan?.parties.filter(({ consent }) => consent !== 'not-asked') ?? []
  if (parties.length === 0) return null
  const lines = parties.map(({ name, at, by }) => say('plan.written', { name, by, moment: momentWords(at) }))
  return <p class="soft">{lines.join(' · ')}</p>
}

export const Agreed = ({ request }: Props) => {
  const facts = factsOf(request)
  const steps = request.plan?.steps ?? []
  if (facts.length === 0 && steps.length === 0) return null
  return (
    <Section title="section.plan" id="agreed" mood="card">
      {steps.length > 0 && <Steps request={request} />}
      <dl class="facts">
        {facts.map(({ name, texts }) => (
          <div key={name} class="fact" data-fact={name}>
            <dt>{say(name)}</dt>
            {texts.map((text) => (
              <dd key={text} dir="auto">
                {text}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <Written request={request} />
    </Section>
  )
}
