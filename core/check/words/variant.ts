/** A language that is a form of another one of the house: it says what it says in its own way, and the rest as its base does. */
import { baseOf, isVariant } from '../../say/language-tag.ts'
import { SOURCE_LANGUAGE } from '../base/content.ts'
import { record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { plainKey, serves, type Texts } from '../base/text-forms.ts'

/** Two texts of one language may well be alike: plain Finnish is Finnish. */
export const isFormOfSource = (language: string): boolean => baseOf(language) === SOURCE_LANGUAGE

/** A form of a language that the house has. */
export const isVariantHere = ({ content }: Survey, language: string): boolean =>
  isVariant(language, record(content.languages[language])) && baseOf(language) in content.words

/**
 * What a variant must have of the texts of its source: the forms of what it says itself. A near one would else be told what
 * is meant for *you*, because words of its own serve before a form of another language.
 */
export const lacksForm = (texts: Texts, key: string): boolean => plainKey(key) !== key && serves(texts, key)
