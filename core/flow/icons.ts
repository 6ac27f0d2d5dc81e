/** Pictures that an option may have, each drawn once in the widget: a row is found again by them, and never told by them alone. */
export const ICONS = [
  'home',
  'money',
  'bill',
  'key',
  'work',
  'family',
  'shield',
  'heart',
  'cloud',
  'buoy',
  'walk',
  'speech',
  'health',
  'fever',
  'letter',
  'turn',
  'dots',
  'book',
  'ask',
] as const
export type Icon = (typeof ICONS)[number]
