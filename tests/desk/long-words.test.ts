/** Another language may need twice the room: no screen breaks when every text grows by more than half. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { some } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { desktop, phone } from '../support/screen/browser.ts'
import { button, openRow, signIn, withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, openDesk } = withDesk()

/** Lengthens every text on the page by 70 %, its longest word into a compound as German makes them. */
const lengthen = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node as Text
      if (text.data.trim().length < 2) continue
      const [longest = ''] = text.data.split(/\s+/).sort((one, other) => other.length - one.length)
      const compound = longest + longest.toLowerCase().slice(0, 14)
      const rest = text.data.replace(longest, compound)
      text.data = rest.padEnd(Math.ceil(text.data.length * 1.7), ' sanoja')
    }
  })

/** What sticks out: of the page, or of its own box where that would hide it. */
const broken = (page: Page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : []
    const inSight = (element: Element) =>
      element.getClientRects().length > 0 && !element.closest('.unseen, .skip')
    const cut = [...document.querySelectorAll('button, a, .mark, h2, h3, dt, dd, .part, .acts-bar, legend')]
      .filter(inSight)
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 30)}`)
    return [...wide, ...cut]
  })

describe.each(
  some(
    [
      ['a workstation', desktop],
      ['a phone', phone],
      ['400 % zoom', { viewport: { width: 320, height: 256 } }],
    ] as const,
    3,
  ),
)('on %s', (_name, options) => {
  it('queue, request, acts and forms hold texts that are 70 % longer', async () => {
    const safety = { safeToCall: false, safeWhen: 'ma klo 9', mayLeaveMessage: false } as const
    const one = arrive(request({ promised: -10, row: { flags: 1 }, contact: safety }))
    const page = await openDesk(options)
    await lengthen(page)
    expect(await broken(page), 'signing in').toEqual([])
    await page.reload()
    await signIn(page, 'helmi')
    await lengthen(page)
    expect(await broken(page), 'queue').toEqual([])
    await page.reload()
    await openRow(page, one)
    await button(page, 'Ota hoidettavaksi').click()
    await button(page, 'Merkitse soittoyritys').click()
    await lengthen(page)
    expect(await broken(page), 'request').toEqual([])
  })
})

longDescribe('the looking glass', () => {
  it('sees a text that sticks out (red twin)', async () => {
    const page = await openDesk()
    await page.addStyleTag({
      content: '.button { inline-size: 3rem; overflow: hidden; white-space: nowrap }',
    })
    await lengthen(page)
    expect(await broken(page)).not.toEqual([])
  })
})
