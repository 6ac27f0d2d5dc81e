/** What can be done now. One form at a time; every act waits for the server and keeps what was typed if refused. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import { asRefused, type Refused } from '../net/api.ts'
import { Problem } from '../parts/problem.tsx'
import { useNow } from '../queue/clock.ts'
import { holderWords, holdOf } from '../queue/hold.ts'
import { desk } from '../state/desk.ts'
import { type ActName, act } from '../state/request.ts'
import { leaveRequest } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { say } from '../words/words.ts'
import { AttemptForm } from './acts/attempt-form.tsx'
import { CloseForm } from './acts/close-form.tsx'
import type { FormProps } from './acts/form.tsx'
import { RecordLater } from './acts/record-later.tsx'
import { TransferForm } from './acts/transfer-form.tsx'
import { UnreachableForm } from './acts/unreachable-form.tsx'
import { allowedActs } from './allowed.ts'
import { Section } from './section.tsx'

const forms: Partial<Record<ActName, (props: FormProps) => preact.JSX.Element>> = {
  attempts: AttemptForm,
  close: CloseForm,
  transfer: TransferForm,
  unreachable: UnreachableForm,
}

/** Notes have a place of their own. */
const isButton = (name: ActName): name is Exclude<ActName, 'notes'> => name !== 'notes'

/** The state of acting: which form is open, whether the server is thinking, what it refused. */
function useActing() {
  const [chosen, choose] = useState<ActName>()
  const [busy, setBusy] = useState<ActName>()
  const [refused, refuse] = useState<Refused>()
  const run = async (name: ActName, body?: unknown) => {
    if (busy) return
    setBusy(name)
    refuse(undefined)
    try {
      await act(name, body)
      choose(undefined)
      desk.set({ announcement: say(`act.done.${name}`) })
      // Handed over to an area that is not mine, it is out of my sight: back to the queue instead of a refusal.
      if (name === 'transfer' && desk.get().requestProblem) return leaveRequest()
      document.getElementById('acts')?.focus()
    } catch (thrown) {
      refuse(asRefused(thrown))
    }
    setBusy(undefined)
  }
  const pick = (name: ActName | undefined) => {
    refuse(undefined)
    choose(name)
  }
  return { chosen, busy, refused, run, pick }
}

type ButtonProps = { name: ActName; first: boolean; busy: ActName | undefined; onClick(): void }

const ActButton = ({ name, first, busy, onClick }: ButtonProps) => (
  <button
    type="button"
    data-act={name}
    class={first ? 'button strong' : 'button'}
    aria-disabled={busy !== undefined}
    onClick={onClick}
  >
    {say(busy === name ? 'act.busy' : `act.${name}`)}
  </button>
)

/** Focus returns to the button whose form was left. */
function useReturn(chosen: ActName | undefined) {
  const room = useRef<HTMLDivElement>(null)
  const left = useRef<ActName | undefined>(undefined)
  useEffect(() => {
    if (!chosen && left.current)
      room.current?.querySelector<HTMLElement>(`[data-act="${left.current}"]`)?.focus()
    left.current = undefined
  }, [chosen])
  return {
    room,
    leaving: (name: ActName) => {
      left.current = name
    },
  }
}

export const Acts = ({ request }: { request: OpenRequest }) => {
  const { chosen, busy, refused, run, pick } = useActing()
  const { room, leaving } = useReturn(chosen)
  const me = useStore(desk, (state) => state.me)
  const now = useNow()
  const names = allowedActs(request.row, holdOf(request.row, me, now)).filter(isButton)
  const open = names.find((name) => name === chosen)
  const Form = open && forms[open]
  const leave = (name: ActName) => {
    leaving(name)
    pick(undefined)
  }
  return (
    <Section title="section.acts" mood="card" id="acts">
      {names.length === 0 && <p class="soft">{holderWords(request.row, now) || say('act.none')}</p>}
      {Form ? (
        <Form
          request={request}
          busy={busy !== undefined}
          send={(body) => void run(open, body)}
          cancel={() => leave(open)}
        />
      ) : (
        <div class="acts" ref={room}>
          {names.map((name, index) => (
            <ActButton
              key={name}
              name={name}
              first={index === 0}
              busy={busy}
              onClick={() => (forms[name] ? pick(name) : void run(name))}
            />
          ))}
        </div>
      )}
      <RecordLater request={request} busy={busy !== undefined} send={(body) => void run('close', body)} />
      <Problem refused={refused} />
    </Section>
  )
}
