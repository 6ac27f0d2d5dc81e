/** Who else is asked, and what the resident said to it: a consent for each party, social services, a named worker, the level of the work. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { needsWorker } from '#core/queue/worker.ts'
import { CONSENTS, LEVELS, MATTER_STATES, MOST_PARTIES, SOCIAL_CONTACTS } from '#core/request/plan.ts'
import { Tick } from '../../../parts/choosing.tsx'
import { lifeAreaName } from '../../../words/names.ts'
import { say } from '../../../words/words.ts'
import { Field } from '../acts/fields.tsx'
import { Pick, Words } from './fields.tsx'
import type { MatterState, PartyTold, PlanDraft } from './told.ts'

type Props = { request: OpenRequest; draft: PlanDraft; tell(part: Partial<PlanDraft>): void }

/** Several matters are ticked one by one; nobody has to know yet. */
export const Matters = ({ request, draft: { matters }, tell }: Props) => {
  const set = (area: string, state: MatterState | '') => {
    const { [area]: _, ...others } = matters
    tell({ matters: state === '' ? others : { ...others, [area]: state } })
  }
  return (
    <div class="fields">
      {request.row.lifeAreas.map((area) => (
        <Pick
          key={area}
          label={lifeAreaName(request.revision, area)}
          ids={['', ...MATTER_STATES]}
          words="plan.matter"
          value={matters[area] ?? ''}
          set={(state) => set(area, state)}
        />
      ))}
    </div>
  )
}

export const Parties = ({ draft: { parties }, tell }: Omit<Props, 'request'>) => {
  const set = (index: number, part: Partial<PartyTold>) =>
    tell({ parties: parties.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <>
      {parties.map((party, index) => (
        <fieldset key={index} class="step">
          <legend>{say('plan.party', { number: index + 1 })}</legend>
          <div class="fields">
            <Words
              label={say('plan.partyName')}
              value={party.name}
              longest={80}
              set={(name) => set(index, { name })}
            />
            <Pick
              label={say('plan.mayContact')}
              ids={CONSENTS}
              words="plan.consent"
              value={party.consent}
              set={(consent) => set(index, { consent })}
            />
            <button
              type="button"
              class="button quiet"
              onClick={() => tell({ parties: parties.filter((_, at) => at !== index) })}
            >
              {say('plan.removeParty', { number: index + 1 })}
            </button>
          </div>
        </fieldset>
      ))}
      {parties.length < MOST_PARTIES && (
        <div class="acts">
          <button
            type="button"
            class="button"
            onClick={() => tell({ parties: [...parties, { name: '', consent: 'not-asked' }] })}
          >
            {say('plan.addParty')}
          </button>
        </div>
      )}
    </>
  )
}

/** Who is named for one who needs special support; until then by when, or why nobody is. */
export const Worker = ({ request, draft, tell }: Props) => {
  if (!needsWorker(request.row.attention) && !request.plan?.worker) return null
  const isNamed = draft.worker.trim() !== ''
  return (
    <fieldset class="step">
      <legend>{say('plan.worker')}</legend>
      <Words
        label={say('plan.workerName')}
        value={draft.worker}
        longest={80}
        set={(worker) => tell({ worker })}
      />
      {!isNamed && (
        <div class="fields">
          <Field
            label="plan.workerUntil"
            type="date"
            value={draft.workerBy}
            optional
            set={(workerBy) => tell({ workerBy })}
          />
          <Words
            label={say('plan.workerReason')}
            value={draft.workerReason}
            longest={200}
            set={(workerReason) => tell({ workerReason })}
          />
        </div>
      )}
    </fieldset>
  )
}

export const SocialAndLevel = ({ draft, tell }: Omit<Props, 'request'>) => (
  <div class="fields">
    <Pick
      label={say('plan.social')}
      ids={['', ...SOCIAL_CONTACTS]}
      words="plan.social"
      value={draft.social}
      set={(social) => tell({ social })}
    />
    {(draft.social === 'yes' || draft.social === 'considering') && (
      <Words
        label={say('plan.ground')}
        value={draft.ground}
        longest={300}
        set={(ground) => tell({ ground })}
      />
    )}
    <Pick
      label={say('plan.level')}
      ids={['', ...LEVELS]}
      words="plan.level"
      value={draft.level}
      set={(level) => tell({ level })}
    />
    {draft.level === 'intensive' && (
      <Words
        label={say('plan.receiver')}
        value={draft.receiver}
        longest={80}
        set={(receiver) => tell({ receiver })}
      />
    )}
  </div>
)

/** `min`: the first day on which it can be asked. */
export const FollowUp = ({ request, draft, tell, min }: Props & { min: string }) => (
  <>
    <Tick
      label={say('plan.followUpAgreed')}
      hint={say(request.row.status === 'closed' ? 'plan.followUpClosed' : 'plan.followUpHint')}
      checked={draft.followUp}
      set={(followUp) => tell({ followUp })}
    />
    {draft.followUp && (
      <Field
        label="plan.followUpDay"
        type="date"
        value={draft.followUpDay}
        min={min}
        optional
        set={(followUpDay) => tell({ followUpDay })}
      />
    )}
  </>
)
