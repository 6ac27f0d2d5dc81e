/** Whoever works here: who they are, whose areas, where they are signed in, and what can be done. */
import { useState } from 'preact/hooks'
import { session } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { momentWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { areaName } from '../parts/names.ts'
import { admin, type Person } from '../state/admin.ts'
import { addressOfPage } from '../state/pages.ts'
import { Hire } from './hire.tsx'
import { type OncePassword, Password } from './password.tsx'
import { type PersonAct, PersonForm } from './person-acts.tsx'

const areasWords = ({ areas }: Person) =>
  areas
    .map(({ area, kind }) =>
      kind === 'own' ? areaName(area) : say('admin:staff.standsIn', { name: areaName(area) }),
    )
    .join(' · ')

const rolesWords = ({ roles }: Person) =>
  say('admin:staff.rolesAre', { roles: roles.map((role) => say(`admin:role.${role}`)).join(', ') })

const sessionWords = ({ sessions, seen }: Person) =>
  seen
    ? say('admin:staff.signedIn', { count: sessions, seen: momentWords(seen) })
    : say('admin:staff.noSession')

/** Their own way in everybody changes themselves, from the top of the page; nobody shuts themselves out. */
const actsOf = (person: Person, isMe: boolean): PersonAct[] => {
  if (isMe) return ['names', 'roles', 'sessions']
  return ['names', 'roles', 'reset', 'sessions', person.disabled ? 'enable' : 'disable']
}

type CardProps = {
  person: Person
  open: PersonAct | undefined
  setOpen(act?: PersonAct): void
  show(shown: OncePassword): void
}

function PersonCard({ person, open, setOpen, show }: CardProps) {
  const me = useStore(session, (state) => state.me?.id)
  const shut = () => {
    const opener = document.querySelector<HTMLElement>(`[data-opens="${open} ${person.person}"]`)
    setOpen(undefined)
    opener?.focus()
  }
  return (
    <li class="card" data-person={person.username}>
      <div class="row-told">
        <h3>{person.name}</h3>
        <p class="soft">
          {[person.title, person.username].filter(Boolean).join(' · ')}
          {person.disabled && <span class="badge badge-warn">{say('admin:staff.disabled')}</span>}
        </p>
        <p>{rolesWords(person)}</p>
        {person.areas.length > 0 && (
          <p>
            {areasWords(person)} <a href={addressOfPage('duty')}>{say('admin:staff.toDuty')}</a>
          </p>
        )}
        <p class="soft">{sessionWords(person)}</p>
      </div>
      <div class="row-acts">
        {actsOf(person, person.person === me).map((act) => (
          <button
            key={act}
            type="button"
            class="button"
            data-opens={`${act} ${person.person}`}
            aria-expanded={open === act}
            aria-label={`${say(`admin:staff.act.${act}`)}: ${person.name}`}
            onClick={() => setOpen(act)}
          >
            {say(`admin:staff.act.${act}`)}
          </button>
        ))}
      </div>
      {open && (
        <PersonForm
          key={open}
          act={open}
          person={person}
          leave={shut}
          reset={(name, password) => show({ name, password })}
        />
      )}
    </li>
  )
}

export function StaffPage() {
  const staff = useStore(admin, (state) => state.staff)
  const [open, setOpen] = useState<{ person: string; act: PersonAct }>()
  const [isHiring, hire] = useState(false)
  const [shown, show] = useState<OncePassword>()
  return (
    <div class="listed">
      {shown && <Password {...shown} close={() => show(undefined)} />}
      {isHiring ? (
        <Hire
          hired={(name, password) => {
            hire(false)
            show({ name, password })
          }}
          cancel={() => hire(false)}
        />
      ) : (
        <p>
          <button type="button" class="button strong" onClick={() => hire(true)}>
            {say('admin:staff.add')}
          </button>
        </p>
      )}
      <ul class="listed-rows">
        {staff.map((person) => (
          <PersonCard
            key={person.person}
            person={person}
            open={open?.person === person.person ? open.act : undefined}
            setOpen={(act) => setOpen(act && { person: person.person, act })}
            show={show}
          />
        ))}
      </ul>
    </div>
  )
}
