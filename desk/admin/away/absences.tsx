/** Who is away and who stands in: “Helmi is ill today” is one act. */
import { useState } from 'preact/hooks'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { ChangeForm } from '../parts/change-form.tsx'
import type { FieldSpec } from '../parts/fields.tsx'
import { Listed } from '../parts/listed.tsx'
import { callers, daysName, personName, today } from '../parts/names.ts'
import { type AdminPlace, admin } from '../state/admin.ts'
import type { FormValues } from '../state/form.ts'

type Absence = AdminPlace['absences'][number]
const PATH = '/api/admin/place/absences'
const text = (value: unknown) => String(value ?? '')

const fieldsOf =
  (isNew: boolean) =>
  ({ person, from }: FormValues): FieldSpec[] => {
    const people = callers().map(({ person: id, name }) => [id, name] as const)
    return [
      ...(isNew
        ? [
            { kind: 'choice', name: 'person', choices: [['', say('admin:choose')], ...people] } as FieldSpec,
            { kind: 'day', name: 'from', min: today() } as FieldSpec,
          ]
        : []),
      { kind: 'day', name: 'to', min: text(from) || today() },
      {
        ...{ kind: 'choice', name: 'substitute', optional: true },
        choices: [['', say('admin:absence.noSubstitute')], ...people.filter(([id]) => id !== person)],
        hint: say('admin:absence.substituteHint'),
      },
    ]
  }

type AbsenceFormProps = { absence?: Absence; leave(): void }

function AbsenceForm({ absence, leave }: AbsenceFormProps) {
  const none = useStore(admin, (state) => state.place?.none)
  const initial = absence
    ? { ...absence, substitute: absence.substitute ?? '' }
    : { person: '', from: today(), to: today(), substitute: '' }
  const id = absence ? `absence-${absence.person}-${absence.from}` : 'absence-new'
  return (
    <ChangeForm
      id={id}
      scope="absence"
      title={
        absence ? say('admin:absence.change', { name: personName(absence.person) }) : say('admin:absence.add')
      }
      fields={fieldsOf(!absence)}
      initial={initial}
      told={({ person, from, to, substitute }) => ({
        method: 'PUT',
        path: `${PATH}/${text(person)}/${text(from)}`,
        body: { to, ...(substitute ? { substitute } : {}) },
      })}
      seen={absence?.mark ?? none}
      foresees
      who={({ person }) => personName(text(person))}
      done={leave}
      cancel={leave}
    />
  )
}

type RemovalProps = { absence: Absence; leave(): void }

const Removal = ({ absence, leave }: RemovalProps) => (
  <ChangeForm
    id={`absence-remove-${absence.person}-${absence.from}`}
    scope="absence"
    title={say('admin:absence.remove', { name: personName(absence.person) })}
    intro={<p>{say(absence.from < today() ? 'admin:absence.endsNow' : 'admin:absence.goes')}</p>}
    fields={() => []}
    initial={{}}
    told={() => ({ method: 'DELETE', path: `${PATH}/${absence.person}/${absence.from}` })}
    seen={absence.mark}
    foresees
    saveLabel={say('admin:form.remove')}
    done={leave}
    cancel={leave}
  />
)

export function Absences() {
  const absences = useStore(admin, (state) => state.place?.absences) ?? []
  const [open, setOpen] = useState<string>()
  const shut = () => setOpen(undefined)
  return (
    <Listed
      add={say('admin:absence.add')}
      empty={say('admin:absence.none')}
      open={open}
      setOpen={setOpen}
      form={<AbsenceForm leave={shut} />}
      rows={absences.map((absence) => ({
        id: `${absence.person} ${absence.from}`,
        title: personName(absence.person),
        when: daysName(absence.from, absence.to),
        isNow: absence.from <= today(),
        told: absence.substitute
          ? say('admin:absence.standsIn', { name: personName(absence.substitute) })
          : say('admin:absence.areaStandsIn'),
        change: <AbsenceForm absence={absence} leave={shut} />,
        remove: <Removal absence={absence} leave={shut} />,
      }))}
    />
  )
}
