/** The worklist of numbers and pages: a person calls each, and says whether the right place answered. */
import { useEffect, useState } from 'preact/hooks'
import type { Numbers } from '#core/contract/administration.ts'
import { asRefused, type Refused } from '../../net/api.ts'
import { speaking } from '../../state/speaking.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { areaName, dayName, stationName } from '../parts/names.ts'
import { refusalWords } from '../parts/refusal.ts'
import { lineName } from '../places/kinds.ts'
import { admin, ask, readNumbers, readPlace } from '../state/admin.ts'

type One = Numbers['numbers'][number]

function nameOf({ id }: One): string {
  const [kind = '', key = ''] = id.split(':')
  if (kind === 'line') return lineName(key)
  const name = kind === 'area-phone' ? areaName(key) : stationName(key)
  return say(`admin:number.${kind}`, { name })
}

const isPage = ({ id }: One) => /^station-(page|booking):/.test(id)

function checkWords({ state, checkedOn, checkedBy, nextCheck }: One): string {
  if (!checkedOn) return say(`admin:number.state.${state}`)
  const values = { day: dayName(checkedOn), by: checkedBy, next: nextCheck ? dayName(nextCheck) : '' }
  return `${say(`admin:number.state.${state}`)} ${say('admin:number.checked', values)}`
}

type RowProps = { one: One; busy: boolean; check(reached: boolean): void; refused: Refused | undefined }

const Row = ({ one, busy, check, refused }: RowProps) => (
  <li class="card" data-number={one.id}>
    <div class="row-told">
      <h3>{nameOf(one)}</h3>
      {one.value && <p class="number-value">{one.value}</p>}
      <p class={one.state === 'verified' ? 'soft' : ''}>{checkWords(one)}</p>
      <p class="soft">{say(one.shown ? 'admin:number.shown' : 'admin:number.hidden')}</p>
    </div>
    {one.value && (
      <div class="row-acts">
        {([true, false] as const).map((reached) => {
          const label = say(`admin:number.${isPage(one) ? 'page' : 'call'}.${reached ? 'right' : 'wrong'}`)
          return (
            <button
              key={label}
              type="button"
              class="button"
              aria-disabled={busy}
              aria-label={`${label}: ${nameOf(one)}`}
              onClick={() => !busy && check(reached)}
            >
              {label}
            </button>
          )
        })}
      </div>
    )}
    <div role="alert">{refused && <p class="problem">{refusalWords(refused, 'number')}</p>}</div>
  </li>
)

export function NumbersPage() {
  const numbers = useStore(admin, (state) => state.numbers)
  const [busy, setBusy] = useState<string>()
  const [refused, refuse] = useState<{ id: string; why: Refused }>()
  useEffect(() => void readNumbers(), [])
  const check = async ({ id }: One, reached: boolean) => {
    setBusy(id)
    refuse(undefined)
    try {
      await ask('POST', `/api/admin/place/numbers/${encodeURIComponent(id)}/checked`, { reached })
      speaking.set({ announcement: say('admin:form.saved') })
      await Promise.all([readNumbers(), readPlace()])
    } catch (thrown) {
      refuse({ id, why: asRefused(thrown) })
    }
    setBusy(undefined)
  }
  return (
    <div class="listed">
      <p class="soft">{say('admin:number.intro')}</p>
      {!numbers && <p class="soft">{say('admin:loading')}</p>}
      <ul class="listed-rows">
        {numbers?.map((one) => (
          <Row
            key={one.id}
            one={one}
            busy={busy === one.id}
            check={(reached) => void check(one, reached)}
            refused={refused?.id === one.id ? refused.why : undefined}
          />
        ))}
      </ul>
    </div>
  )
}
