/** The built widget and desk: the server's tests and the journeys need the artefacts that ship. Built only when stale. */
import { execFileSync } from 'node:child_process'

export default function setup() {
  execFileSync(process.execPath, ['tools/build.mjs', '--if-stale'], { stdio: 'inherit' })
}
