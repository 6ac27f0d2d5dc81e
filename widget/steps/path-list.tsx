/** One numbered path: three steps on a line, each opened by a press, and the rest behind one more. */
import type { Estimate } from '../net/promises.ts'
import { Apart } from '../parts/apart.tsx'
import type { Speech } from '../words/speech.ts'
import { Parts } from './advice-parts.tsx'
import type { PathStep } from './path.ts'
import { tell } from './step-words.ts'

type Props = {
  steps: PathStep[]
  /** the number of the first of them */
  from: number
  speech: Speech
  estimate: Estimate | undefined
  /** “because you answered …” of a step */
  why: (because: PathStep['because']) => string
}

/** So many stand there; the others are one press away. */
const SHOWN = 3

type CardProps = Omit<Props, 'steps' | 'from'> & { step: PathStep; number: number }

function StepCard({ step, number, speech, estimate, why }: CardProps) {
  const { title, short, owner, ...rest } = tell(speech, step, estimate)
  const because = why(step.because)
  return (
    <details class="step" id={step.id}>
      <summary>
        <span class="number" aria-hidden="true">
          {number}
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

function Steps({ steps, from, ...rest }: Props) {
  return (
    <ol start={from}>
      {steps.map((step, at) => (
        <Apart key={step.id}>
          <li>
            <StepCard step={step} number={from + at} {...rest} />
          </li>
        </Apart>
      ))}
    </ol>
  )
}

export function Path({ steps, from, ...rest }: Props) {
  const { speech } = rest
  const more = steps.slice(SHOWN)
  return (
    <section class="path" aria-labelledby="path">
      <h3 id="path">{speech.t('widget:path.title')}</h3>
      <Steps steps={steps.slice(0, SHOWN)} from={from} {...rest} />
      {more.length > 0 && (
        <details class="rest">
          <summary>{speech.t('widget:path.rest', { count: more.length })}</summary>
          <Steps steps={more} from={from + SHOWN} {...rest} />
        </details>
      )}
    </section>
  )
}
