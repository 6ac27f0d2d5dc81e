/** What follows a change on disk: code and styles are Vite’s own affair, words go to the open pages, the rest to the server. */
import path from 'node:path'
import type { Plugin } from 'vite'
import type { Behind } from './behind.ts'

/** Code that the server runs, its rooms’ and core’s. */
const SERVER = /^(server|tools\/dev)\/.*\.ts$|^core\/.*\.(ts|json)$/
const CONTENT = /^(flows|locales)\//
/** The desk has its words in its own build; of the language itself more depends than its words. */
const WORDS = /^locales\/(?!notes\/)([^/]+)\/(?!language\.json|refused\.json)([^/]+)\.json$/

const fromRoot = (file: string) => path.relative(process.cwd(), file).split(path.sep).join('/')

export const changes = (behind: Behind): Plugin => ({
  name: 'kynnys-changes',
  configureServer({ watcher }) {
    watcher.on('all', (_event, file) => {
      const name = fromRoot(file)
      if (SERVER.test(name)) behind.restart()
      if (CONTENT.test(name)) behind.republish()
    })
  },
  async hotUpdate({ file, read }) {
    const [, language, namespace] = WORDS.exec(fromRoot(file)) ?? []
    if (this.environment.name !== 'client' || !language) return undefined
    try {
      const texts = JSON.parse(await read()) as Record<string, string>
      this.environment.hot.send('kynnys:words', { language, namespace, texts })
    } catch {
      // half a file: the server says where it ends
    }
    return []
  },
})
