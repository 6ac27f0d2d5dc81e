/** How the conversation that staff walk is made of the chat's own sources: modules of the chat give way to others, in this build alone. */
import path from 'node:path'
import type { Plugin } from 'vite'

const widget = path.resolve(import.meta.dirname, '../widget')
const inWidget = (name: string) => path.join(widget, name)

/** Module of the chat → what stands in its place. */
const INSTEAD = new Map(
  Object.entries({
    'net/host.ts': 'assisted/instead/host.ts',
    'frame/screens.ts': 'assisted/instead/screens.ts',
    'frame/top.tsx': 'assisted/instead/left-out.tsx',
    'frame/foot.tsx': 'assisted/instead/left-out.tsx',
    'frame/human.tsx': 'assisted/instead/left-out.tsx',
    'parts/leaving.tsx': 'assisted/instead/left-out.tsx',
    'parts/quick-exit.tsx': 'assisted/instead/left-out.tsx',
    'save/own-row.tsx': 'assisted/instead/left-out.tsx',
    'save/save.tsx': 'assisted/instead/left-out.tsx',
  }).map(([chat, other]) => [inWidget(chat), inWidget(other)]),
)

/** Resolves what the chat asks for to what stands in its place. */
export const instead = (): Plugin => ({
  name: 'kynnys-assisted',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.')) return null
    return INSTEAD.get(path.resolve(path.dirname(importer), source)) ?? null
  },
})

/** Where the server serves what is built. */
export const ASSISTED = '/desk/assisted/'

/** Tells the server under which name the document asks for its script. */
export const tellAssisted = (): Plugin => ({
  name: 'kynnys-assisted-entry',
  generateBundle(_options, bundle) {
    const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)
    const source = JSON.stringify({ entry: `${ASSISTED}${entry?.fileName}` })
    this.emitFile({ type: 'asset', fileName: 'manifest.json', source })
  },
})
