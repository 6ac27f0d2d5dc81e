/** The drawn set: lines of one width on 24 × 24, as the doorway of the head. Only the page as it is served has them, those of its question. */
import type { Icon } from '#core/flow/icons.ts'

const LINES: Record<Icon, string> = {
  home: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  money: 'M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0M15 9a4 4 0 1 0 0 6M8 12h5',
  bill: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  key: 'M12 16a4 4 0 1 1-8 0 4 4 0 0 1 8 0M11 13l9-9M16 8l3 3',
  work: 'M3 8h18v12H3zM9 8V5h6v3M3 13h18',
  family: 'M8 9a3 3 0 1 1 .1 0M3 20v-3a5 5 0 0 1 10 0v3M17 14a2 2 0 1 1 .1 0M16 20v-1a3 3 0 0 1 5 0v1',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  heart: 'M12 20l-7-7a4 4 0 0 1 7-6 4 4 0 0 1 7 6z',
  cloud: 'M7 16a4 4 0 0 1 0-8 5 5 0 0 1 10 0 4 4 0 0 1 0 8zM9 19v2M15 19v2',
  buoy: 'M20 12a8 8 0 1 1 0-.1M15 12a3 3 0 1 1 0-.1M6 6l4 4M18 6l-4 4M6 18l4-4M18 18l-4-4',
  walk: 'M10 3v.1M10 7v6h5l3 6M10 10h4M14 18a5 5 0 1 1-6-7',
  speech: 'M4 5h16v11h-9l-4 4v-4H4z',
  health: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
  fever: 'M10 14V5a2 2 0 0 1 4 0v9a4 4 0 1 1-4 0',
  letter: 'M3 6h18v12H3zM3 6l9 7 9-7',
  turn: 'M4 12a8 8 0 0 1 16 0M20 7v5h-5',
  dots: 'M4 12h1.5M11 12h1.5M18 12h1.5',
  book: 'M4 5a8 8 0 0 1 8 2 8 8 0 0 1 8-2v13a8 8 0 0 0-8 2 8 8 0 0 0-8-2zM12 7v13',
  ask: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18v.1',
}

/** Markup that shows nothing by itself: rows name what they want of it. */
export const drawn = (icons: Icon[]): string => {
  const symbols = [...new Set(icons)].map(
    (icon) => `<symbol id="i-${icon}" viewBox="0 0 24 24"><path d="${LINES[icon]}"/></symbol>`,
  )
  return symbols.length > 0 ? `<div hidden><svg>${symbols.join('')}</svg></div>` : ''
}
