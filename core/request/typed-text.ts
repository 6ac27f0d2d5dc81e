/** Text as somebody meant it: what a keyboard, a copied page or another system puts between the letters unseen is no part of it. */

/** Controls but the end of a line; half a character; what has no width or turns the direction of others; the soft hyphen. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is controls that are dropped
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** The joiner that makes one picture of several; anywhere else it is unseen too. */
const JOINER =
  /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu

/**
 * Composed (NFC), without what cannot be seen; ends of lines stay, a tab is a space, pictures joined from several stay whole.
 * Pure; done twice it is the same as once.
 */
export const typedText = (text: string): string =>
  text.replaceAll('\t', ' ').replace(UNSEEN, '').replace(JOINER, '').normalize('NFC')
