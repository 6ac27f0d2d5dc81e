/** What holds of a thing of the place from a day on: a new thing, another value of it, or its last day. */
import { useState } from 'preact/hooks'
import type { PlaceKind } from '#core/request/choices.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { ChangeForm } from '../parts/change-form.tsx'
import type { FieldSpec } from '../parts/fields.tsx'
import { today } from '../parts/names.ts'
import { type AdminPlace, admin } from '../state/admin.ts'
import type { FormValues } from '../state/form.ts'
import { KINDS } from './kinds.ts'
import { bodyOf, shown } from './told.ts'

export type Fact = AdminPlace['areas'][number]
type FactFormProps = { kind: PlaceKind; fact?: Fact; leave(): void }

const days = (): FieldSpec[] => [
  { kind: 'day', name: 'validFrom', min: today() },
  { kind: 'day', name: 'validTo', optional: true, min: today(), hint: say('admin:hint.validTo') },
]

/** What holds today is the same thing, whatever another has made of it since. */
export const phaseOf = ({ validFrom }: Fact) => (validFrom <= today() ? 'now' : validFrom)

const later = (day: string) => (day > today() ? day : today())

/** The thing as a form of it begins. */
function initialOf(kind: PlaceKind, fact: Fact | undefined): FormValues {
  const value = (fact?.value ?? {}) as Record<string, unknown>
  const told = KINDS[kind].fields().map((field) => [field.name, shown(field, value[field.name])] as const)
  const first =
    kind === 'stations' ? { kind: 'main' } : kind === 'duty' ? { kind: 'own' } : { register: 'health' }
  return {
    ...(!fact && Object.fromEntries(KINDS[kind].key.map((field) => [field().name, '']))),
    ...Object.fromEntries(told),
    ...(!fact && first),
    ...{ validFrom: fact ? later(fact.validFrom) : today(), validTo: '', instead: false },
  }
}

export function FactForm({ kind, fact, leave }: FactFormProps) {
  const none = useStore(admin, (state) => state.place?.none)
  const { key, fields, name, foresees } = KINDS[kind]
  // as it was opened: what another changes meanwhile is not undone by what stands here untouched
  const [initial] = useState(() => initialOf(kind, fact))
  const keyFields = fact ? [] : key.map((field) => field())
  const keyOf = (values: FormValues) =>
    fact?.key ?? keyFields.map((field) => encodeURIComponent(String(values[field.name]).trim())).join('/')
  return (
    <ChangeForm
      id={`${kind}-${fact ? `${fact.key}-${phaseOf(fact)}` : 'new'}`}
      scope={kind}
      title={fact ? say('admin:place.change', { name: name(fact.key) }) : say(`admin:place.add.${kind}`)}
      fields={() => [...keyFields, ...fields(), ...days()]}
      initial={initial}
      told={(values) => ({
        method: 'PUT',
        path: `/api/admin/place/${kind}/${keyOf(values)}`,
        body: bodyOf(fields(), values, fact && initial),
      })}
      seen={fact?.mark ?? none}
      foresees={foresees === true}
      done={leave}
      cancel={leave}
    />
  )
}

export function EndForm({ kind, fact, leave }: Required<FactFormProps>) {
  const { name, foresees } = KINDS[kind]
  return (
    <ChangeForm
      id={`${kind}-end-${fact.key}`}
      scope={`${kind}-end`}
      title={say('admin:place.end', { name: name(fact.key) })}
      intro={<p>{say('admin:place.endHint')}</p>}
      fields={() => [{ kind: 'day', name: 'validTo', min: today() }]}
      initial={{ validTo: today() }}
      told={({ validTo }) => ({
        method: 'POST',
        path: `/api/admin/place/${kind}/${fact.key}/end`,
        body: { validTo },
      })}
      seen={fact.mark}
      foresees={foresees === true}
      saveLabel={say('admin:place.endDo')}
      done={leave}
      cancel={leave}
    />
  )
}
