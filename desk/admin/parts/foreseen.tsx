/** What a change touches, before it is made: promised requests by area and day, and what residents would be promised. */
import type { PlaceFindings, PlacePreview } from '#core/contract/administration.ts'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { admin } from '../state/admin.ts'
import { FaultList } from './faults.tsx'
import { areaName, dayName, promiseName } from './names.ts'

const Touched = ({ touched }: Pick<PlacePreview, 'touched'>) =>
  touched.length === 0 ? (
    <p>{say('admin:foreseen.untouched')}</p>
  ) : (
    <>
      <table class="table">
        <caption>{say('admin:foreseen.touched')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('admin:foreseen.day')}</th>
            <th scope="col">{say('admin:foreseen.area')}</th>
            <th scope="col">{say('admin:foreseen.requests')}</th>
            <th scope="col">{say('admin:foreseen.places')}</th>
          </tr>
        </thead>
        <tbody>
          {touched.map(({ area, day, requests, places }) => (
            <tr key={`${area} ${day}`}>
              <td>{dayName(day)}</td>
              <td>{areaName(area)}</td>
              <td class="number">{requests}</td>
              <td>{places === 0 ? say('admin:foreseen.nobody') : places}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say('admin:foreseen.kept')}</p>
    </>
  )

const Promises = ({ promises, day }: Pick<PlacePreview, 'promises' | 'day'>) => (
  <table class="table">
    <caption>{say('admin:foreseen.promises', { day: dayName(day) })}</caption>
    <thead>
      <tr>
        <th scope="col">{say('admin:foreseen.area')}</th>
        <th scope="col">{say('admin:foreseen.before')}</th>
        <th scope="col">{say('admin:foreseen.after')}</th>
      </tr>
    </thead>
    <tbody>
      {promises.map(({ area, before, after }) => {
        const isSame = before?.until === after?.until
        return (
          <tr key={area} class={isSame ? '' : 'changed'}>
            <td>{areaName(area)}</td>
            <td>{promiseName(before)}</td>
            <td>{isSame ? say('admin:foreseen.same') : <strong>{promiseName(after)}</strong>}</td>
          </tr>
        )
      })}
    </tbody>
  </table>
)

type ForeseenProps = {
  found: PlaceFindings | undefined
  day: string
  setDay(day: string): void
  /** first name or whole name of who falls ill */
  who?: string | undefined
}

export function Foreseen({ found, day, setDay, who }: ForeseenProps) {
  const known = useStore(admin, (state) => state.place?.faults) ?? []
  const preview = found?.preview
  const isKnown = (code: string, of: string, days = '') =>
    known.some((fault) => fault.code === code && fault.of === of && (fault.days ?? []).join() === days)
  const fresh = found?.faults.filter(({ code, of, days }) => !isKnown(code, of, (days ?? []).join())) ?? []
  return (
    <section class="foreseen" aria-labelledby="foreseen" aria-live="polite">
      <h4 id="foreseen">{say('admin:foreseen.title')}</h4>
      {!preview && <p class="soft">{say('admin:foreseen.none')}</p>}
      {preview && (
        <>
          {preview.held !== undefined && preview.held > 0 && (
            <p>{say('admin:foreseen.held', { count: preview.held, who })}</p>
          )}
          {fresh.length > 0 && (
            <div class="notice">
              <FaultList faults={fresh} />
            </div>
          )}
          <Touched touched={preview.touched} />
          <Promises promises={preview.promises} day={preview.day} />
          <label class="field field-day">
            <span>{say('admin:foreseen.other')}</span>
            <input
              type="date"
              value={day || preview.day}
              onInput={({ currentTarget }) => setDay(currentTarget.value)}
            />
          </label>
        </>
      )}
    </section>
  )
}
