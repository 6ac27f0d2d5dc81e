/** Pages that hide or freeze themselves for a while, or open a dialog of their own: the chat steps back, loses nothing and returns. */
import { beforeAll, describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import { brokenLoader, type Guest, guest, launcherOf, seenOf, settled, stands, tag } from './guest.ts'
import { ELEMENT } from './host-pages.ts'

const { browser } = withBrowser()
let visitor: Guest
beforeAll(async () => {
  visitor = await guest(browser())
})

async function act(what: () => void) {
  await visitor.page.evaluate(what)
  await settled(visitor.page)
}
const field = () => visitor.page.frameLocator('iframe').getByRole('textbox')
const panelIsSeen = () => visitor.page.locator('kynnys-chat dialog').isVisible()
const focused = () =>
  visitor.page.evaluate(() => document.querySelector('kynnys-chat')?.shadowRoot?.activeElement?.tagName)
const launcher = () => seenOf(visitor.page, 'dialog + button')

/** Its button stands where ours does, its field takes the focus back from whatever lies outside, as such dialogs do. */
const OWN = `<button id=own onclick="this.textContent='painettu'">Sivun oma</button>
<dialog id=modal style="max-width:none;max-height:none;width:100%;height:100%;box-sizing:border-box"><form method=dialog><button style="position:fixed;inset:auto 0 0 auto;width:300px;height:90px">Sulje oma</button></form></dialog>
<div id=banner popover=manual style="inset:auto 0 0 auto;width:300px;height:90px">Evästeet</div>
<div id=trap tabindex=-1><input></div>`

const PHONE = { width: 390, height: 844 }
type Look = { element?: boolean; viewport?: typeof PHONE }
async function talking({ element, viewport }: Look = {}, loader?: string) {
  const body = OWN + (element ? `<main>${ELEMENT}</main>` : '')
  await visitor.visit({ body, ...(viewport && { viewport }), ...(element && { head: tag('') }) }, loader)
  await stands(visitor.page)
  await launcherOf(visitor.page).click()
  await field().fill('kesken')
}
/** The conversation is there as it was, in the same frame, and the page is alive. */
async function isAsBefore() {
  await expect.poll(panelIsSeen).toBe(true)
  expect(await field().inputValue()).toBe('kesken')
  await field().fill('kesken')
  expect(visitor.rooms).toHaveLength(1)
  await visitor.page.getByRole('button', { name: 'Sulje', exact: true }).click()
  await visitor.page.locator('#own').click()
  expect(await visitor.page.locator('#own').textContent()).toBe('painettu')
  expect((await launcher())?.onTop).toBe(true)
  expect(visitor.errors).toEqual([])
}

/** What a page does to the whole of itself, takes back, and whether the panel is seen in between. */
const WHILES: [string, () => void, () => void, isSeen: boolean][] = [
  [
    'hidden (a snippet against flicker)',
    () => {
      document.documentElement.hidden = true
    },
    () => {
      document.documentElement.hidden = false
    },
    false,
  ],
  [
    'not rendered',
    () => document.documentElement.style.setProperty('content-visibility', 'hidden'),
    () => document.documentElement.style.removeProperty('content-visibility'),
    false,
  ],
  [
    'inert',
    () => {
      document.documentElement.inert = true
    },
    () => {
      document.documentElement.inert = false
    },
    false,
  ],
  [
    'invisible',
    () => document.documentElement.style.setProperty('visibility', 'hidden'),
    () => document.documentElement.style.removeProperty('visibility'),
    true,
  ],
  [
    'transparent',
    () => document.documentElement.style.setProperty('opacity', '0', 'important'),
    () => document.documentElement.style.removeProperty('opacity'),
    true,
  ],
  [
    'kept from readers',
    () => document.documentElement.setAttribute('aria-hidden', 'true'),
    () => document.documentElement.removeAttribute('aria-hidden'),
    true,
  ],
  [
    'editable',
    () => {
      document.designMode = 'on'
    },
    () => {
      document.designMode = 'off'
    },
    true,
  ],
]

describe('while the page is', () => {
  it.each(some(WHILES, 3))('%s nothing is lost', async (_, begin, end, isSeen) => {
    await talking()
    await act(begin)
    expect(await panelIsSeen()).toBe(isSeen)
    if (isSeen) expect((await seenOf(visitor.page, 'dialog'))?.onTop).toBe(true)
    await act(end)
    await isAsBefore()
  })

  it('inert around the element of the chat, the chat steps back', async () => {
    await talking({ element: true })
    await act(() => document.querySelector('main')?.setAttribute('inert', ''))
    expect(await panelIsSeen()).toBe(false)
    await visitor.page.locator('#own').click()
    await act(() => document.querySelector('main')?.removeAttribute('inert'))
    await isAsBefore()
  })

  long('inert under a panel that covers it, the panel can be used, and leads back to the page', async () => {
    await talking({ viewport: PHONE })
    await act(() => {
      document.documentElement.inert = true
    })
    await field().fill('kesken')
    // as a finger does: the driver takes what stands in something inert for it
    const { x = 0, y = 0 } =
      (await visitor.page.getByRole('button', { name: 'Sulje', exact: true }).boundingBox()) ?? {}
    await visitor.page.mouse.click(x + 9, y + 9)
    await expect.poll(panelIsSeen).toBe(false)
    expect(await launcher()).toBeUndefined()
    await act(() => {
      document.documentElement.inert = false
    })
    await launcherOf(visitor.page).click()
    await isAsBefore()
  })
})

const openModal = () => (document.querySelector('#modal') as HTMLDialogElement).showModal()
const closeIts = () => visitor.page.getByRole('button', { name: 'Sulje oma' }).click()

describe('a dialog of the page', () => {
  it.each(some(['before', 'after'], 2))(
    'is not covered by the button, which has come %s it, and is back afterwards',
    async (when) => {
      const early = when === 'after' ? `<script>(${openModal})()</script>` : ''
      const { page, visit } = visitor
      await visit({ head: '', body: OWN + early + tag() })
      if (!early) {
        await stands(page)
        await act(openModal)
      }
      await page.locator('kynnys-chat').waitFor({ state: 'attached' })
      await settled(page)
      expect(await launcher()).toBeUndefined()
      await closeIts()
      await expect.poll(async () => (await launcher())?.onTop).toBe(true)
      await launcherOf(page).click()
      await field().fill('kesken')
      await isAsBefore()
    },
  )

  it.each(
    some<[string, Look]>(
      [
        ['beside the page', {}],
        ['that covers the page', { viewport: PHONE }],
      ],
      1,
    ),
  )(
    'that opens in the middle of a conversation %s comes first, and the conversation goes on',
    async (_, look) => {
      await talking(look)
      await act(openModal)
      await closeIts()
      await settled(visitor.page)
      // the focus is in the room again
      expect(await focused()).toBe('IFRAME')
      await isAsBefore()
    },
  )

  it('that stands in the same layer later does not cover the panel', async () => {
    const { page } = visitor
    await talking()
    await page.getByRole('button', { name: 'Sulje', exact: true }).click()
    await act(() => (document.querySelector('#banner') as HTMLElement).showPopover())
    await launcherOf(page).focus()
    await page.keyboard.press('Enter')
    expect((await seenOf(page, 'dialog'))?.onTop).toBe(true)
    await isAsBefore()
  })

  const fetchTheFocus = () => {
    const trap = document.querySelector('#trap') as HTMLElement
    for (const capture of [true, false])
      document.addEventListener(
        'focusin',
        ({ target }) => !trap.contains(target as Node) && trap.querySelector('input')?.focus(),
        capture,
      )
  }
  it('that fetches the focus back leaves it to the panel (Bootstrap, jQuery UI, MUI)', async () => {
    const { page } = visitor
    await talking()
    await page.getByRole('button', { name: 'Sulje', exact: true }).click()
    await act(fetchTheFocus)
    await page.locator('#own').focus()
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input')
    await launcherOf(page).click()
    await field().focus()
    await page.keyboard.type('!')
    expect(await field().inputValue()).toBe('kesken!')
  })

  longDescribe('(red twins)', () => {
    const PANEL = 'widget/loader/panel.ts'
    it('always shown, the button covers it, and a dead panel stays', async () => {
      const loader = await brokenLoader('never-behind', [
        { file: PANEL, find: "'[inert]' : '[inert],:has(dialog:modal)'", put: "'i' : 'i'" },
      ])
      await talking({ element: true }, loader)
      await act(() => document.querySelector('main')?.setAttribute('inert', ''))
      expect(await panelIsSeen()).toBe(true)
      await visitor.visit({ body: OWN }, loader)
      await stands(visitor.page)
      await act(openModal)
      expect((await launcher())?.onTop).toBe(false)
    })

    it('hidden also while it covers the page, it leaves a page that nobody can press', async () => {
      const loader = await brokenLoader('behind-though-modal', [
        { file: PANEL, find: "isBehind && !panel.matches(':modal')", put: 'isBehind' },
      ])
      await talking({ element: true, viewport: PHONE }, loader)
      await act(() => document.querySelector('main')?.setAttribute('inert', ''))
      expect(await panelIsSeen()).toBe(false)
      await expect(visitor.page.locator('#own').click({ timeout: 500 })).rejects.toThrow()
    })

    it('not raised when it is opened, it lies under what the page has put there', async () => {
      const loader = await brokenLoader('not-raised', [
        { file: PANEL, find: 'layer.hidePopover?.()', put: '' },
      ])
      const { page } = visitor
      await talking({}, loader)
      await page.getByRole('button', { name: 'Sulje', exact: true }).click()
      await act(() => (document.querySelector('#banner') as HTMLElement).showPopover())
      await launcherOf(page).focus()
      await page.keyboard.press('Enter')
      expect((await seenOf(page, 'dialog'))?.onTop).toBe(false)
    })

    it('heard by the page, the focus goes away from the panel', async () => {
      const loader = await brokenLoader('focus-heard', [
        { file: PANEL, find: "addEventListener('focusin', keep, true)", put: '' },
      ])
      const { page } = visitor
      await talking({}, loader)
      await page.getByRole('button', { name: 'Sulje', exact: true }).click()
      await act(fetchTheFocus)
      await page.locator('#own').focus()
      await launcherOf(page).click()
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input')
    })
  })
})
