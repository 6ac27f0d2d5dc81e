/** What of the place is not as it should be, in words, with the page on which it is mended. */
import { MUNICIPALITIES } from '#core/flow/named.ts'
import type { PlaceKind } from '#core/request/choices.ts'
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../state/store.ts'
import { laneName } from '../../words/names.ts'
import { has, say } from '../../words/words.ts'
import { admin } from '../state/admin.ts'
import { addressOfPage, pageInAddress } from '../state/pages.ts'
import { areaName, dayName, type Fault, municipalityName, personName, stationName } from './names.ts'

/** So many days are named; the rest are counted. */
const MOST_DAYS = 4

function daysWords(days: readonly string[]): string {
  const named = days.slice(0, MOST_DAYS).map(dayName).join(', ')
  const rest = days.length - MOST_DAYS
  return rest > 0 ? say('admin:fault.moreDays', { days: named, count: rest }) : named
}

const NAMES: Record<string, (key: string) => string> = {
  areas: areaName,
  stations: stationName,
  hours: stationName,
  [MUNICIPALITIES]: municipalityName,
  lanes: laneName,
  staff: personName,
  duty: (key) => `${personName(key.split('/')[1] ?? '')}, ${areaName(key.split('/')[0] ?? '')}`,
  absences: (key) => personName(key.split('/')[0] ?? ''),
}

/** The server’s own sentence where the desk has none of its kind. */
export function faultWords({ code, of, says, days = [] }: Fault): string {
  const [kind = '', ...key] = of.split('/')
  const text = `admin:fault.${code}`
  if (!has(text)) return says
  return say(text, { name: NAMES[kind]?.(key.join('/')) ?? key.join('/'), days: daysWords(days) })
}

/** Where it is mended: who looks after an area has a page of its own. */
function pageOf({ code, of }: Fault): PlaceKind | 'absences' | 'closures' | 'staff' {
  const [kind] = of.split('/')
  if (code === 'without-duty') return 'absences'
  if (code === 'without-owner') return 'duty'
  return kind === 'organisation' || kind === undefined ? 'areas' : (kind as PlaceKind)
}

export function FaultList({ faults }: { faults: readonly Fault[] }) {
  const { page, kind } = pageInAddress()
  const here = kind ?? page
  return (
    <ul class="faults">
      {faults.map((fault) => (
        <li key={`${fault.code} ${fault.of}`}>
          <Icon shape="overdue" /> {faultWords(fault)}{' '}
          {pageOf(fault) !== here && (
            <a href={addressOfPage(pageOf(fault))}>{say(`admin:fault.to.${pageOf(fault)}`)}</a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** On top of every page, while there is anything to mend. */
export function Faults() {
  const faults = useStore(admin, (state) => state.place?.faults)
  if (!faults || faults.length === 0) return null
  return (
    <section class="notice" aria-labelledby="faults">
      <h3 id="faults">{say('admin:fault.title', { count: faults.length })}</h3>
      <FaultList faults={faults} />
    </section>
  )
}
