/** Colours of the host page, measured as WCAG 2.2 does: text is read (4.5 to 1), an edge is seen (3 to 1). */

/** Red, green and blue, 0 to 1. */
export type Rgb = [number, number, number]

export const WHITE: Rgb = [1, 1, 1]
export const BLACK: Rgb = [0, 0, 0]
const EDGE = 3

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const luminance = ([red, green, blue]: Rgb) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** Pure. From 1, the same, to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Pure. The one of black and white that is told from it better: at least 4.5 to 1, whatever it is. */
export const inkOn = (ground: Rgb): Rgb =>
  contrast(WHITE, ground) >= contrast(BLACK, ground) ? WHITE : BLACK

/** Pure. The edge that a button of this colour needs on that page; none where it is told from it by itself. */
export const edgeOn = (button: Rgb, page: Rgb): Rgb | undefined =>
  contrast(button, page) < EDGE ? inkOn(page) : undefined

export const cssOf = (rgb: Rgb) => `rgb(${rgb.map((part) => Math.round(part * 255)).join(' ')})`

/** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` and `color(srgb 0.1 0.2 0.3 / 0.5)`, as browsers compute them. */
export function read(computed: string): { rgb: Rgb; alpha: number } | undefined {
  const [red, green, blue, alpha = 1] = (computed.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  if (red === undefined || green === undefined || blue === undefined) return undefined
  const most = computed.startsWith('color(') ? 1 : 255
  const part = (value: number) => Math.min(Math.max(value / most, 0), 1)
  return { rgb: [part(red), part(green), part(blue)], alpha }
}

/** What a colour is here, where a name, `oklch()` or a `var()` of the page may stand; `undefined`: none, or one that is seen through. */
export function measured(color: string, at: HTMLElement): Rgb | undefined {
  const before = at.style.color
  at.style.color = ''
  at.style.color = `color-mix(in srgb, ${color}, ${color})`
  const isTaken = at.style.color !== ''
  const found = isTaken ? read(getComputedStyle(at).color) : undefined
  at.style.color = before
  return found && found.alpha > 0.99 ? found.rgb : undefined
}

/** What the page is drawn on, as far as its own styles say it: a picture cannot be measured. */
export function groundOf(page: Document): Rgb {
  for (const one of [page.body, page.documentElement]) {
    const found = one && read(getComputedStyle(one).backgroundColor)
    if (found && found.alpha > 0.5) return found.rgb
  }
  const { colorScheme } = getComputedStyle(page.documentElement)
  const isDark =
    colorScheme.includes('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme:dark)').matches)
  return isDark ? [0.07, 0.07, 0.07] : WHITE
}
