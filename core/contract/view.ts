/** How one coordinator looks at the queue, kept under a name; and how their desk stands. It tells of no resident. */
import Type, { type Static } from 'typebox'
import { DENSITIES, LENSES, LONGEST_NAME } from '../queue/view.ts'
import { WAYS, WISHES } from '../request/choices.ts'
import { GIVEN_NAME } from './queue.ts'

const closed = { additionalProperties: false } as const
const Given = Type.Optional(Type.String({ pattern: GIVEN_NAME }))

/** What is looked for in the queue, as the queue itself is asked for it. */
export const Filters = Type.Object(
  {
    danger: Type.Optional(Type.Boolean()),
    today: Type.Optional(Type.Boolean()),
    way: Type.Optional(Type.Enum([...WAYS])),
    window: Type.Optional(Type.Enum([...WISHES])),
    lane: Given,
    language: Given,
    municipality: Given,
    attention: Given,
  },
  closed,
)
export type Filters = Static<typeof Filters>

const told = {
  /** the person’s own word for it */
  name: Type.String({ minLength: 1, maxLength: LONGEST_NAME, pattern: '\\S' }),
  lens: Type.Enum([...LENSES]),
  area: Given,
  filters: Filters,
}
export const ViewTold = Type.Object(told, closed)
export type ViewTold = Static<typeof ViewTold>

export const DeskView = Type.Object({ id: Type.String(), ...told })
export type DeskView = Static<typeof DeskView>

export const DeskSettings = Type.Object(
  {
    /** how much stands in a row’s height */
    rows: Type.Enum([...DENSITIES]),
    /** single keys do something */
    keys: Type.Boolean(),
    /** the browser shows, or sounds, that somebody has come to the queue; absent: it does not */
    notice: Type.Optional(Type.Boolean()),
    sound: Type.Optional(Type.Boolean()),
    /** the view that was used last; absent: none */
    view: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
  },
  closed,
)
export type DeskSettings = Static<typeof DeskSettings>

/** Of who asks alone, the first made first. */
export const DeskViews = Type.Object({ views: Type.Array(DeskView), settings: DeskSettings })
export type DeskViews = Static<typeof DeskViews>
