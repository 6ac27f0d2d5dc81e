/** Pages that swap, move and rename what is on them: one chat stands, and goes with its tag. */
import { beforeAll, describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import { brokenLoader, type Guest, guest, type HostPage, launcherOf, settled, stands, tag } from './guest.ts'

const { browser } = withBrowser()
let visitor: Guest
beforeAll(async () => {
  visitor = await guest(browser())
})

const ELEMENT = '<kynnys-chat station="laukaa"><a href="tel:014">014</a></kynnys-chat>'
/** What the page does, and then what follows from it. */
async function act(what: () => unknown) {
  await visitor.page.evaluate(what)
  await settled(visitor.page)
}
const launchers = () => launcherOf(visitor.page).count()
async function visit(host: HostPage, loader?: string) {
  await visitor.visit(host, loader)
  await stands(visitor.page)
  await settled(visitor.page)
}

type Move = [name: string, host: HostPage, move: () => unknown, after: number]
const swapBody = () => {
  const body = document.createElement('body')
  body.innerHTML = document.body.innerHTML
  document.documentElement.replaceChild(body, document.body)
}
const MOVES: Move[] = [
  ['Turbo: body replaced, tag in the head', {}, swapBody, 1],
  ['Turbo: body replaced, tag in the body', { head: '', body: tag() }, swapBody, 1],
  [
    'Turbo: body replaced, tag run again',
    { head: '', body: tag() },
    () => {
      const script = document.querySelector('script[data-station]') as HTMLScriptElement
      const again = document.createElement('script')
      again.src = script.src
      again.dataset.station = script.dataset.station
      const body = document.createElement('body')
      body.append(again)
      document.documentElement.replaceChild(body, document.body)
    },
    1,
  ],
  [
    'htmx: what is in the body replaced',
    { head: '', body: tag() },
    () => {
      document.body.innerHTML = String(document.body.innerHTML)
    },
    1,
  ],
  [
    'Senna (Liferay): body and head replaced in turn',
    { head: '', body: tag() },
    () => {
      const { innerHTML } = document.body
      document.body.replaceChildren()
      document.head.replaceChildren()
      document.body.innerHTML = innerHTML
    },
    1,
  ],
  [
    'the whole document replaced',
    {},
    () => {
      document.documentElement.innerHTML = document.documentElement.innerHTML.replace(/<kynnys.*chat>/, '')
    },
    1,
  ],
  [
    'React: the whole element of the page made anew',
    {},
    () => {
      const html = document.documentElement.cloneNode(true) as HTMLElement
      html.querySelector('kynnys-chat')?.remove()
      document.replaceChild(html, document.documentElement)
    },
    1,
  ],
  [
    'a copy of the page, the chat among it, put in its place',
    {},
    () => {
      document.replaceChild(document.documentElement.cloneNode(true), document.documentElement)
    },
    1,
  ],
  [
    'Astro: swapped in a view transition',
    {},
    () =>
      document.startViewTransition(() => {
        document.body.innerHTML = '<h1>Toinen</h1>'
      }).finished,
    1,
  ],
  [
    'what stands beside the body moved into it',
    {},
    () => {
      for (const one of [...document.documentElement.children])
        if (one !== document.head && one !== document.body) document.body.append(one)
    },
    1,
  ],
  [
    'a video shown on the whole screen, and back',
    { body: '<video></video>' },
    async () => {
      await document.querySelector('video')?.requestFullscreen()
      await document.exitFullscreen()
    },
    1,
  ],
  ['an element in a body that is replaced', { head: tag(''), body: ELEMENT }, swapBody, 1],
  ['to a page without the tag', { head: '', body: tag() }, () => document.body.replaceChildren(), 0],
  ['the tag removed', {}, () => document.querySelector('script[data-station]')?.remove(), 0],
  ['the element removed', {}, () => document.querySelector('kynnys-chat')?.remove(), 0],
  [
    'the page’s own element removed',
    { head: tag(''), body: ELEMENT },
    () => document.querySelector('kynnys-chat')?.remove(),
    0,
  ],
  [
    'the tag removed and added again',
    {},
    () => {
      const script = document.querySelector('script[data-station]') as HTMLScriptElement
      script.remove()
      document.querySelector('kynnys-chat')?.remove()
      const again = document.createElement('script')
      again.src = script.src
      again.dataset.station = 'laukaa'
      document.head.append(again)
    },
    1,
  ],
  [
    'the element moved',
    { head: tag(''), body: ELEMENT },
    () => document.body.prepend(document.querySelector('kynnys-chat') as Element),
    1,
  ],
]

describe('on pages that move', () => {
  it.each(some(MOVES, 3))('%s', async (_, host, move, after) => {
    await visit(host)
    expect(await launchers()).toBe(1)
    await act(move)
    await expect.poll(launchers).toBe(after)
    // and again
    if (after === 0) return
    await act(move)
    await expect.poll(launchers).toBe(1)
    expect((await stands(visitor.page))?.inSight).toBe(true)
    await launcherOf(visitor.page).click()
    expect(await visitor.page.locator('kynnys-chat dialog').isVisible()).toBe(true)
    expect(visitor.said).toEqual([])
  })

  it('a swap of the body does not disturb the conversation', async () => {
    await visit({ head: '', body: tag() })
    await launcherOf(visitor.page).click()
    await visitor.page.frameLocator('iframe').getByRole('textbox').fill('kesken')
    await act(swapBody)
    expect(await visitor.page.frameLocator('iframe').getByRole('textbox').inputValue()).toBe('kesken')
  })

  it('a page that writes itself anew has a chat that opens, and whose room is heard', async () => {
    await visit({})
    for (const times of [1, 2]) {
      await visitor.page.evaluate((written) => {
        document.open()
        document.write(`<!doctype html><html lang="fi"><body>${written}`)
        document.close()
      }, tag())
      await expect.poll(launchers).toBe(1)
      await launcherOf(visitor.page).click()
      await visitor.page.waitForFunction(
        () => document.querySelector('kynnys-chat')?.shadowRoot?.activeElement?.tagName === 'IFRAME',
      )
      expect(visitor.errors, String(times)).toEqual([])
    }
  })

  long('the other ways can be pressed while the page never stands still', async () => {
    const more = 'data-station="laukaa" data-phone="014\u00a0000"'
    await visitor.page.clock.install()
    await visit({ isSilent: true, head: tag(more) })
    await launcherOf(visitor.page).click()
    await visitor.page.clock.fastForward(6000)
    const call = visitor.page.getByRole('link', { name: '014' })
    expect(await call.getAttribute('href')).toBe('tel:014000')
    await call.focus()
    const link = await call.elementHandle()
    await act(() => document.body.append('news'))
    await visitor.page.clock.runFor(100)
    expect(await link?.evaluate((one) => one.isConnected && one.matches(':focus'))).toBe(true)
  })

  long('a picture with an unlucky name stops nothing', async () => {
    await visit({ head: '', body: `<img name="scripts" alt="">${tag()}` })
    await act(() => document.body.append('news'))
    expect(await launchers()).toBe(1)
    expect(visitor.errors).toEqual([])
  })

  long('the same twice is one, without a word', async () => {
    await visit({ head: tag() + tag(), body: ELEMENT })
    expect(await launchers()).toBe(1)
    expect(visitor.said).toEqual([])
  })

  it('of two stations the first is shown, the second keeps its own words, and the web master is told', async () => {
    await visit({ head: tag(''), body: ELEMENT + ELEMENT.replace('laukaa', 'joutsa') })
    expect(await launchers()).toBe(1)
    expect(await visitor.page.getByRole('link', { name: '014' }).count()).toBe(1)
    expect(visitor.said).toEqual(['Kynnys: one chat a page, not joutsa.'])
    // its turn comes
    await act(() => document.querySelector('kynnys-chat')?.remove())
    await launcherOf(visitor.page).hover()
    await expect.poll(() => visitor.rooms.at(-1)).toContain('station=joutsa')
  })

  long('of two tags with two stations the first is shown', async () => {
    await visit({ head: tag().replace('async', ''), body: tag('data-station="joutsa"').replace('async', '') })
    expect(await launchers()).toBe(1)
    expect(visitor.said).toEqual(['Kynnys: one chat a page, not joutsa.'])
    await launcherOf(visitor.page).hover()
    await expect.poll(() => visitor.rooms[0]).toContain('station=laukaa')
  })
})

describe('what is changed on the page', () => {
  const words = async () => launcherOf(visitor.page).textContent()
  it('the language of the tag, of the element or of the page changes the button', async () => {
    await visit({})
    await act(() => document.querySelector('script[data-station]')?.setAttribute('data-language', 'sv-FI'))
    expect(await words()).toBe('Fråga om råd')
    await act(() => document.querySelector('script[data-station]')?.setAttribute('data-label', 'Neuvonta'))
    expect(await words()).toBe('Neuvonta')
    await visit({ head: tag(''), body: ELEMENT })
    expect(await words()).toBe('Kysy neuvoa')
    await act(() => {
      document.documentElement.lang = 'en-GB'
    })
    expect(await words()).toBe('Ask for advice')
    await act(() => document.querySelector('kynnys-chat')?.setAttribute('language', 'SV'))
    expect(await words()).toBe('Fråga om råd')
  })

  it('a station that is taken from the tag and given again brings the chat again', async () => {
    await visit({})
    await act(() => document.querySelector('script[data-station]')?.removeAttribute('data-station'))
    expect(await launchers()).toBe(0)
    await act(() => document.querySelector('script[data-language]')?.setAttribute('data-station', 'joutsa'))
    await expect.poll(launchers).toBe(1)
    expect(visitor.said).toEqual([])
  })

  it('a conversation that has begun goes on in another language, and ends with another station', async () => {
    await visit({})
    await launcherOf(visitor.page).click()
    const field = () => visitor.page.frameLocator('iframe').getByRole('textbox')
    await field().fill('kesken')
    await act(() => document.querySelector('script[data-station]')?.setAttribute('data-language', 'sv'))
    expect(await field().inputValue()).toBe('kesken')
    const steps = await visitor.page.evaluate(() => history.length)
    await act(() => document.querySelector('script[data-station]')?.setAttribute('data-station', 'joutsa'))
    await expect.poll(() => field().inputValue()).toBe('')
    expect(visitor.rooms.at(-1)).toContain('/chat/sv?station=joutsa')
    expect(await visitor.page.evaluate(() => history.length)).toBe(steps)
  })

  it.each(
    some(
      [
        ['sv-FI', 'sv'],
        ['EN_gb', 'en'],
        [' fi ', 'fi'],
        ['sv-Latn-FI-x-easy', 'sv'],
        ['fil', 'en'],
        ['constructor', 'en'],
        ['', 'en'],
      ],
      4,
    ),
  )('the tag “%s” on an English page means %s', async (language, meant) => {
    await visit({
      head: '',
      body:
        tag(`data-station="laukaa" data-language="${language}"`) +
        '<script>document.documentElement.lang="en-US"</script>',
    })
    await launcherOf(visitor.page).hover()
    await expect.poll(() => visitor.rooms.at(-1)).toContain(`/chat/${meant}?`)
  })
})

longDescribe('red twins of the moves', () => {
  const LOADER = 'widget/loader.ts'
  const PANEL = 'widget/loader/panel.ts'
  it('in the body, and never looked after, it is gone after a swap, and stays without its tag', async () => {
    const loader = await brokenLoader('never-looked-after', [
      { file: LOADER, find: 'document.documentElement.append', put: 'document.body.append' },
      { file: LOADER, find: 'new MutationObserver(soon)', put: 'new MutationObserver(() => {})' },
    ])
    await visit({ body: '<p>' }, loader)
    await act(() => document.body.replaceChildren())
    expect(await launchers()).toBe(0)
    await visit({ body: '<p>' }, loader)
    await act(() => document.querySelector('script[data-station]')?.remove())
    expect(await launchers()).toBe(1)
  })

  it('with everything that was found followed, two stand on one pixel, and the second town is served', async () => {
    const loader = await brokenLoader('each-for-itself', [
      {
        file: LOADER,
        find: 'HELP)\n  }',
        put: 'HELP)\n  }\n  const { origin } = new URL(server as string)\n  for (const one of known) stand(one, origin)()',
      },
    ])
    await visit({ head: tag(''), body: ELEMENT + ELEMENT.replace('laukaa', 'joutsa') }, loader)
    expect(await launchers()).toBe(2)
  })

  it('with tags compared as text a Swedish page gets a Finnish button', async () => {
    const loader = await brokenLoader('as-text', [
      { file: PANEL, find: "'i').test(tag)", put: "'i').test(tag) && one === tag" },
    ])
    await visit({ head: tag('data-station="laukaa" data-language="sv-FI"') }, loader)
    expect(await launcherOf(visitor.page).textContent()).toBe('Kysy neuvoa')
  })
})
