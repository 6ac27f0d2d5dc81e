/** What was changed of the place and of the people: when, by whom, and of which thing. */
import { useEffect } from 'preact/hooks'
import { MUNICIPALITIES } from '#core/flow/named.ts'
import { useStore } from '../../state/store.ts'
import { momentWords } from '../../words/dates.ts'
import { laneName } from '../../words/names.ts'
import { say, sayFirst } from '../../words/words.ts'
import { areaName, municipalityName, personName, stationName } from '../parts/names.ts'
import { KINDS, lineName } from '../places/kinds.ts'
import { admin, readChanges } from '../state/admin.ts'

const NAMES: Record<string, (key: string) => string> = {
  areas: areaName,
  stations: stationName,
  hours: stationName,
  [MUNICIPALITIES]: municipalityName,
  lanes: laneName,
  lines: lineName,
  duty: (key) => KINDS.duty.name(key),
  absences: (key) => personName(key.split('/')[0] ?? ''),
  closures: () => '',
  organisation: () => '',
}

const named = (what: string, name: string) => (name ? `${what}: ${name}` : what)

/** `place:end:areas/south` → “Alue päättyy: Etelä”. What has no words is shown as it is written. */
export function changeWords(action: string): string {
  const [room = '', ...rest] = action.split(':')
  if (room !== 'place') return named(sayFirst([`admin:did.${room}`], action), personName(rest.join(':')))
  const isEnd = action.startsWith('place:end:')
  if (rest[0] === 'verified') {
    const [, kind = '', key = ''] = rest
    const name = kind === 'line' ? lineName(key) : kind === 'area-phone' ? areaName(key) : stationName(key)
    return named(say('admin:did.verified'), name)
  }
  const [kind = '', ...key] = (isEnd ? rest.slice(1) : rest).join(':').split('/')
  const name = NAMES[kind]?.(key.join('/')) ?? key.join('/')
  const what = sayFirst([`admin:did.${isEnd ? 'end.' : ''}${kind}`], action)
  return named(what, name)
}

export function ChangesPage() {
  const known = useStore(admin, (state) => state.changes)
  useEffect(() => void readChanges(), [])
  if (!known) return <p class="soft">{say('admin:loading')}</p>
  return (
    <div class="listed">
      <p class="soft">{say('admin:changes.intro')}</p>
      {known.changes.length === 0 && <p class="soft">{say('admin:changes.none')}</p>}
      <ol class="changes">
        {known.changes.map(({ number, at, by, action }) => (
          <li key={number}>
            <span class="soft">{momentWords(at)}</span>
            <span>{changeWords(action)}</span>
            <span class="soft">{by || say('admin:changes.operator')}</span>
          </li>
        ))}
      </ol>
      {known.before !== undefined && (
        <p>
          <button type="button" class="button" onClick={() => void readChanges(true)}>
            {say('admin:changes.more')}
          </button>
        </p>
      )}
    </div>
  )
}
