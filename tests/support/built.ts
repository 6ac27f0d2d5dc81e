/** Tells when `dist/` is older than the sources: the server's tests and the journeys use the artefacts that ship. `npm test` builds first. */
import { isStale } from '../../tools/stale.mjs'

export default function setup() {
  if (isStale())
    process.stdout.write('dist/ is older than the sources: run `npm run build` first if the test uses it.\n')
}
