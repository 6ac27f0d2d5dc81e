/** The papers for those who come after: what they name is there, and none is longer than one reads. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Environment } from '../../server/config.ts'
import { read, trackedFiles } from '../support/house/sources.ts'

const papers = () => trackedFiles().filter((file) => file.endsWith('.md'))
const inFolder = (folder: string) => papers().filter((file) => file.startsWith(`docs/${folder}/`))

/** What stands in one pair of backticks outside of blocks of code. */
const quoted = (text: string) =>
  [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, words]) => words ?? '')

const ROOMS = 'core|widget|desk|server|flows|locales|tests|tools|docs'
/** A path from the root, or a file by its own name; a command, an address or a key is none. */
const isPath = (words: string) =>
  new RegExp(`^(${ROOMS})/[^\\s:]*$|^[\\w.-]+\\.(ts|json|yaml|md)$`).test(words)

/** `{id}`, `NAME` and `*` stand for any name, `…` for what is left out. */
function isThere(path: string, files: readonly string[]): boolean {
  const pattern = path
    .replace(/\/$/, '')
    .replace(/[.()+?^$|[\]\\]/g, '\\$&')
    .replace(/\{\w+\}|\*|\bNAME\b|…/g, '[^/]+')
  const whole = new RegExp(`^${pattern}(/|$)`)
  return files.some((file) => whole.test(file))
}
const missing = (text: string, files = trackedFiles()) =>
  quoted(text)
    .filter(isPath)
    .filter((path) => !isThere(path, files))

const books = () =>
  papers().filter(
    (page) => new RegExp(`^(${ROOMS})/(.*/)?README\\.md$`).test(page) && !page.startsWith('docs/'),
  )
const roomOf = (page: string) => page.split('/')[0] ?? ''

/** A book speaks of its room from within: what has an ending or a slash, and ends the path of some file or folder there. */
const MADE = /^(dist|data)\//
function missingIn(page: string, text: string, files = trackedFiles()): string[] {
  const inside = files.filter((file) => file.startsWith(`${roomOf(page)}/`)).map((file) => file.split('/'))
  const ends = inside.flatMap((parts) => parts.map((_, from) => parts.slice(from).join('/')))
  return quoted(text)
    .filter(
      (words) => /^[\w.{}*…-][\w.{}*…/-]*(\/|\.(ts|tsx|mjs|css|json|yaml))$/.test(words) && !MADE.test(words),
    )
    .filter((path) => !isThere(path, files) && !isThere(path, ends))
}

/** Folders of a room of which its book says no word. Those of languages are told of as one. */
const untold = (room: string, text: string, files = trackedFiles()) => {
  const folders = new Set(files.flatMap((file) => new RegExp(`^${room}/([^/]+)/`).exec(file)?.[1] ?? []))
  return [...folders].filter((folder) => !new RegExp(`(^|[^\\w])${folder}/`, 'm').test(text))
}

type Link = { page: string; link: string }
const linksOf = (page: string, text: string): Link[] =>
  [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link]) => ({ page, link: link ?? '' }))

/** As they are made of headings: small letters, hyphens, no signs. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
function leadsNowhere({ page, link }: Link): boolean {
  const [path, anchor] = link.split('#')
  const file = path ? normalize(join(dirname(page), path)) : page
  if (!existsSync(file)) return true
  return anchor !== undefined && !anchorsOf(read(file)).includes(anchor)
}

/** Variables that a page or a file tells of in a row of a table. */
const rowed = (text: string) => [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name ?? '')

describe('the papers', () => {
  it('link to files and headings that are there', () => {
    const links = papers().flatMap((page) => linksOf(page, read(page)))
    expect(links.length).toBeGreaterThan(40)
    expect(links.filter(leadsNowhere)).toEqual([])
  })

  it('a link to no file, or to no heading of it, is found (red twin)', () => {
    const links = linksOf('docs/chores/README.md', '[a](../nowhere.md) [b](../../README.md#nowhere) [c](#no)')
    expect(links.filter(leadsNowhere)).toHaveLength(3)
    expect(linksOf('README.md', '[a](CHANGELOG.md) [b](#doors)').filter(leadsNowhere)).toEqual([])
  })

  it('name only files that are there, in the chores, in what operators read, in CONTRIBUTING and SECURITY', () => {
    const pages = ['CONTRIBUTING.md', 'SECURITY.md', ...inFolder('chores'), ...inFolder('operate')]
    const wrong = pages.flatMap((page) => missing(read(page)).map((path) => `${page}: ${path}`))
    expect(wrong).toEqual([])
    expect(pages.flatMap((page) => quoted(read(page)).filter(isPath)).length).toBeGreaterThan(60)
  })

  it('a made-up path is found, a command and a key are none (red twin)', () => {
    const page = 'In `core/flow/nowhere.ts`, `flows/advice/{id}.yaml`, `server/nobody/`, `nothing.json`, then'
    expect(missing(`${page} \`npm run flows\`, \`act.NAME\`, \`/api/desk\` and \`tools/\`.`)).toEqual([
      'core/flow/nowhere.ts',
      'server/nobody/',
      'nothing.json',
    ])
    expect(missing('```\n`core/no.ts`\n```\n')).toEqual([])
  })

  it('of a room name only files that are there, and every folder of the room', () => {
    const rooms = books().filter((page) => page.split('/').length === 2)
    expect(rooms.length).toBeGreaterThanOrEqual(8)
    expect(books().flatMap((page) => missingIn(page, read(page)).map((path) => `${page}: ${path}`))).toEqual(
      [],
    )
    expect(
      rooms
        .filter((page) => roomOf(page) !== 'locales')
        .flatMap((page) => untold(roomOf(page), read(page)).map((name) => `${page}: ${name}/`)),
    ).toEqual([])
  })

  it('a file that was moved and a folder nobody told of are found (red twin)', () => {
    const files = ['core/flow/words.ts', 'core/check/tables/advice.ts', 'core/say/day.ts']
    const text =
      'The words of `flow/words.ts`, `tables/`, `flow/gone.ts` and `core/check/refused/`; `a/b` is an answer.'
    expect(missingIn('core/README.md', text, files)).toEqual(['flow/gone.ts', 'core/check/refused/'])
    expect(untold('core', text, files)).toEqual(['say'])
  })

  it('tell of every variable in the one list, and of no other', () => {
    const variables = Object.keys(Environment.properties)
    const lists = papers().filter((page) => rowed(read(page)).length > 0)
    expect(lists).toEqual(['server/README.md'])
    expect(rowed(read('server/README.md')).sort()).toEqual(variables.sort())
  })

  it('tell a chore in forty lines, with the command that shows it done', () => {
    const chores = inFolder('chores').filter((page) => !page.endsWith('README.md'))
    expect(chores.length).toBeGreaterThanOrEqual(9)
    expect(chores.filter((page) => read(page).trimEnd().split('\n').length > 40)).toEqual([])
    expect(chores.filter((page) => !/^```sh$/m.test(read(page)))).toEqual([])
  })

  it('stand in the list of their folder, under names in small letters', () => {
    for (const folder of ['chores', 'operate', 'decisions']) {
      const index = read(`docs/${folder}/README.md`)
      const pages = inFolder(folder).map((page) => page.split('/').at(-1) ?? '')
      expect(pages.filter((page) => page !== 'README.md' && !index.includes(`(${page})`))).toEqual([])
      expect(pages.filter((page) => !/^([a-z0-9-]+|README)\.md$/.test(page))).toEqual([])
    }
  })
})
