/** The pages of the administration: `#/admin/{page}`. */
import { PLACE_KINDS, type PlaceKind } from '#core/request/choices.ts'
import { address, addressOf } from '../../state/address.ts'

export const PAGES = ['absences', 'closures', 'calendar', 'staff', 'places', 'numbers', 'changes'] as const
type PageName = (typeof PAGES)[number]
/** A page, and of the places which kind of thing. */
export type AdminPage = { page: PageName; kind?: PlaceKind }

const isKind = (name: string | undefined): name is PlaceKind =>
  (PLACE_KINDS as readonly (string | undefined)[]).includes(name)

/** The page that the address names; the first one when it names none. */
export function pageInAddress(): AdminPage {
  const { page } = address.get()
  if (page === 'places') return { page, kind: 'areas' }
  if (isKind(page)) return { page: 'places', kind: page }
  return { page: PAGES.find((name) => name === page) ?? 'absences' }
}

export const addressOfPage = (page: PageName | PlaceKind): string => addressOf('admin', page)
