/**
 * The one judge of a telephone number: for the form, an answer of a conversation and the server alike. Who passes here is never refused
 * later, and what is written around a number, as people do, is no fault of theirs.
 *
 * Finnish numbers by the plan of Traficom (regulation 32, https://www.traficom.fi): those that a person may be called at. Premium
 * rate (0600, 0700) and short numbers (112, 116 117) are nobody’s own. A test holds the table against libphonenumber’s.
 */

/** National numbers without their leading 0: mobile, landline, free of charge, of companies. */
const FINNISH = [
  /^(4[0-8]|50)\d{4,8}$/,
  /^1[3-8][1-8]\d{3,6}$/,
  /^(19[1-8]|[23568][1-8]\d|9(00|[1-8]\d))\d{2,6}$/,
  /^800\d{4,6}$/,
  /^(10|29|3[09]|70[1-5]\d)\d{4,8}$/,
  /^20(\d{4,8}|[2-59]\d\d)$/,
  /^60[12]\d{5,6}$/,
  /^7(099\d{4,5}|5[03-9]\d{3,7})$/,
  /^(606|7(0[78]|1|3\d))\d{7}$/,
]
/** Country codes of ITU-T E.164 by their zones, and what a whole number may have after the `+`. */
const FOREIGN =
  /^(?!358)(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|3[578]\d|42\d|5[09]\d|6[789]\d|8[058]\d|9[67]\d|99[2-68])\d{5,}$/
const MOST_DIGITS = 15
/**
 * Behind `00`, as long as a Finnish mobile number and shorter than those of the countries whose codes begin so: `0040 123 4567` is
 * rather 040 with a zero too many than somebody in Romania, and nobody is called by a guess.
 */
const DOUBTFUL = /^(4[0-8]|50)\d{4,7}$/

/** Signs without an own form: of direction, of joining, soft hyphens, controls. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu
/** Digits of other scripts that have ten in a row, by their zero. */
const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50]
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu

function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) as number
  const zero = ZEROS.find((one) => one <= code && code < one + 10)
  return zero === undefined ? digit : String(code - zero)
}

/** Digits above or below the line. */
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u2089]/g
/** The numbers of a list, `1. 040 123 4567 2. 050 765 4321`: one would be dialled with the other's. */
const LISTED = /(^|\s)\d[.)](?=\s*[+0])/g
/** How many, or which of them, at the end: `(2)`; and a Finnish personal identity code, whose six digits are a day of birth. */
const BESIDE = /\(\d{1,2}\)(?=\s*$)|(?<!\d)\d{6}[-+A-FU-Y]\d{3}[A-FHJ-NPR-Y](?![\p{L}\d])/giu

/** As one would type it on a plain keyboard: plain digits, spaces, `+`. */
const plain = (typed: string): string =>
  typed
    // a mark of a note is no digit of the number
    .replace(RAISED, ' ')
    .normalize('NFKC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(UNSEEN, '')
    .replace(OTHER_DIGIT, latinDigit)
    // the letter beside the zero, where a number begins
    .replace(/(^|[^\p{L}\d])[oO](?=[\s-]?\d)/gu, '$10')
    // and the letters that look like a one, in the middle of it: what follows them would be taken for a landline
    .replace(/(?<=\d[\s-]?)[lI](?=[\s-]?\d)/g, '1')

const isFinnish = (national: string) => FINNISH.some((kind) => kind.test(national))

/** Where the zero of calls at home is a digit of the whole number: Italy with San Marino, and some countries of Africa. */
const KEEPS_ZERO = /^(39|378|22[59]|24[12])/

/** `+46 (0)70 123 45 67` is `+46701234567`. @returns the whole number, with its `+`, where these digits are one */
function foreign(written: string): string | undefined {
  const code = FOREIGN.exec(written)?.[1]
  if (code === undefined) return undefined
  const number = KEEPS_ZERO.test(code) ? written : code + written.slice(code.length).replace(/^0/, '')
  return number.length > MOST_DIGITS ? undefined : `+${number}`
}

/** @returns E.164, where these digits are a whole number */
function whole(piece: string): string | undefined {
  const digits = piece.replace(/\D/g, '')
  const prefix = /^\D*\+/.test(piece) ? '' : digits.startsWith('00') ? '00' : undefined
  const country = prefix === undefined ? undefined : digits.slice(prefix.length)
  if (country !== undefined && !country.startsWith('358'))
    return prefix && DOUBTFUL.test(country) ? undefined : foreign(country)
  const abroad = digits.replace(/^(00)?358/, '')
  const national = [digits, ...(abroad === digits ? [] : [abroad])].map((one) => one.replace(/^0/, ''))
  const found = country === undefined ? national.find(isFinnish) : national.slice(1).find(isFinnish)
  return found && `+358${found}`
}

/** The first of the pieces, each as long as it may be, that is a whole number; `040 123 4567 17–20` ends where it stops being one. */
function firstOf(pieces: string[]): string | undefined {
  for (const piece of pieces) {
    const groups = piece.trim().split(/\s+/)
    for (let end = groups.length; end > 0; end--) {
      const found = whole(groups.slice(0, end).join(' '))
      if (found) return found
    }
  }
  return undefined
}

/**
 * Reads a number as people write it: with spaces, dots, hyphens and slashes, `(0)`, `00358`, words around it (`040 123 4567 iltaisin`),
 * two of them (the first counts), digits of other scripts, signs nobody sees. Reading what it gave gives the same.
 * @returns E.164 (`+358401234567`); `undefined` when there is no number that a person can be called at
 */
export function readPhone(typed: string): string | undefined {
  const pieces = plain(typed)
    .replace(LISTED, ',')
    .replace(BESIDE, ' ')
    .split(/[\p{L}#]+/u)
    .filter((piece) => /\d/.test(piece))
  const parted = pieces.flatMap((piece) => piece.split(/[,;/|&]+|\s+(?=[0+])/))
  // beside other digits (a day, a time) only what begins as a number does is taken for one: 24.12.2026 is a landline too
  const begun = parted.filter((piece) => /^[^\d+]*[0+]/.test(piece))
  const first = (all: string[]) => all.map(whole).find((found) => found !== undefined)
  return (
    first(pieces.filter((piece) => pieces.length === 1 || begun.includes(piece))) ??
    firstOf(begun) ??
    first(pieces)
  )
}

/** A number without what people put between its digits: for showing it, never for judging it. */
export const phoneDigits = (number: string): string => number.replace(/[\s().\-–/]/g, '')
