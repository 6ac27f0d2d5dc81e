/** What can be done now: a bar at the foot of the request. One form at a time; every act waits for the server and keeps what was typed if refused. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { TellingAct } from '#core/contract/acts.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import type { DeskAct } from '#core/request/life.ts'
import { asRefused, type Refused } from '../../net/api.ts'
import { Problem } from '../../parts/problem.tsx'
import { useNow } from '../../state/clock.ts'
import { forgetDraft, keepPossible, unfinished } from '../../state/drafts.ts'
import { session } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { holderWords, holdOf } from '../queue/hold.ts'
import { callbacks } from '../state/callbacks.ts'
import { act } from '../state/request.ts'
import { leaveRequest } from '../state/route.ts'
import { AttemptForm } from './acts/attempt-form.tsx'
import { CloseForm } from './acts/close-form.tsx'
import type { FormProps } from './acts/form.tsx'
import { NoteForm } from './acts/note-form.tsx'
import { RangBackForm } from './acts/rang-back-form.tsx'
import { RecordLater } from './acts/record-later.tsx'
import { ReopenForm } from './acts/reopen-form.tsx'
import { StrandedNote } from './acts/stranded-note.tsx'
import { TransferForm } from './acts/transfer-form.tsx'
import { Undo } from './acts/undo.tsx'
import { UnreachableForm } from './acts/unreachable-form.tsx'
import { VisitForm } from './acts/visit-form.tsx'
import { allowedActs, IN_SIGHT } from './allowed.ts'
import { useChecked } from './checked.ts'
import { CopyRecord } from './copy-record.tsx'
import { PlanForm } from './plan/plan-form.tsx'

type Forms<Act extends DeskAct> = { [Name in Act]: (props: FormProps<Name>) => preact.JSX.Element }

/** Every act with which something is told has a form; so has what is to be thought over. */
const forms: Forms<Exclude<TellingAct, 'undo'>> & Partial<Forms<DeskAct>> = {
  attempt: AttemptForm,
  close: CloseForm,
  transfer: TransferForm,
  unreachable: UnreachableForm,
  note: NoteForm,
  'rang-back': RangBackForm,
  visit: VisitForm,
  reopen: ReopenForm,
  plan: PlanForm,
}

/**
 * What is pressed while the screen still fetches what the act before has changed is done after it, unless that one was
 * refused: what it says comes first, and the form stands as it was.
 * @param tell which act is under way
 */
function useInTurn(
  perform: (name: DeskAct, body: unknown) => Promise<boolean>,
  tell: (name?: DeskAct) => void,
) {
  const waiting = useRef<DeskAct[]>([])
  const last = useRef(Promise.resolve(true))
  return (name: DeskAct, body?: unknown) => {
    if (waiting.current.includes(name)) return
    const before = waiting.current.length > 0 ? last.current : Promise.resolve(true)
    waiting.current = [...waiting.current, name]
    tell(name)
    last.current = before
      .then((went) => went && perform(name, body))
      .finally(() => {
        waiting.current = waiting.current.filter((one) => one !== name)
        tell(waiting.current.at(-1))
      })
  }
}

/** The state of acting: which form is open, whether the server is thinking, what it refused. */
function useActing(request: OpenRequest) {
  const { id } = request.row
  // what was left unfinished is found open as it was
  const [chosen, choose] = useState(unfinished(id) as DeskAct | undefined)
  const [busy, setBusy] = useState<DeskAct>()
  const [refused, refuse] = useState<Refused>()
  useChecked(request, refused, refuse)
  const open = useRef(chosen)
  open.current = chosen
  /** @returns that it was done */
  const perform = async (name: DeskAct, body: unknown): Promise<boolean> => {
    // pressed for a request that is not here any more
    if (callbacks.get().openId !== id) return false
    refuse(undefined)
    try {
      await act(name, body)
    } catch (thrown) {
      refuse(asRefused(thrown))
      return false
    }
    forgetDraft(id, name)
    speaking.set({ announcement: say(`act.done.${name}`) })
    // Handed over to an area that is not mine, it is out of my sight: back to the queue instead of a refusal.
    if (name === 'transfer' && callbacks.get().requestProblem) leaveRequest()
    // a form that was opened meanwhile stays, and the focus with it
    else if (open.current === undefined || open.current === name) {
      choose(undefined)
    }
    return true
  }
  const run = useInTurn(perform, setBusy)
  const pick = (name: DeskAct | undefined) => {
    refuse(undefined)
    choose(name)
  }
  return { chosen, busy, refused, run, pick }
}

type ButtonProps = { name: DeskAct; first: boolean; busy: DeskAct | undefined; onClick(): void }

const ActButton = ({ name, first, busy, onClick }: ButtonProps) => (
  <button
    type="button"
    data-act={name}
    class={first ? 'button strong' : 'button'}
    aria-disabled={busy === name}
    onClick={onClick}
  >
    {say(busy === name ? 'act.busy' : `act.${name}`)}
  </button>
)

/** Focus returns to the button whose form was left; at once, or a quick Escape would come before the form is known to stand. */
function useReturn(chosen: DeskAct | undefined) {
  const room = useRef<HTMLDivElement>(null)
  const left = useRef<DeskAct | undefined>(undefined)
  useLayoutEffect(() => {
    if (!chosen && left.current) {
      room.current?.querySelector<HTMLElement>(`[data-act="${left.current}"]`)?.focus()
      // its button may stand among those that are not in sight
      if (document.activeElement === document.body) document.getElementById('acts')?.focus()
    }
    left.current = undefined
  }, [chosen])
  return {
    room,
    leaving: (name: DeskAct) => {
      left.current = name
    },
  }
}

/** What was pressed may be gone before the act has ended: focus goes on at the acts at once, unless somebody has gone elsewhere with it. */
function useKeptFocus(busy: DeskAct | undefined) {
  const isActing = useRef(false)
  if (busy) isActing.current = true
  useLayoutEffect(() => {
    if (!isActing.current) return
    if (document.activeElement === document.body) document.getElementById('acts')?.focus()
    isActing.current = busy !== undefined
  })
}

type ButtonsProps = {
  names: DeskAct[]
  busy: DeskAct | undefined
  all: boolean
  showAll(all: boolean): void
  press(name: DeskAct): void
}

const Buttons = ({ names, busy, press, all, showAll }: ButtonsProps) => {
  return (
    <>
      {names.map((name, index) => (
        <ActButton
          key={name}
          name={name}
          first={index === 0 && name !== 'reopen'}
          busy={busy}
          onClick={() => press(name)}
        />
      ))}
      {names.length > 1 && (
        <button
          type="button"
          class={names.length > IN_SIGHT ? 'button quiet acts-more acts-many' : 'button quiet acts-more'}
          aria-expanded={all}
          onClick={() => showAll(!all)}
        >
          {say(all ? 'act.fewer' : 'act.more')}
        </button>
      )}
    </>
  )
}

export const Acts = ({ request }: { request: OpenRequest }) => {
  const { chosen, busy, refused, run, pick } = useActing(request)
  const { room, leaving } = useReturn(chosen)
  const [all, showAll] = useState(false)
  useKeptFocus(busy)
  const me = useStore(session, (state) => state.me)
  const now = useNow()
  const isLead = me?.roles.includes('lead') ?? false
  const names = allowedActs(request.row, holdOf(request.row, me, now), isLead)
  // the text of a note is its writer’s whatever becomes of the request
  useEffect(() => keepPossible(request.row.id, [...names, 'note']), [names.join()])
  const open = names.find((name) => name === chosen)
  const Form = open && forms[open]
  const leave = (name: DeskAct) => {
    leaving(name)
    // a note is gone on with later; what was only chosen is given up
    if (name !== 'note') forgetDraft(request.row.id, name)
    pick(undefined)
  }
  return (
    <section class="acts-bar" aria-labelledby="acts">
      <h3 id="acts" class="unseen" tabIndex={-1}>
        {say('section.acts')}
      </h3>
      <Problem refused={refused} />
      {!open && <Undo request={request} busy={busy === 'undo'} undo={() => run('undo', {})} />}
      {names.length === 0 && <p class="soft">{holderWords(request.row, now) || say('act.none')}</p>}
      {Form ? (
        <Form
          request={request}
          busy={busy === open}
          send={(body) => run(open, body)}
          cancel={() => leave(open)}
        />
      ) : (
        <div class="acts" ref={room}>
          <Buttons
            names={names}
            busy={busy}
            all={all}
            showAll={showAll}
            press={(name) => {
              if (forms[name]) return pick(name)
              showAll(false)
              run(name)
            }}
          />
        </div>
      )}
      {!names.includes('note') && <StrandedNote id={request.row.id} />}
      {request.row.status === 'closed' && <CopyRecord request={request} />}
      <RecordLater request={request} busy={busy === 'close'} send={(body) => run('close', body)} />
    </section>
  )
}
