import { describe, expect, it } from 'vitest'
import { phoneText } from '#core/say/phone.ts'

describe('a phone number', () => {
  it.each([
    ['+358401234567', '040 123 4567'],
    ['0401234567', '040 123 4567'],
    ['040-123 4567', '040 123 4567'],
    ['+3584012345678', '040 123 45678'],
    ['+46701234567', '+46 701 234 567'],
    ['112', '112'],
    ['my sister has it', 'my sister has it'],
  ])('%s is read as %s', (number, words) => {
    expect(phoneText(number)).toBe(words)
  })
})
