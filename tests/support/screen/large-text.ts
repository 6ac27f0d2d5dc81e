/** Text of 200 %, by the two ways in which people and pages set it, and what then sticks out. */
import type { Page } from 'playwright'

/** Before the page is opened. */
export const LARGE = {
  /** `rem` in questions about the window grows with it */
  'set in the browser': async (page: Page) => {
    const session = await page.context().newCDPSession(page)
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  },
  'set in the page': (page: Page) =>
    page.addInitScript(() => {
      const enlarge = () => document.documentElement?.style.setProperty('font-size', '32px')
      enlarge()
      document.addEventListener('DOMContentLoaded', enlarge)
    }),
} satisfies Record<string, (page: Page) => Promise<unknown>>

/** What can be seen of a page, an open root among it, and lies beside the window or is cut by its own box. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('kynnys-room')?.shadowRoot
    const wide = (document.scrollingElement?.scrollWidth ?? 0) > innerWidth ? ['the page'] : []
    const inSight = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('.unseen, .skip, .shield') &&
      getComputedStyle(element).clipPath === 'none'
    const all = [...document.body.querySelectorAll('*'), ...(root?.querySelectorAll('*') ?? [])]
    const beside = all.filter(inSight).filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (right > innerWidth + 1 || left < -1)
    })
    return [
      ...wide,
      ...beside.map(
        (element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`,
      ),
    ]
  })
