/** What an administrator does to one who works here: roles, password, sessions, and whether they may sign in. */
import { useEffect, useState } from 'preact/hooks'
import type { StaffSessions } from '#core/contract/staff.ts'
import { momentWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { ChangeForm } from '../parts/change-form.tsx'
import { ask, type Person } from '../state/admin.ts'
import { rolesField } from './hire.tsx'

const pathOf = ({ person }: Person, act: string) => `/api/admin/staff/${encodeURIComponent(person)}/${act}`

export type PersonAct = 'names' | 'roles' | 'reset' | 'sessions' | 'disable' | 'enable'
type ActProps = { person: Person; leave(): void; reset(name: string, password: string): void }

const Roles = ({ person, leave }: ActProps) => (
  <ChangeForm
    id={`roles-${person.person}`}
    scope="roles"
    title={say('admin:staff.roles', { name: person.name })}
    fields={(values) => [rolesField(values)]}
    initial={{ roles: person.roles }}
    told={({ roles }) => ({ method: 'PUT', path: pathOf(person, 'roles'), body: { roles } })}
    seen={person.mark}
    done={leave}
    cancel={leave}
  />
)

const Names = ({ person, leave }: ActProps) => (
  <ChangeForm
    id={`names-${person.person}`}
    scope="staff"
    title={say('admin:staff.names', { name: person.name })}
    fields={() => [
      { kind: 'text', name: 'name' },
      { kind: 'text', name: 'title', optional: true },
    ]}
    initial={{ name: person.name, title: person.title }}
    told={({ name, title }) => ({
      ...{ method: 'PUT', path: `/api/admin/staff/${encodeURIComponent(person.person)}` },
      body: { name: String(name).trim(), title: String(title).trim() },
    })}
    done={leave}
    cancel={leave}
  />
)

type SureProps = ActProps & { act: 'reset' | 'disable' | 'enable' | 'end-sessions' }

/** One press, after it has been said what it does. */
const Sure = ({ person, act, leave, reset }: SureProps) => (
  <ChangeForm
    id={`${act}-${person.person}`}
    scope="staff"
    title={say(`admin:staff.${act}`, { name: person.name })}
    intro={<p>{say(`admin:staff.${act}Hint`)}</p>}
    fields={() => []}
    initial={{}}
    told={() => ({ method: 'POST', path: pathOf(person, act) })}
    saveLabel={say(`admin:staff.${act}Do`)}
    done={(answer) => {
      leave()
      if (act === 'reset') reset(person.name, (answer as { password: string }).password)
    }}
    cancel={leave}
  />
)

function Sessions(props: ActProps) {
  const { person } = props
  const [rows, show] = useState<StaffSessions['sessions']>()
  useEffect(() => {
    ask<StaffSessions>('GET', pathOf(person, 'sessions')).then(
      ({ sessions }) => show(sessions),
      () => show([]),
    )
  }, [person.person])
  return (
    <>
      <ul class="sessions">
        {rows?.map(({ since, seen }) => (
          <li key={since}>
            {say('admin:staff.session', { since: momentWords(since), seen: momentWords(seen) })}
          </li>
        ))}
        {rows?.length === 0 && <li>{say('admin:staff.noSession')}</li>}
      </ul>
      <Sure {...props} act="end-sessions" />
    </>
  )
}

export const PersonForm = ({ act, ...props }: ActProps & { act: PersonAct }) => {
  if (act === 'names') return <Names {...props} />
  if (act === 'roles') return <Roles {...props} />
  return act === 'sessions' ? <Sessions {...props} /> : <Sure {...props} act={act} />
}
