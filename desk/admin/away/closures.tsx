/** Days on which a station, an area or everybody is closed. */
import { useState } from 'preact/hooks'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { ChangeForm } from '../parts/change-form.tsx'
import type { FieldSpec } from '../parts/fields.tsx'
import { Listed } from '../parts/listed.tsx'
import { areaName, daysName, keysOf, stationName, today } from '../parts/names.ts'
import { type AdminPlace, admin } from '../state/admin.ts'
import type { FormValues } from '../state/form.ts'

type Closure = AdminPlace['closures'][number]
const PATH = '/api/admin/place/closures'
const text = (value: unknown) => String(value ?? '')

const stations = () => keysOf('stations').map((key) => [key, stationName(key)] as const)

/** Of what it is, in one list: everybody, an area, a station. */
const places = () => [
  ['', say('admin:choose')] as const,
  ['everybody', say('admin:closure.everybody')] as const,
  ...keysOf('areas').map(
    (key) => [`area/${key}`, say('admin:closure.area', { name: areaName(key) })] as const,
  ),
  ...stations().map(([key, name]) => [`station/${key}`, name] as const),
]

const fieldsOf = ({ of, from }: FormValues): FieldSpec[] => {
  const [kind, station] = text(of).split('/')
  return [
    { kind: 'choice', name: 'of', choices: places() },
    { kind: 'day', name: 'from', min: today() },
    { kind: 'day', name: 'to', min: text(from) || today() },
    ...(kind === 'station'
      ? [
          {
            ...{
              kind: 'choice',
              name: 'substitute',
              optional: true,
              hint: say('admin:closure.substituteHint'),
            },
            choices: [
              ['', say('admin:closure.noSubstitute')],
              ...stations().filter(([key]) => key !== station),
            ],
          } as FieldSpec,
        ]
      : []),
    { kind: 'texts', name: 'reason', optional: true, hint: say('admin:closure.reasonHint') },
  ]
}

const filled = (texts: unknown) =>
  Object.fromEntries(Object.entries((texts ?? {}) as Record<string, string>).filter(([, one]) => one.trim()))

function bodyOf({ of, from, to, substitute, reason }: FormValues) {
  const [kind, key] = text(of).split('/')
  const texts = filled(reason)
  return {
    ...{ from, to },
    ...(kind === 'station' && { station: key, ...(substitute ? { substitute } : {}) }),
    ...(kind === 'area' && { area: key }),
    ...(Object.keys(texts).length > 0 && { reason: texts }),
  }
}

const ofClosure = ({ station, area }: Closure) =>
  station ? `station/${station}` : area ? `area/${area}` : 'everybody'
const nameOf = ({ station, area }: Closure) =>
  station
    ? stationName(station)
    : area
      ? say('admin:closure.area', { name: areaName(area) })
      : say('admin:closure.everybody')

/** A name that nobody has to think of, and the same while the form stands. */
const newName = () => `closure-${crypto.randomUUID().slice(0, 8)}`

type ClosureFormProps = { closure?: Closure; leave(): void }

function ClosureForm({ closure, leave }: ClosureFormProps) {
  const none = useStore(admin, (state) => state.place?.none)
  return (
    <ChangeForm
      id={closure ? `closure-${closure.closure}` : 'closure-new'}
      scope="closure"
      title={closure ? say('admin:closure.change', { name: nameOf(closure) }) : say('admin:closure.add')}
      fields={fieldsOf}
      initial={
        closure
          ? {
              ...closure,
              of: ofClosure(closure),
              substitute: closure.substitute ?? '',
              reason: closure.reason ?? {},
            }
          : { closure: newName(), of: '', from: today(), to: today(), substitute: '', reason: {} }
      }
      told={(values) => ({ method: 'PUT', path: `${PATH}/${text(values.closure)}`, body: bodyOf(values) })}
      seen={closure?.mark ?? none}
      foresees
      done={leave}
      cancel={leave}
    />
  )
}

const Removal = ({ closure, leave }: { closure: Closure; leave(): void }) => (
  <ChangeForm
    id={`closure-remove-${closure.closure}`}
    scope="closure"
    title={say('admin:closure.remove', { name: nameOf(closure) })}
    intro={<p>{say(closure.from < today() ? 'admin:closure.endsNow' : 'admin:closure.goes')}</p>}
    fields={() => []}
    initial={{}}
    told={() => ({ method: 'DELETE', path: `${PATH}/${closure.closure}` })}
    seen={closure.mark}
    foresees
    saveLabel={say('admin:form.remove')}
    done={leave}
    cancel={leave}
  />
)

export function Closures() {
  const closures = useStore(admin, (state) => state.place?.closures) ?? []
  const [open, setOpen] = useState<string>()
  const shut = () => setOpen(undefined)
  return (
    <Listed
      add={say('admin:closure.add')}
      empty={say('admin:closure.none')}
      open={open}
      setOpen={setOpen}
      form={<ClosureForm leave={shut} />}
      rows={closures.map((closure) => ({
        id: closure.closure,
        title: nameOf(closure),
        when: daysName(closure.from, closure.to),
        isNow: closure.from <= today(),
        told: closure.substitute
          ? say('admin:closure.servedBy', { name: stationName(closure.substitute) })
          : (closure.reason?.fi ?? ''),
        change: <ClosureForm closure={closure} leave={shut} />,
        remove: <Removal closure={closure} leave={shut} />,
      }))}
    />
  )
}
