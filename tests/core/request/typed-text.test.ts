/** What is typed or pasted is compared, kept and shown as it was meant. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedText } from '#core/request/typed-text.ts'

describe('typed text', () => {
  it.each([
    ['stays as it is', 'Hei, olen Äijö!\nToinen rivi.', 'Hei, olen Äijö!\nToinen rivi.'],
    ['is composed', 'Ha\u0308n lyo\u0308 minua', 'Hän lyö minua'],
    ['is composed also round what is dropped', 'a\u200b\u0308', 'ä'],
    [
      'has no NUL and no control but the end of a line',
      'a\u0000b\u0007c\u001bd\u007fe\u0085f\r\ng',
      'abcdef\ng',
    ],
    ['has a space for a tab', 'a\tb', 'a b'],
    ['has no half a character', 'a\ud83db\ude00c', 'abc'],
    ['has no width that cannot be seen', 'a\u200bb\u200cc\u2060d\u2064e\ufefff\u00adg', 'abcdefg'],
    ['turns no direction', '\u202aa\u202eb\u2066c\u2069\u200e\u200f\u202c\u061c\u206a', 'abc'],
    [
      'keeps a picture of several',
      '👩\u200d👩\u200d👧 ❤️\u200d🔥 👩🏽\u200d🚀',
      '👩\u200d👩\u200d👧 ❤️\u200d🔥 👩🏽\u200d🚀',
    ],
    ['drops a joiner that joins nothing', 'a\u200db 👩\u200d \u200d👩', 'ab 👩 👩'],
    ['keeps other hyphens and spaces', '040\u2011123\u00a0456', '040\u2011123\u00a0456'],
    [
      'keeps the joiners that Persian words are written with',
      'می\u200cخواهم کمک\u200cها',
      'می\u200cخواهم کمک\u200cها',
    ],
    ['keeps them after a mark of a vowel', 'مِی\u064e\u200cخ', 'مِی\u064e\u200cخ'],
    ['keeps those of India', 'क\u094d\u200dष ക്\u200dയ র\u200d্য', 'क\u094d\u200dष ക്\u200dയ র\u200d্য'],
    ['keeps one of several in a row', 'می\u200c\u200cخواهم', 'می\u200cخواهم'],
    ['drops them at the edges of such words', '\u200cمی\u200c خ\u200d', 'می خ'],
    ['drops them in words that need none', 'a\u0308\u200cb ж\u200dж', 'äb жж'],
    ['may be nothing', '\u200b\u0000', ''],
  ])('%s', (_what, given, meant) => {
    expect(typedText(given)).toBe(meant)
  })

  it('is well-formed, composed and the same when read again', () => {
    const units = fc.array(
      fc.constantFrom(
        'a',
        'ی',
        'خ',
        '\u064e',
        'क',
        '\u094d',
        '\u200c',
        '\u0308',
        '\u200d',
        '\u200b',
        '👩',
        '\ud83d',
        '\ude00',
        '\ufe0f',
        '\t',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          units.map((all) => all.join('')),
        ),
        (text) => {
          const once = typedText(text)
          expect(typedText(once)).toBe(once)
          expect(once.normalize('NFC')).toBe(once)
          expect(encodeURIComponent(once)).toBeTypeOf('string')
        },
      ),
    )
  })

  it('a long row of marks is read at once, wherever a joiner stands', () => {
    const marks = '\u0301'.repeat(8000)
    const from = performance.now()
    for (const text of [`क${marks}`, `क${marks}\u200dष`, `क\u200d${marks}`]) typedText(text)
    expect(performance.now() - from).toBeLessThan(500)
  })

  it('red twin: as it came, the same name is two', () => {
    const ways = ['Ha\u0308n', 'Hän\u200b', 'Hän']
    expect(new Set(ways).size).toBe(3)
    expect(new Set(ways.map(typedText)).size).toBe(1)
  })
})
