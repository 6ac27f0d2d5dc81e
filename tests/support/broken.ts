/** The server or the widget as it ships but for one deliberate fault: what a red twin runs against. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Fault = { file: string; find: string; put: string }

/** How often the source has what a twin would change: where a twin runs in the long form alone, its fault must not rot meanwhile. */
export const timesFound = ({ file, find }: Fault): number => readFileSync(file, 'utf8').split(find).length - 1

/** Changes the source on its way into the build. A text that is not there exactly once would leave the server whole. */
export const fault = ({ file, find, put }: Fault) => ({
  name: 'kynnys-fault',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (id !== path.resolve(file)) return undefined
    const parts = code.split(find)
    if (parts.length !== 2)
      throw new Error(`${file} has "${find}" ${parts.length - 1} times: the twin needs one`)
    return { code: parts.join(put), map: null }
  },
})

/**
 * Builds a server with faults into `dist/broken/`, where packages are still found.
 * @returns the path of its main module, for `startProcess`
 */
export async function brokenServer(name: string, faults: Fault[]): Promise<string> {
  const { buildParts } = await import('../../tools/build-parts.mjs')
  const outDir = `dist/broken/${name}`
  await buildParts({ parts: ['server'], outDir, plugins: faults.map(fault) })
  return `${outDir}/main.js`
}

/** Builds a desk with faults. @returns its folder, for the desk's stand-in */
export async function brokenDesk(name: string, faults: Fault[]): Promise<string> {
  const { buildParts } = await import('../../tools/build-parts.mjs')
  const outDir = path.resolve(`dist/broken/${name}`)
  await buildParts({ parts: ['desk'], outDir, plugins: faults.map(fault) })
  return outDir
}

/** Builds a widget with faults. @returns its folder, for `build` of a test app */
export async function brokenWidget(name: string, faults: Fault[]): Promise<string> {
  const { buildParts, WIDGET } = await import('../../tools/build-parts.mjs')
  const outDir = `dist/broken/${name}`
  await buildParts({ parts: WIDGET, outDir, plugins: faults.map(fault) })
  return outDir
}
