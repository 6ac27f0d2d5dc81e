/** Pages whose styles, sizes and scripts were made by others: the chat stands on each, in sight and above everything. */
import { beforeAll, describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import {
  brokenLoader,
  type Guest,
  guest,
  type HostPage,
  isModal,
  launcherOf,
  seenOf,
  shipped,
  stands,
} from './guest.ts'
import { ELEMENT, HOSTS } from './host-pages.ts'

const { browser } = withBrowser()
let visitor: Guest
beforeAll(async () => {
  visitor = await guest(browser())
})

/** What is wrong with the chat on this host, in words; nothing where it stands, opens and closes as it should. */
async function faultsOn(
  host: HostPage,
  { page, visit, errors }: Guest,
  loader = shipped(),
): Promise<string[]> {
  await visit(host, loader)
  const faults: string[] = []
  const judge = (where: string, seen: Awaited<ReturnType<typeof stands>>) => {
    if (!seen) return faults.push(`${where}: not one`)
    if (!seen.inSight) faults.push(`${where}: out of sight`)
    if (!seen.onTop) faults.push(`${where}: covered`)
    if (seen.height < 48) faults.push(`${where}: ${seen.height} px high`)
    if (seen.size !== '16px') faults.push(`${where}: text of ${seen.size}`)
  }
  judge('button', await stands(page))
  await page.evaluate(() => {
    for (const one of [document.scrollingElement, ...document.querySelectorAll('div')]) one?.scrollTo(0, 9999)
  })
  judge('button after scrolling', await seenOf(page, 'dialog + button'))
  if (faults.length > 0) return faults
  await launcherOf(page).click()
  judge('panel', await seenOf(page, 'dialog'))
  await page.getByRole('button', { name: 'Sulje' }).click()
  judge('button after closing', await seenOf(page, 'dialog + button'))
  return [...faults, ...errors]
}

describe('on pages that others made', () => {
  it.each(some(Object.keys(HOSTS), 6))(
    'the button and the panel are in sight and above everything: %s',
    async (name) => {
      expect(await faultsOn(HOSTS[name] ?? {}, visitor)).toEqual([])
    },
  )

  long('is left out where it is printed, and hidden by whoever says so', async () => {
    const { page, visit } = visitor
    await visit({ body: ELEMENT })
    await stands(page)
    await page.emulateMedia({ media: 'print' })
    expect(await seenOf(page, 'dialog + button')).toBeUndefined()
    await page.emulateMedia({ media: 'screen' })
    expect(await seenOf(page, 'dialog + button')).toBeDefined()
    await page.evaluate(() => document.querySelector('kynnys-chat')?.setAttribute('hidden', ''))
    expect(await seenOf(page, 'dialog + button')).toBeUndefined()
  })

  long('in colours of the resident’s own the button has an edge', async () => {
    const { page, visit } = visitor
    await visit({})
    await stands(page)
    await page.emulateMedia({ forcedColors: 'active' })
    const edge = () =>
      launcherOf(page).evaluate((button) => {
        const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(button)
        return parseFloat(borderTopWidth) > 0 && borderTopColor !== backgroundColor
      })
    expect(await edge()).toBe(true)
    await page.emulateMedia({ forcedColors: 'none' })
  })

  it('is modal when it covers the page, and only then, however the window is turned', async () => {
    const { page, visit } = visitor
    await visit({ body: '<button>Sivun oma</button>', viewport: { width: 844, height: 390 } })
    await stands(page)
    await launcherOf(page).click()
    const modal: boolean[] = [await isModal(page)]
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 844, height: 390 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport)
      await expect.poll(() => isModal(page)).toBe(viewport.width < 640)
      modal.push(await isModal(page))
      expect(await page.locator('kynnys-chat dialog').isVisible()).toBe(true)
    }
    expect(modal).toEqual([false, true, false, true])
    // the focus has not gone to the page behind it
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('kynnys-chat')
    expect(visitor.rooms).toHaveLength(1)
  })
})

longDescribe('red twins of the hosts', () => {
  const failing = async (loader: string, names: string[]) => {
    const failed: string[] = []
    for (const name of names)
      if ((await faultsOn(HOSTS[name] ?? {}, visitor, loader)).length > 0) failed.push(name)
    return failed
  }
  const replaced = (find: string, put: string) => {
    expect(shipped().split(find)).toHaveLength(2)
    return shipped().replace(find, put)
  }

  it('without the layer above the page it is covered, or scrolls away', async () => {
    const loader = await brokenLoader('no-top-layer', [
      { file: 'widget/loader/panel.ts', find: "{ popover: 'manual' }", put: '{}' },
      { file: 'widget/loader.ts', find: 'document.documentElement.append', put: 'document.body.append' },
    ])
    const hosts = ['cookie banner', 'page builder (body transformed)']
    expect(await failing(loader, hosts)).toEqual(hosts)
  })

  it('in sizes of the page’s root it is too small', async () => {
    const hosts = ['WordPress theme, 62.5 % root', 'Bootstrap 3, 10 px root']
    expect(await failing(replaced('font:600 16px', 'font:600 1rem'), hosts)).toEqual(hosts)
  })

  it('without a word stronger than the page’s it is hidden', async () => {
    const hosts = [
      'the element hidden by a careless rule',
      'the element transparent, small, turned and out of reach',
    ]
    const weak = replaced('all:initial!important;position:absolute!important', 'position:absolute')
    expect(await failing(weak, hosts)).toEqual(hosts)
  })

  it('in units of a window that is zoomed with the page, the panel is taller than what is seen', async () => {
    const loader = replaced('max-height:calc(100% - 32px)', 'max-height:calc(100dvh - 32px)')
    const hosts = ['the whole page zoomed (tools for readers)']
    expect(await failing(loader, hosts)).toEqual(hosts)
  })

  it('as small as the page it cannot be read', async () => {
    const loader = await brokenLoader('as-small', [
      { file: 'widget/loader/panel.ts', find: 'layer.style.zoom = Math', put: 'Math' },
    ])
    const hosts = ['the whole page made small']
    expect(await failing(loader, hosts)).toEqual(hosts)
  })

  it('with a method that pages have overwritten it fails there', async () => {
    const loader = await brokenLoader('remove', [
      {
        file: 'widget/loader/panel.ts',
        find: 'own fails\n    other.replaceWith()',
        put: '\n    other.remove()',
      },
    ])
    expect(await failing(loader, ['Prototype.js'])).toEqual(['Prototype.js'])
  })

  it('decided once, at opening, it covers the page and is not modal', async () => {
    const loader = await brokenLoader('decided-once', [
      { file: 'widget/loader/panel.ts', find: '    if (!panel.open) return\n', put: '    return\n' },
    ])
    const { page, visit } = visitor
    await visit({ viewport: { width: 844, height: 390 } }, loader)
    await stands(page)
    await launcherOf(page).click()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await isModal(page)).toBe(false)
  })
})
