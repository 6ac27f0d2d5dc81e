/** The folder of the house, in which `flows/` and `locales/` stand: for the sources and for the built program alike. */
import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The nearest folder above `from` that has a package.json. How deep a command lies differs between sources and build.
 * @throws Error in a sentence when there is none
 */
export function repository(from = import.meta.dirname): string {
  const above = path.dirname(from)
  if (existsSync(path.join(from, 'package.json'))) return from
  if (above === from)
    throw new Error('The folder of Kynnys was not found: run the command where its package.json is.')
  return repository(above)
}
