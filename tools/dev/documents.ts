/** Pages as they are written now: the server says what to show and under which policy, the rooms’ sources show it. */
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { build, type Plugin, type ViteDevServer } from 'vite'
import type { AdvicePageInput, FirstScreenModule } from '#core/contract/screen.ts'
import type { Behind } from './behind.ts'
import type { ToMake } from './between.ts'
import { whileWritten } from './policy.ts'

/** Of the line to the server, not of the page; and how long it may be kept, which is not a moment while it is written. */
const HOP = new Set([
  ...['content-length', 'connection', 'keep-alive', 'transfer-encoding', 'date'],
  ...['etag', 'cache-control'],
])

type Page = (text: string, vite: ViteDevServer) => Promise<string>

const chat: Page = async (text, vite) => {
  const { renders, input } = JSON.parse(text) as ToMake
  const screens = (await vite.ssrLoadModule('/widget/first-screen.tsx')) as FirstScreenModule
  return screens[renders](input as AdvicePageInput) ?? ''
}
const desk: Page = () => readFile('desk/index.html', 'utf8')

const pageAt = (path: string): Page | undefined =>
  path === '/desk/' ? desk : path.startsWith('/chat/') ? chat : undefined

async function sendPage(page: Page, url: string, vite: ViteDevServer, response: ServerResponse) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' }, redirect: 'manual' })
  const text = await answer.text()
  for (const [name, value] of answer.headers)
    if (!HOP.has(name))
      response.setHeader(name, name === 'content-security-policy' ? whileWritten(value) : value)
  response.statusCode = answer.status
  response.setHeader('cache-control', 'no-store')
  // what is told of an item that is not there is a page of the rooms as well
  const isOurs = answer.status === 200 || text.startsWith('{"renders"')
  response.end(isOurs ? await page(text, vite) : text)
}

/** A classic script cannot be given in modules: the loader, in both its parts, is built when it is asked for after a change. */
function built(mode: 'loader' | 'more') {
  let code: Promise<string> | undefined
  const make = async () => {
    const made = await build({ configFile: 'vite.config.ts', mode, build: { write: false } })
    const [bundle] = [made].flat()
    const [chunk] = bundle && 'output' in bundle ? bundle.output : []
    return chunk?.code ?? ''
  }
  return {
    get: () => (code ??= make()),
    drop() {
      code = undefined
    },
  }
}

async function sendLoader(code: string, response: ServerResponse) {
  const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
  response.writeHead(200, { ...headers, 'content-type': 'text/javascript; charset=utf-8' }).end(code)
}

/** A plugin of Vite’s development server; all that it does not answer goes on. */
export const documents = (behind: Behind): Plugin => ({
  name: 'kynnys-documents',
  configureServer(vite) {
    const loader = built('loader')
    const more = built('more')
    vite.watcher.on('change', loader.drop).on('change', more.drop)
    const answer = async ({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<boolean> => {
      const { pathname, searchParams } = new URL(url, behind.url)
      const page = pageAt(pathname)
      if (pathname === '/widget.js')
        await sendLoader(await (searchParams.has('more') ? more : loader).get(), response)
      else if (page) {
        if (!(await behind.ready())) return false
        await sendPage(page, `${behind.url}${url}`, vite, response)
      } else return false
      return true
    }
    vite.middlewares.use((request, response, next) => {
      answer(request, response).then((answered) => answered || next(), next)
    })
  },
})
