/** `npx tsx tools/schemas.ts`: writes flows/schema/*.json, so that editors’ programs complete and underline content. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { schemas } from '#core/flow/schema.ts'

/** Path from the root → text, as the files must be. */
export const schemaFiles = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `flows/schema/${name}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  )

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of Object.entries(schemaFiles())) {
    const file = join(import.meta.dirname, '..', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
