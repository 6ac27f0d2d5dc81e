/** Text as somebody meant it: what a keyboard, a copied page or another system puts between the letters unseen is no part of it. */

/** Controls but the end of a line; half a character; what has no width or turns the direction of others; the soft hyphen. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is controls that are dropped
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u061c\u2060-\u2064\u2066-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Scripts whose letters change their shape by what joins or parts them: Persian, Arabic and others, and those of India and round it. */
const SHAPED = String.raw`[\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Mymr}\p{sc=Khmr}]`
const PICTURE = String.raw`\p{Extended_Pictographic}`
/**
 * Joiners that say something: between such letters, and the one that makes one picture of several. Anywhere else they are unseen.
 * What stands before is looked at where a joiner is, and nowhere else: from every mark of a long row it would take seconds.
 */
const JOINERS = new RegExp(
  String.raw`(?=[\u200c\u200d])(?:((?<=(?=[\p{L}\p{M}])${SHAPED}\p{M}*)[\u200c\u200d](?=(?=[\p{L}\p{M}])${SHAPED})|(?<=${PICTURE}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=${PICTURE}))|[\u200c\u200d])`,
  'gu',
)
/** The last of several in a row is the one. */
const REPEATED = /[\u200c\u200d]+(?=[\u200c\u200d])/g

/**
 * Composed (NFC), without what cannot be seen; ends of lines stay, a tab is a space, pictures joined from several stay whole, and so do
 * words of scripts that need a joiner. Pure; done twice it is the same as once.
 */
export const typedText = (text: string): string =>
  text.replaceAll('\t', ' ').replace(UNSEEN, '').replace(REPEATED, '').replace(JOINERS, '$1').normalize('NFC')
