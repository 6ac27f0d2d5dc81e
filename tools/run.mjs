/** `node tools/run.mjs NAME …`: runs a command of `server/commands/`, as built for the sources as they stand. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { builtCommands } from './commands.mjs'

const command = path.join(builtCommands(), `${process.argv[2]}.js`)
process.argv.splice(1, 2, command)
await import(pathToFileURL(command).href)
