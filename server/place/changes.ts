/** What has been changed of the place and of the people: who, when, and of which thing; with ids and nothing else. */
import type { View } from '../store/store.ts'

const PAGE = 50

export type PlaceChange = {
  number: number
  at: string
  /** first and last name; empty: an operator at the server */
  by: string
  /** `place:closures/christmas`, `place:end:areas/south`, `staff-roles:{person}` */
  action: string
}

/** The newest first. @param before the number of the last one that was shown */
export async function changesBefore(view: View, before?: number) {
  const rows = await view.log.changes(before, PAGE + 1)
  const names = new Map((await view.people.all()).map(({ person, name }) => [person, name]))
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    changes: shown.map(
      ({ number, at, person, action }): PlaceChange => ({
        ...{ number, at: new Date(at).toISOString(), by: names.get(person) ?? '', action },
      }),
    ),
    ...(rows.length > PAGE && last && { before: last.number }),
  }
}
