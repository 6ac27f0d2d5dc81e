/** Serves the floor and the peer: a bare server with the same headers and the same compression as ours. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { freePort } from '../support/process.ts'
import { FIRST_QUESTION, firstPage, nextPage, styleHash } from './floor-page.ts'
import type { Served } from './serving.ts'

/** Belong to one answer, not to a kind of page. */
const OWN = /^(connection|keep-alive|date|content-length|content-encoding|transfer-encoding)$/

const script = (name: string) => readFileSync(`tests/bench/floor/${name}`)
const PEER = fileURLToPath(import.meta.resolve('deep-chat/dist/deepChat.bundle.js'))

type Answer = { headers: Record<string, string>; body: Buffer }

/** A page of ours: its body, and the headers with which it comes. */
async function ours(url: string) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } })
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !OWN.test(name)))
  return { headers, html: await answer.text() }
}
type Ours = Awaited<ReturnType<typeof ours>>

const packed = ({ headers }: Ours, text: string | Buffer): Answer => ({
  headers: { ...headers, 'content-encoding': 'br' },
  body: brotliCompressSync(text),
})

const withPolicy = (like: Ours, change: (policy: string) => string): Ours => ({
  ...like,
  headers: {
    ...like.headers,
    'content-security-policy': change(like.headers['content-security-policy'] ?? ''),
  },
})

/** Every address of the floor; its host pages are our own with another script. */
async function answers(at: Served, port: number): Promise<Map<string, Answer>> {
  const [host, loader, chat] = await Promise.all(
    ['/', '/widget.js', '/chat/fi?station=laukaa'].map((path) => ours(at.url + path)),
  )
  if (!host || !loader || !chat) throw new Error('our own pages did not come')
  const here = withPolicy(host, (policy) => policy.replaceAll(String(at.port), String(port)))
  const free = withPolicy(host, () => "default-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:")
  const page = withPolicy(chat, (policy) => policy.replace(/(?<=style-src 'self') [^;]+/, ` ${styleHash}`))
  const with_ = (tag: string) => {
    const html = host.html.replace(/<script async[^>]*><\/script>/, tag)
    if (html === host.html) throw new Error('the host page names no script')
    return html
  }
  // a host page is sent as it is, as ours is
  const plain = (like: Ours, html: string): Answer => ({ headers: like.headers, body: Buffer.from(html) })
  return new Map([
    ['/', plain(here, with_(`<script async src="http://127.0.0.1:${port}/loader.js"></script>`))],
    ['/peer', plain(free, with_(`<script async src="/peer.js" data-question="${FIRST_QUESTION}"></script>`))],
    [
      '/questions',
      plain(here, with_(`<script async src="http://127.0.0.1:${port}/loader.js" data-page="next"></script>`)),
    ],
    ['/loader.js', packed(loader, script('loader.js'))],
    ['/chat', packed(page, firstPage())],
    ['/next', packed(page, nextPage())],
    ['/next.js', packed(loader, script('next.js'))],
    ['/peer.js', packed(loader, script('peer.js'))],
    ['/deepChat.bundle.js', packed(loader, readFileSync(PEER))],
  ])
}

/** @param at the server whose pages the floor is measured beside */
export async function serveFloor(at: Served): Promise<Served> {
  const port = await freePort()
  const all = await answers(at, port)
  const server = createServer((request, response) => {
    const answer = all.get(new URL(request.url ?? '/', 'http://floor').pathname)
    if (!answer) return response.writeHead(404).end()
    response.writeHead(200, { ...answer.headers, 'content-length': answer.body.length }).end(answer.body)
  })
  // both names of this machine, as ours: another origin for the frame
  await new Promise<void>((resolve) => server.listen(port, () => resolve()))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `http://localhost:${port}`, port, close }
}
