/** Writing down what was agreed. It is written whole, so that what a colleague has changed meanwhile is shown before it is written over. */
import type { ComponentChildren } from 'preact'
import { serverNow } from '../../../state/clock.ts'
import { localDay } from '../../../words/dates.ts'
import { say } from '../../../words/words.ts'
import { ActFrame, type FormProps } from '../acts/form.tsx'
import { useTold } from '../acts/use-told.ts'
import { Lines } from './fields.tsx'
import { FollowUp, Matters, Parties, SocialAndLevel, Worker } from './others.tsx'
import { Steps } from './steps.tsx'
import { beginningOf, type PlanDraft, planOf } from './told.ts'

const DAY_MS = 24 * 60 * 60_000

/** What is rarely needed stands folded, open where something was told. */
const Fold = ({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) => (
  <details class="how" open={open || undefined}>
    <summary>{say(title)}</summary>
    {children}
  </details>
)

/** A colleague has changed what this was written upon: one's own text stands, and nothing is written over unseen. */
const Changed = ({ begin, keep }: { begin(): void; keep(): void }) => (
  <div class="notice" role="alert">
    <p>{say('plan.changed')}</p>
    <div class="acts">
      <button type="button" class="button" onClick={begin}>
        {say('plan.begin')}
      </button>
      <button type="button" class="button" onClick={keep}>
        {say('plan.keep')}
      </button>
    </div>
  </div>
)

export function PlanForm({ request, busy, send, cancel }: FormProps<'plan'>) {
  const { row, plan } = request
  const whole = JSON.stringify(beginningOf(request))
  const [told, tellDraft] = useTold(row.id, 'plan', { text: whole, upon: whole })
  const draft: PlanDraft = JSON.parse(told.text)
  const tell = (part: Partial<PlanDraft>) =>
    tellDraft({ text: JSON.stringify({ ...draft, ...part }), upon: told.upon })
  const isChanged = told.upon !== whole
  return (
    <ActFrame
      title="plan.title"
      submit="plan.save"
      busy={busy}
      ready={!isChanged}
      missing="plan.changedMissing"
      // the version that was on the screen is added on the way
      onSubmit={() => send({ ...planOf(draft), version: request.version })}
      cancel={cancel}
    >
      <p class="soft">{say('plan.hint')}</p>
      {isChanged && (
        <Changed
          begin={() => tellDraft({ text: whole, upon: whole })}
          keep={() => tellDraft({ text: told.text, upon: whole })}
        />
      )}
      <div class="fields">
        <Lines label={say('plan.goal')} value={draft.goal} longest={300} set={(goal) => tell({ goal })} />
        <Lines label={say('plan.works')} value={draft.works} longest={300} set={(works) => tell({ works })} />
      </div>
      <Steps request={request} draft={draft} tell={tell} />
      <FollowUp request={request} draft={draft} tell={tell} min={localDay(serverNow() + DAY_MS)} />
      <Worker request={request} draft={draft} tell={tell} />
      {row.lifeAreas.length > 1 && (
        <Fold title="plan.matters" open={(plan?.matters ?? []).length > 0}>
          <Matters request={request} draft={draft} tell={tell} />
        </Fold>
      )}
      <Fold title="plan.parties" open={(plan?.parties ?? []).length > 0}>
        <Parties draft={draft} tell={tell} />
      </Fold>
      <Fold title="plan.more" open={plan?.social !== undefined || plan?.level !== undefined}>
        <SocialAndLevel draft={draft} tell={tell} />
      </Fold>
    </ActFrame>
  )
}
