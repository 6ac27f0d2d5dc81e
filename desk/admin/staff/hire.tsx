/** Somebody begins to work here. */
import { useState } from 'preact/hooks'
import { ROLES } from '#core/request/choices.ts'
import { say } from '../../words/words.ts'
import { ChangeForm } from '../parts/change-form.tsx'
import type { FieldSpec } from '../parts/fields.tsx'
import { areaName, keysOf } from '../parts/names.ts'
import type { FormValues } from '../state/form.ts'

const listed = (value: unknown) => (Array.isArray(value) ? (value as string[]) : [])
const isReader = (role: string) => role === 'coordinator' || role === 'lead'

/** Why roles must not be one person's; empty when they may. */
export function apartWords(roles: unknown): string {
  const chosen = listed(roles)
  if (chosen.includes('auditor') && chosen.length > 1) return say('admin:roles.apart.auditor')
  return chosen.includes('admin') && chosen.some(isReader) ? say('admin:roles.apart.admin') : ''
}

/** The roles, and beside them why some are not joined. */
export const rolesField = ({ roles }: FormValues): FieldSpec => ({
  ...{ kind: 'ticks', name: 'roles' },
  choices: ROLES.map((role) => [role, say(`admin:role.${role}`)] as const),
  hint: say('admin:roles.hint'),
  warning: apartWords(roles),
})

function fieldsOf(values: FormValues): FieldSpec[] {
  const areas = keysOf('areas').map((key) => [key, areaName(key)] as const)
  return [
    { kind: 'text', name: 'name' },
    { kind: 'text', name: 'username', max: 40, hint: say('admin:hint.username') },
    { kind: 'text', name: 'title', optional: true },
    rolesField(values),
    ...(listed(values.roles).some(isReader)
      ? [
          { kind: 'ticks', name: 'own', optional: true, choices: areas } as FieldSpec,
          { kind: 'ticks', name: 'substitute', optional: true, choices: areas } as FieldSpec,
        ]
      : []),
  ]
}

type HireProps = { hired(name: string, password: string): void; cancel(): void }

export function Hire({ hired, cancel }: HireProps) {
  // asked again after a lost answer it is the same person
  const [person] = useState(() => crypto.randomUUID())
  return (
    <ChangeForm
      id="hire"
      scope="staff"
      title={say('admin:staff.add')}
      fields={fieldsOf}
      initial={{ person, name: '', username: '', title: '', roles: ['coordinator'], own: [], substitute: [] }}
      told={({ roles, own, substitute, ...told }) => {
        const areas = listed(roles).some(isReader) ? { own, substitute } : {}
        const username = String(told.username).trim().toLowerCase()
        return {
          ...{ method: 'POST', path: '/api/admin/staff' },
          body: { ...told, username, name: String(told.name).trim(), roles, ...areas },
        }
      }}
      saveLabel={say('admin:staff.addDo')}
      done={(answer, { name }) => hired(String(name), (answer as { password: string }).password)}
      cancel={cancel}
    />
  )
}
