/** The languages in which the check speaks to the person who asked: its sentences, and the map's and the command's own words. */
import english from '#core/check/said/en.json' with { type: 'json' }
import finnish from '#core/check/said/fi.json' with { type: 'json' }
import englishMap from '#core/check/said/map.en.json' with { type: 'json' }
import finnishMap from '#core/check/said/map.fi.json' with { type: 'json' }
import swedishMap from '#core/check/said/map.sv.json' with { type: 'json' }
import type { Sentences } from '#core/check/said/saying.ts'
import swedish from '#core/check/said/sv.json' with { type: 'json' }

export type MapPhrases = typeof englishMap
export type CheckLanguage = { sentences: Sentences; phrases: MapPhrases }

/** By their codes; English is the developers', and what is spoken when none is asked for. */
export const LANGUAGES: Record<string, CheckLanguage> = {
  en: { sentences: english, phrases: englishMap },
  fi: { sentences: finnish, phrases: finnishMap },
  sv: { sentences: swedish, phrases: swedishMap },
}
