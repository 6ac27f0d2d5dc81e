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
  'lifebuoy',
  'mobility',
  'speech',
  'health',
  'thermometer',
  'letter',
  'turn',
  'dots',
  'book',
  'question',
] as const
export type Icon = (typeof ICONS)[number]
