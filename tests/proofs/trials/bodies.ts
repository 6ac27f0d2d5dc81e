/** Requests as many residents would send them: every described situation, words of all kinds, and a few that do not replay. */
import type { CallbackRequestBody, Contact } from '#core/contract/callback.ts'
import { asking } from '../../support/asking.ts'
import { loadCases } from '../../support/content.ts'

const WORDS = [
  'Rahat loppu, vuokra maksamatta.',
  '”Äiti ei pärjää” – 😟\nkaksi riviä\tja sarkain',
  "Robert'); drop table callback_request;--",
  'Ж'.repeat(400),
  '{"id":"…"} %00 \\u0000',
]
const situations = loadCases()
const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

/** A number of one's own, but every seventh shares a phone with two others. */
const phoneOf = (index: number) => `040 ${1_000_000 + (index % 7 === 0 ? Math.floor(index / 21) : index)}`

function contactOf(index: number): Partial<Contact> {
  const ownWords = `${index}. ${at(WORDS, index)}`
  if (index % 11 === 0) return { way: 'visit', phone: '', ownWords }
  const name = index % 3 === 0 ? { name: `Veera ${index}` } : {}
  return { way: at(['call', 'text', 'shared-phone'], index), phone: phoneOf(index), ...name, ownWords }
}

/** The `index`th body; its own words begin with its number, so that it is known again whatever its id. */
export function bodyOf(index: number, revision: string): CallbackRequestBody {
  const { answers } = at(situations, index)
  const doesNotReplay = index % 9 === 4
  const body = asking(revision, {
    on: new Date().toISOString().slice(0, 10),
    answers: doesNotReplay ? { ...answers, 'not-a-question': 'x' } : { ...answers },
    contact: contactOf(index),
  })
  const { phone, ...rest } = body.contact
  return phone ? body : { ...body, contact: rest }
}
