/** One numbered path: the first step stands open, the rest can be opened one at a time. */
import type { Estimate } from '../net/promises.ts'
import { Apart } from '../parts/apart.tsx'
import type { Speech } from '../words/speech.ts'
import { Parts } from './advice-parts.tsx'
import type { PathStep } from './path.ts'
import { tell } from './step-words.ts'

type Props = {
  steps: PathStep[]
  speech: Speech
  estimate: Estimate | undefined
  /** “because you answered …” of a step */
  why: (because: PathStep['because']) => string
}

function StepCard({
  step,
  at,
  speech,
  estimate,
  why,
}: Omit<Props, 'steps'> & { step: PathStep; at: number }) {
  const { title, short, owner, ...rest } = tell(speech, step, estimate)
  const because = why(step.because)
  return (
    <details class="step" id={step.id} open={at === 0}>
      <summary>
        <span class="number" aria-hidden="true">
          {at + 1}
        </span>
        <span class="brief">
          <h4>{title}</h4>
          <small>{short}</small>
        </span>
      </summary>
      <div class="inside">
        {because && <p class="because">{because}</p>}
        <p class="owner">{owner}</p>
        <Parts {...rest} speech={speech} level="h5" />
      </div>
    </details>
  )
}

export function Path({ steps, ...rest }: Props) {
  const { speech } = rest
  return (
    <section class="path" aria-labelledby="path">
      <h3 id="path">{speech.t('widget:path.title')}</h3>
      {steps.length > 1 && <p class="soft">{speech.t('widget:path.text')}</p>}
      <ol>
        {steps.map((step, at) => (
          <Apart key={step.id}>
            <li>
              <StepCard step={step} at={at} {...rest} />
            </li>
          </Apart>
        ))}
      </ol>
    </section>
  )
}
