/** Which wings there are, who may enter them, and how each is loaded: an editor’s browser never gets the code that shows a resident. */
import type { Me } from '#core/contract/desk.ts'
import type { Wing } from '../parts/wing.ts'

export type Door = {
  /** in the address, and everywhere else in the house */
  name: string
  mayEnter(me: Me): boolean
  load(): Promise<Wing>
}

/** The first one that a person may enter is theirs when the address names none. */
export const doors: readonly Door[] = [
  {
    name: 'callbacks',
    // editors, auditors and mere admins may not read requests
    mayEnter: ({ roles }) => roles.some((role) => role === 'coordinator' || role === 'lead'),
    load: async () => (await import('../callbacks/wing.tsx')).callbacksWing,
  },
  {
    name: 'statistics',
    mayEnter: ({ roles }) => roles.includes('lead'),
    load: async () => (await import('../statistics/wing.tsx')).statisticsWing,
  },
]

/** The door that a person stands before; nothing when there is none for them. */
export const doorFor = (me: Me, wing: string | undefined): Door | undefined => {
  const open = doors.filter((door) => door.mayEnter(me))
  return open.find(({ name }) => name === wing) ?? open[0]
}
