/** What is wrong with a place, in a sentence. */

export type PlaceFault = {
  /** what kind of thing is at fault */
  code:
    | 'backwards'
    | 'overlap'
    | 'no-phone'
    | 'unknown'
    | 'outside-hours'
    | 'substitute'
    | 'without-owner'
    | 'without-area'
    | 'without-duty'
    | 'joined-roles'
    | 'without-112'
    | 'without-guidance'
    | 'without-lane'
    | 'past'
  /** of which thing: `areas/south` */
  of: string
  /** the field that a change of it would name */
  field: string
  /** a sentence that says what to do */
  says: string
  /** on which days, or from which on */
  days?: string[]
}

const TOLD_ALONE: readonly PlaceFault['code'][] = ['without-duty', 'without-lane', 'joined-roles']
/** Such facts cannot be; the others can, and somebody should hear of them. */
export const isImpossible = ({ code }: PlaceFault): boolean => !TOLD_ALONE.includes(code)

export const sameFault = (a: PlaceFault, b: PlaceFault): boolean =>
  a.code === b.code && a.of === b.of && a.field === b.field
