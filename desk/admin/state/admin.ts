/** What the administration knows: the place as it stands and is planned, and who works there. In memory only. */
import type { Numbers, PlaceCalendar, PlaceChanges, PlaceTables } from '#core/contract/administration.ts'
import type { StaffList } from '#core/contract/staff.ts'
import { asRefused, call, Refused } from '../../net/api.ts'
import { setClock, steadyNow } from '../../state/clock.ts'
import { sessionEnded, whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'

export type AdminPlace = PlaceTables
export type Person = StaffList['staff'][number]

type AdminState = {
  place: AdminPlace | undefined
  staff: readonly Person[]
  numbers: Numbers['numbers'] | undefined
  changes: PlaceChanges | undefined
  calendar: PlaceCalendar['days'] | undefined
  /** why the last reading gave nothing */
  refused: Refused | undefined
}

const nothing: AdminState = {
  ...{
    place: undefined,
    staff: [],
    numbers: undefined,
    changes: undefined,
    calendar: undefined,
    refused: undefined,
  },
}
export const admin = createStore<AdminState>(nothing)
whenForgotten(() => admin.set(nothing))

const PLACE = '/api/admin/place'

/**
 * One request of the administration. An act that got no answer may have been done all the same: told again it is not done twice.
 * Throws `Refused`.
 */
export async function ask<Answer>(...asked: Parameters<typeof call>): Promise<Answer> {
  try {
    return await call<Answer>(...asked)
  } catch (thrown) {
    const refused = asRefused(thrown)
    const isAct = asked[0] !== 'GET'
    if (refused.code === 'signed-out') sessionEnded(isAct ? 'undone' : 'ended')
    throw isAct && refused.code === 'network' ? new Refused('unsure') : refused
  }
}

async function reading(read: () => Promise<Partial<AdminState>>): Promise<void> {
  try {
    admin.set({ ...(await read()), refused: undefined })
  } catch (thrown) {
    admin.set({ refused: asRefused(thrown) })
  }
}

/** Reads the place and the people anew; what is on the screen stays where nothing is heard. */
export const readPlace = () =>
  reading(async () => {
    const asked = steadyNow()
    const [place, { staff }] = await Promise.all([
      ask<AdminPlace>('GET', PLACE),
      ask<StaffList>('GET', '/api/admin/staff'),
    ])
    setClock(Date.parse(place.now), asked)
    return { place, staff }
  })

export const readNumbers = () =>
  reading(async () => ({ numbers: (await ask<Numbers>('GET', `${PLACE}/numbers`)).numbers }))

export const readCalendar = () =>
  reading(async () => ({ calendar: (await ask<PlaceCalendar>('GET', `${PLACE}/calendar`)).days }))

/** The newest changes, or those before the last that is shown. */
export const readChanges = (more = false) =>
  reading(async () => {
    const known = more ? admin.get().changes : undefined
    const page = await ask<PlaceChanges>(
      'GET',
      `/api/admin/changes${known?.before === undefined ? '' : `?before=${known.before}`}`,
    )
    return { changes: { ...page, changes: [...(known?.changes ?? []), ...page.changes] } }
  })
