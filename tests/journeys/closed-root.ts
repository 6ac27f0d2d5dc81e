/** The chat as it ships, in its closed root: found as a screen reader finds it, through the browser's accessibility tree. */
import type { CDPSession, Frame, Page } from 'playwright'
import { until } from '../support/process.ts'

type Node = {
  role?: { value: string }
  name?: { value: string }
  properties?: { name: string; value: { value?: unknown } }[]
  ignored: boolean
  backendDOMNodeId?: number
}

export type Reader = {
  /** waits until something of that role and name is there */
  find(role: string, name: string): Promise<number>
  press(role: string, name: string): Promise<void>
  /** ticks an option by its words, or presses the one that is the whole answer: true */
  choose(option: string): Promise<boolean>
  write(name: string, text: string): Promise<void>
  /** all at once, as from the clipboard or a keyboard that completes words */
  paste(name: string, text: string): Promise<void>
  /** waits until the words are read somewhere on the page */
  hears(words: string, most?: number): Promise<void>
  /** words of everything that is ticked or chosen now */
  chosen(): Promise<string[]>
  /** everything that is read aloud now */
  everything(): Promise<string>
}

/** @param frame of another origin than the page: the panel of a host page */
export async function readerOf(page: Page, frame?: Frame): Promise<Reader> {
  const session = await page.context().newCDPSession(frame ?? page)
  const tree = async () => {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
    return nodes.filter(({ ignored }) => !ignored)
  }
  const look = async (role: string, name: string) =>
    (await tree()).find(
      (node) => role.split(' or ').includes(node.role?.value ?? '') && node.name?.value === name,
    )?.backendDOMNodeId
  const find = async (role: string, name: string) => {
    let found: number | undefined
    await until(`${role} “${name}”`, async () => {
      found = await look(role, name)
      return found !== undefined
    })
    return found as number
  }
  const press = async (role: string, name: string) => {
    const node = await find(role, name)
    const where = async () => {
      const [x, y] = await middleOf(session, node)
      const [left, top] = frame ? await cornerOf(page, session) : [0, 0]
      return [left + x, top + y] as [number, number]
    }
    let at = await where()
    // a panel that still grows moves what stands in it
    await until(`${name} stands still`, async () => {
      const before = at
      at = await where()
      return at.join() === before.join()
    })
    // what has just come where another was pressed answers a moment later: nobody can have read it sooner
    await until(`${name} is not shielded`, async () => !(await shielded(session, node)))
    await page.mouse.click(...at)
  }
  return {
    find,
    press,
    choose: async (option) => {
      const kinds = 'checkbox or radio or button'
      await find(kinds, option)
      const isWhole = (await look('button', option)) !== undefined
      await press(kinds, option)
      return isWhole
    },
    write: async (name, text) => {
      await press('textbox', name)
      await page.keyboard.type(text)
    },
    paste: async (name, text) => {
      await press('textbox', name)
      await page.keyboard.insertText(text)
    },
    hears: (words, most) =>
      until(
        `the words “${words}”`,
        async () => (await tree()).some(({ name }) => name?.value.includes(words)),
        most,
      ),
    chosen: async () =>
      (await tree())
        .filter(({ properties }) =>
          properties?.some(({ name, value }) => name === 'checked' && value.value === 'true'),
        )
        .map(({ name }) => name?.value ?? ''),
    everything: async () => (await tree()).map(({ name }) => name?.value ?? '').join('\n'),
  }
}

/** Brings an element into sight, to be clicked in its middle, as a finger would. */
async function middleOf(session: CDPSession, backendNodeId: number): Promise<[number, number]> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId })
  // into the middle: at the edges stand the strip and the way to a person, which stay in view
  // what is in sight stays where it is: something pinned would move away under the page
  const functionDeclaration = `function () {
    const { x, y, width, height } = this.getBoundingClientRect()
    const there = this.getRootNode().elementFromPoint(x + width / 2, y + height / 2)
    if (!there || !(this.contains(there) || there.className === 'shield'))
      this.scrollIntoView({ block: 'center', behavior: 'instant' })
  }`
  await session.send('Runtime.callFunctionOn', { objectId: object.objectId as string, functionDeclaration })
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId })
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? []
  return [(x1 + x3) / 2, (y1 + y3) / 2]
}

/** Whether something unseen stands before it, so that a press would not reach it. */
async function shielded(session: CDPSession, backendNodeId: number): Promise<boolean> {
  const [x, y] = await middleOf(session, backendNodeId)
  const { object } = await session.send('DOM.resolveNode', { backendNodeId })
  const functionDeclaration =
    "function (x, y) { return this.getRootNode().elementFromPoint(x, y)?.className === 'shield' }"
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId as string,
    functionDeclaration,
    arguments: [{ value: x }, { value: y }],
    returnByValue: true,
  })
  return result.value === true
}

/** Where the frame's own picture begins on the page. */
async function cornerOf(page: Page, inFrame: CDPSession): Promise<[number, number]> {
  const { frameTree } = await inFrame.send('Page.getFrameTree')
  const session = await page.context().newCDPSession(page)
  const { backendNodeId } = await session.send('DOM.getFrameOwner', { frameId: frameTree.frame.id })
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId })
  await session.detach()
  const [x = 0, y = 0] = quads[0] ?? []
  return [x, y]
}
