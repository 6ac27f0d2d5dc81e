/** Which wings there are, who may enter them, and how each is loaded: an editor’s browser never gets the code that shows a resident. */
import type { Me } from '#core/contract/desk.ts'
import type { Wing } from '../parts/wing.ts'
import { speakAlso } from '../words/words.ts'

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
    load: async () => {
      const [{ statisticsWing }] = await Promise.all([
        import('../statistics/wing.tsx'),
        speakAlso('statistics'),
      ])
      return statisticsWing
    },
  },
  {
    name: 'admin',
    mayEnter: ({ roles }) => roles.includes('admin'),
    load: async () => {
      const [{ adminWing }] = await Promise.all([import('../admin/wing.tsx'), speakAlso('admin')])
      return adminWing
    },
  },
]

/** Those that a person may enter, in their order. */
export const doorsOf = (me: Me): readonly Door[] => doors.filter((door) => door.mayEnter(me))

/** The door that a person stands before; nothing when there is none for them. */
export const doorFor = (me: Me, wing: string | undefined): Door | undefined => {
  const open = doorsOf(me)
  return open.find(({ name }) => name === wing) ?? open[0]
}
