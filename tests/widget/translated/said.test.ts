/** A toy screen that a translator has been at: whatever comes, goes or changes beside its words, it reads as it would without. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { transformWithOxc } from 'vite'
import { describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { long } from '../../support/long.ts'
import { translate, type Way } from '../../support/screen/translator.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'

const { newPage } = withBrowser()
const SOURCE = 'core/design/said.ts'

/** One paragraph in its states; `B` is a component of words alone, which changes by itself. */
const TOY = `
  import { h, Component, options, render } from './preact.js'
  import { sayWhatChanges } from './said.js'
  if (location.hash === '#said') sayWhatChanges(options)
  class B extends Component {
    render() { globalThis.b = this; return this.state.text || [h('b', null, 'bold'), ' and mild'] }
  }
  const drawn = (one) => one === 'B' ? h(B) : Array.isArray(one) ? h(one[0], { key: one[0] }, one[1]) : one
  class A extends Component {
    render() { globalThis.a = this; return h('p', null, ...(this.state.children ?? []).map(drawn)) }
  }
  render(h(A), document.getElementById('room'))
  globalThis.draw = async (...children) => {
    let failed
    globalThis.onerror = (message) => { failed = message }
    a.setState({ children })
    await new Promise((resolve) => setTimeout(resolve))
    return failed
  }
`
type Child = string | [tag: string, text: string] | null
/** What is drawn first, what then, and how it reads. */
const CHANGES: [name: string, before: Child[], after: Child[], reads: string][] = [
  ['other words', ['one'], ['two'], 'two'],
  ['no words', ['one', null], [null, null], ''],
  ['words beside an element', ['one ', ['i', 'x'], ' three'], ['two ', ['i', 'x'], ' four'], 'two x four'],
  ['an element before words', [null, 'words'], [['i', 'x'], 'words'], 'xwords'],
  ['an element between words', ['a', null, 'b'], ['a', ['i', 'x'], 'b'], 'axb'],
  ['an element less', ['a', ['i', 'x'], 'b'], ['a', null, 'b'], 'ab'],
  ['an element before another', ['a', null, ['u', 'y']], ['a', ['i', 'x'], ['u', 'y']], 'axy'],
  ['elements in another order', ['a', ['i', 'x'], ['u', 'y']], ['a', ['u', 'y'], ['i', 'x']], 'ayx'],
]

async function toy(how: 'said' | 'written') {
  const page = await newPage()
  const preact = readFileSync(createRequire(import.meta.url).resolve('preact'), 'utf8')
  const said = (await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE)).code
  const bodies: Record<string, string> = { '/preact.js': preact, '/said.js': said, '/toy.js': TOY }
  await page.route('http://toy.test/**', (route) => {
    const script = bodies[new URL(route.request().url()).pathname]
    return script
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><title>Toy</title><div id="room"></div><script type="module" src="/toy.js"></script>',
        })
  })
  await page.goto(`http://toy.test/#${how}`)
  await page.waitForFunction('globalThis.draw')
  const draw = (children: Child[]) => page.evaluate(`draw(...${JSON.stringify(children)})`)
  return {
    page,
    /** @returns how it reads afterwards, or the error it ends with */
    async change(before: Child[], after: Child[], way: Way) {
      await draw(before)
      await translate(page, { way, room: '#room', lasting: false })
      return (await draw(after)) ?? page.locator('#room').evaluate((room) => room.textContent)
    },
  }
}

describe.each(some(['replaced', 'moved'] as const, 2))(
  'a screen whose words were %s by a translator',
  (way) => {
    it.each(CHANGES)('reads as it would without: %s', async (_name, before, after, reads) => {
      const { change } = await toy('said')
      expect(await change(before, after, way)).toBe(reads)
    })

    long('a component of words alone changes among other words', async () => {
      const { page, change } = await toy('said')
      expect(await change(['so ', 'B', ' it is'], ['so ', 'B', ' it was'], way)).toBe(
        'so bold and mild it was',
      )
      await translate(page, { way, room: '#room', lasting: false })
      await page.evaluate("b.setState({ text: 'other' })")
      await expect.poll(() => page.locator('#room').textContent()).toBe('so other it was')
      await translate(page, { way, room: '#room', lasting: false })
      await page.evaluate("b.setState({ text: '' })")
      await expect.poll(() => page.locator('#room').textContent()).toBe('so bold and mild it was')
    })

    long('does not without it (red twin)', async () => {
      const wrong: string[] = []
      for (const [name, before, after, reads] of CHANGES) {
        const { change, page } = await toy('written')
        if ((await change(before, after, way)) !== reads) wrong.push(name)
        await page.close()
      }
      expect(wrong).toContain(way === 'moved' ? 'an element before words' : 'other words')
    })
  },
)
