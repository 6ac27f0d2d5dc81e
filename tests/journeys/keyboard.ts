/** Somebody who has no mouse: finds things by Tab alone and presses keys. */
import type { Frame, Locator, Page } from 'playwright'

const MOST_TABS = 80

/** What the focus is on, as it would be read aloud: the name of the control, and its kind. */
export const focused = (place: Page | Frame): Promise<{ name: string; kind: string }> =>
  place.evaluate(() => {
    let element: Element | null | undefined = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])]
        : []
    const text =
      labels.map((label) => label.innerText).join(' ') ||
      (element as HTMLElement | null)?.innerText ||
      element?.getAttribute('aria-label') ||
      ''
    return { name: text.trim(), kind: element?.getAttribute('type') ?? element?.localName ?? '' }
  })

/** Presses Tab (or Shift+Tab) until the named control has the focus. */
export async function tabTo(page: Page, place: Page | Frame, name: string, key = 'Tab'): Promise<void> {
  const met: string[] = []
  for (let at = 0; at < MOST_TABS; at += 1) {
    const now = await focused(place)
    if (now.name === name || now.name.startsWith(`${name}\n`)) return
    met.push(now.name)
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never came to “${name}”, but to: ${[...new Set(met)].join(' | ')}`)
}

export async function pressOn(page: Page, place: Page | Frame, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, place, name)
  await page.keyboard.press(key)
}

/**
 * Ticks or chooses an option by its words: Tab comes to the group, arrows walk inside radio buttons.
 * @returns whether its press was the whole answer
 */
export async function choose(page: Page, place: Page | Frame, option: string): Promise<boolean> {
  const input = place
    .getByRole('checkbox', { name: option, exact: true })
    .or(place.getByRole('radio', { name: option, exact: true }))
  const press = place.getByRole('button', { name: option, exact: true })
  await input.or(press).first().waitFor()
  if ((await input.count()) === 0) {
    await pressOn(page, place, option)
    return true
  }
  await tickOrChoose(page, place, input, option)
  return false
}

async function tickOrChoose(page: Page, place: Page | Frame, input: Locator, option: string): Promise<void> {
  if ((await input.getAttribute('type')) === 'checkbox') return pressOn(page, place, option, 'Space')
  const first = await input.evaluate((one: HTMLInputElement) => {
    const group = (one.getRootNode() as ShadowRoot).querySelectorAll<HTMLInputElement>(
      `input[name="${one.name}"]`,
    )
    const chosen = [...group].find(({ checked }) => checked) ?? group[0]
    return chosen?.labels?.[0]?.innerText.trim() ?? ''
  })
  await tabTo(page, place, first)
  await page.keyboard.press('Space')
  for (let at = 0; at < 20 && (await focused(place)).name !== option; at += 1)
    await page.keyboard.press('ArrowDown')
}
