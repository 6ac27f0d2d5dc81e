import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Theme = Record<string, string>
const css = readFileSync('core/design/tokens.css', 'utf8')

/** The colours of both themes: what the dark one does not say again, it keeps. */
function themesOf(text: string): { light: Theme; dark: Theme } {
  const [before = '', after = ''] = text.split('@media (prefers-color-scheme: dark)')
  const colours = (part: string) =>
    Object.fromEntries(
      [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    )
  return { light: colours(before), dark: { ...colours(before), ...colours(after) } }
}

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'surface', 'surface-sunk']
const softs = ['brand-soft', 'alarm-soft', 'warn-soft', 'good-soft']
/** What stands on what, and how clearly: 7 for running text, 4.5 for the rest of the text, 3 for edges and focus. */
const pairs: [string, string[], number][] = [
  ['text', [...grounds, ...softs], 7],
  ['text-soft', grounds, 4.5],
  ['brand', [...grounds, 'brand-soft'], 4.5],
  ['brand-strong', [...grounds, 'brand-soft'], 4.5],
  ['alarm', [...grounds, 'alarm-soft'], 4.5],
  ['warn', [...grounds, 'warn-soft'], 4.5],
  ['good', [...grounds, 'good-soft'], 4.5],
  ['on-brand', ['brand', 'brand-strong'], 4.5],
  ['on-alarm', ['alarm'], 4.5],
  ['edge-control', grounds, 3],
  ['focus', [...grounds, ...softs], 3],
]
const tooFaint = (theme: Theme): string[] =>
  pairs.flatMap(([front, backs, least]) =>
    backs.flatMap((back) => {
      const seen = contrast(theme[front] as string, theme[back] as string)
      return seen >= least ? [] : [`${front} on ${back}: ${seen.toFixed(2)}, needs ${least}`]
    }),
  )

describe.each(Object.entries(themesOf(css)))('in the %s theme', (_, theme) => {
  it('text, edges of controls and focus stand out from what they stand on', () =>
    expect(tooFaint(theme)).toEqual([]))
})

it('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
it('a paler text would be found', () => {
  const { light } = themesOf(css.replace('--text-soft: #48595b', '--text-soft: #8a9a9c'))
  expect(tooFaint(light).join()).toMatch(/text-soft on ground/)
})
it('the dark theme says every colour again', () => {
  const [, after = ''] = css.split('@media (prefers-color-scheme: dark)')
  for (const name of Object.keys(themesOf(css).light)) expect(after).toContain(`--${name}:`)
})

describe('the button on other people’s pages, which has its colours in its own file', () => {
  const loader = readFileSync('widget/loader.css', 'utf8')
  /** What stands on what: `color` on `background` of one rule. */
  const faint = (text: string) =>
    [...text.matchAll(/background: (#[0-9a-f]{3,6});\s+color: (#[0-9a-f]{3,6});/g)].flatMap(
      ([, back, front]) => {
        const seen = contrast(whole(front ?? ''), whole(back ?? ''))
        return seen >= 4.5 ? [] : [`${front} on ${back}: ${seen.toFixed(2)}`]
      },
    )
  const whole = (hex: string) =>
    hex.length === 4 ? `#${[...hex.slice(1)].map((sign) => sign + sign).join('')}` : hex

  it('has text that stands out by day and by night', () => {
    expect(loader.match(/background: #/g)).toHaveLength(2)
    expect(faint(loader)).toEqual([])
  })

  it('would be seen to be faint (red twin)', () => {
    expect(faint(loader.replace('color: #fff', 'color: #0a4c53'))).toHaveLength(1)
  })
})

describe('the rooms', () => {
  /** What stands outside of both rooms knows no tokens, and repeats their values. */
  const OUTSIDE = ['widget/loader.css', 'widget/styles/page.css']
  const sheets = ['widget', 'desk'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.css'))
      .map((file) => `${room}/${file.replaceAll('\\', '/')}`),
  )
  const coloursIn = (text: string) => text.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi) ?? []
  const read = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

  it('have no colour of their own', () => {
    expect(sheets.length).toBeGreaterThan(20)
    const own = sheets.filter((file) => !OUTSIDE.includes(file) && coloursIn(read(file)).length > 0)
    expect(own).toEqual([])
  })

  it('and what stands outside of them repeats the tokens, shadows and plain white apart', () => {
    const { light, dark } = themesOf(css)
    const known = [...Object.values(light), ...Object.values(dark), '#fff', '#0005']
    const other = OUTSIDE.flatMap((file) => coloursIn(read(file))).filter((colour) => !known.includes(colour))
    expect(other).toEqual([])
  })

  it('a colour of its own would be found (red twin)', () => {
    expect(coloursIn('.row { color: #123456; background: rgb(1 2 3) }')).toHaveLength(2)
  })
})
