/** What can be looked for in the queue, and how each is called. */
import { ORDINARY_LANE, SPECIAL_SUPPORT } from '#core/flow/named.ts'
import { type LookedFor, OTHER_LANGUAGE } from '#core/queue/looked-for.ts'
import { WAYS, WISHES } from '#core/request/choices.ts'
import { wayText } from '#core/say/contact.ts'
import { session } from '../../../state/session.ts'
import { attentionName, laneName, languageName, municipalityName } from '../../../words/names.ts'
import { say, speaker } from '../../../words/words.ts'
import { callbacks } from '../../state/callbacks.ts'

type Name = keyof LookedFor

const NAMES: { [One in Name]-?: (value: NonNullable<LookedFor[One]>) => string } = {
  danger: (isTold) => say(isTold ? 'narrow.danger' : 'narrow.noDanger'),
  today: (isWanted) => say(isWanted ? 'narrow.today' : 'narrow.notToday'),
  attention: (mark) => attentionName(mark),
  language: (code) => (code === OTHER_LANGUAGE ? say('narrow.otherLanguage') : languageName(code)),
  window: (wish) => say(`narrow.window.${wish}`),
  way: (way) => wayText(speaker(), way),
  municipality: (code) => municipalityName({ municipality: code }),
  lane: (lane) => (lane === ORDINARY_LANE ? say('narrow.ordinary') : laneName(lane)),
}

/** What one of the things that are looked for is called. */
export const toldName = (name: Name, value: LookedFor[Name]): string => NAMES[name](value as never)

/** Yes or nothing. */
export const TICKS: readonly (readonly [Name, LookedFor[Name]])[] = [
  ['danger', true],
  ['today', true],
  ['attention', SPECIAL_SUPPORT],
  ['language', OTHER_LANGUAGE],
]

/** One of a list. */
export const LISTS = ['window', 'way', 'municipality', 'lane'] as const
export const listOf = (name: (typeof LISTS)[number]): readonly string[] => {
  const { me } = session.get()
  if (name === 'window') return WISHES
  if (name === 'way') return WAYS
  if (name === 'lane') return me?.lanes?.map(({ lane }) => lane) ?? []
  return me?.municipalities?.map(({ code }) => code) ?? []
}

/** Looks for it, or for it no more. */
export function narrow(name: Name, value: LookedFor[Name]): void {
  const { [name]: _, ...others } = callbacks.get().filters
  callbacks.set({ filters: value === undefined ? others : { ...others, [name]: value } })
}
