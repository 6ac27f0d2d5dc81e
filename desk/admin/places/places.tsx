/** Areas, stations, hours and the other dated things: as they stand today, with what is planned. */
import { useEffect, useState } from 'preact/hooks'
import { PLACE_KINDS, type PlaceKind } from '#core/request/choices.ts'
import { useStore } from '../../state/store.ts'
import { say, spokenLanguage } from '../../words/words.ts'
import { Listed } from '../parts/listed.tsx'
import { dayName, today } from '../parts/names.ts'
import { admin } from '../state/admin.ts'
import { addressOfPage } from '../state/pages.ts'
import { EndForm, type Fact, FactForm, phaseOf } from './fact-form.tsx'
import { KINDS } from './kinds.ts'

function whenOf({ validFrom, validTo }: Fact): string {
  if (validFrom > today())
    return validTo
      ? say('admin:days.both', { from: dayName(validFrom), to: dayName(validTo) })
      : say('admin:days.from', { day: dayName(validFrom) })
  return validTo ? say('admin:days.until', { day: dayName(validTo) }) : say('admin:days.open')
}

const idOf = (fact: Fact) => `${fact.key} ${phaseOf(fact)}`

/** Lines in their order, everything else by name. */
function inOrder(kind: PlaceKind, facts: readonly Fact[]): Fact[] {
  const { name } = KINDS[kind]
  const position = ({ value }: Fact) => (value as { position?: number }).position ?? 0
  return [...facts].sort(
    (a, b) =>
      position(a) - position(b) ||
      name(a.key).localeCompare(name(b.key), spokenLanguage()) ||
      a.validFrom.localeCompare(b.validFrom),
  )
}

const KindPicker = ({ kind }: { kind: PlaceKind }) => (
  <ul class="kinds" aria-label={say('admin:places.kinds')}>
    {PLACE_KINDS.map((one) => (
      <li key={one}>
        <a href={addressOfPage(one)} aria-current={one === kind ? 'page' : undefined}>
          {say(`admin:places.${one}`)}
        </a>
      </li>
    ))}
  </ul>
)

export function Places({ kind }: { kind: PlaceKind }) {
  const facts = useStore(admin, (state) => state.place?.[kind]) ?? []
  const [open, setOpen] = useState<string>()
  useEffect(() => setOpen(undefined), [kind])
  const shut = () => setOpen(undefined)
  const { name, summary } = KINDS[kind]
  return (
    <>
      <KindPicker kind={kind} />
      <p class="soft">{say(`admin:places.intro.${kind}`)}</p>
      <Listed
        key={kind}
        add={say(`admin:place.add.${kind}`)}
        empty={say('admin:places.none')}
        open={open}
        setOpen={setOpen}
        form={<FactForm kind={kind} leave={shut} />}
        rows={inOrder(kind, facts).map((fact) => ({
          id: idOf(fact),
          title: name(fact.key),
          when: whenOf(fact),
          isNow: fact.validFrom <= today(),
          told: summary(fact.value as Record<string, unknown>),
          change: <FactForm kind={kind} fact={fact} leave={shut} />,
          remove: <EndForm kind={kind} fact={fact} leave={shut} />,
          removeLabel: say('admin:place.endDo'),
        }))}
      />
    </>
  )
}
