/** The steps of what was agreed: each has an owner and a state, and there are five at most. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import { MOST_STEPS, STEP_OWNERS, STEP_STATES } from '#core/request/plan.ts'
import { say } from '../../../words/words.ts'
import { Field } from '../acts/fields.tsx'
import { Pick, Words } from './fields.tsx'
import type { PlanDraft, StepTold } from './told.ts'
import { adviceTitle } from './words.ts'

type Props = { request: OpenRequest; draft: PlanDraft; tell(part: Partial<PlanDraft>): void }
type StepProps = {
  number: number
  step: StepTold
  title: string | undefined
  set(part: Partial<StepTold>): void
  remove(): void
}

const StepFields = ({ number, step, title, set, remove }: StepProps) => (
  <fieldset class="step" data-step={number}>
    <legend>{say('plan.step', { number })}</legend>
    {title === undefined ? (
      <Words label={say('plan.what')} value={step.what} longest={200} set={(what) => set({ what })} />
    ) : (
      <p class="step-advice">{title}</p>
    )}
    <div class="fields">
      <Pick
        label={say('plan.owner')}
        ids={STEP_OWNERS}
        words="plan.owner"
        value={step.owner}
        set={(owner) => set({ owner })}
      />
      <Pick
        label={say('plan.state')}
        ids={STEP_STATES}
        words="plan.state"
        value={step.state}
        set={(state) => set({ state })}
      />
      <Field label="plan.day" type="date" value={step.day} optional set={(day) => set({ day })} />
      <button type="button" class="button quiet" onClick={remove}>
        {say('plan.removeStep', { number })}
      </button>
    </div>
  </fieldset>
)

/** Focus goes to a step that was added, and after one is removed to where the next is added. */
function useFollowed(count: number) {
  const room = useRef<HTMLDivElement>(null)
  const before = useRef(count)
  useLayoutEffect(() => {
    const steps = room.current?.querySelectorAll<HTMLElement>('.step')
    if (count > before.current)
      steps?.[count - 1]?.querySelector<HTMLElement>('input[type=text], select')?.focus()
    if (count < before.current) room.current?.querySelector<HTMLElement>('[data-add]')?.focus()
    before.current = count
  }, [count])
  return room
}

export function Steps({ request, draft: { steps }, tell }: Props) {
  const room = useFollowed(steps.length)
  const add = (step: Partial<StepTold>) =>
    tell({ steps: [...steps, { what: '', day: '', owner: 'resident', state: 'suggested', ...step }] })
  const unused = request.advice.filter((id) => !steps.some(({ advice }) => advice === id))
  const isFull = steps.length >= MOST_STEPS
  return (
    <div class="steps-told" ref={room}>
      {steps.map((step, index) => (
        <StepFields
          // a step has no other name than its place
          key={index}
          number={index + 1}
          step={step}
          title={step.advice === undefined ? undefined : adviceTitle(request, step.advice)}
          set={(part) => tell({ steps: steps.map((one, at) => (at === index ? { ...one, ...part } : one)) })}
          remove={() => tell({ steps: steps.filter((_, at) => at !== index) })}
        />
      ))}
      {isFull ? (
        <p class="soft" data-add tabIndex={-1}>
          {say('plan.most')}
        </p>
      ) : (
        <div class="acts">
          <button type="button" class="button" data-add onClick={() => add({})}>
            {say('plan.addStep')}
          </button>
          {unused.map((id) => (
            <button key={id} type="button" class="button quiet" onClick={() => add({ advice: id })}>
              {say('plan.addAdvice', { what: adviceTitle(request, id) })}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
