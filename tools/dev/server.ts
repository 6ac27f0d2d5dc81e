/** The real server as `npm run dev` runs it, from its sources: it says what a page is made of, and Vite’s side makes it. */
import { systemClock } from '../../server/clock.ts'
import { sentenceFor } from '../../server/commands/sentence.ts'
import { readConfig } from '../../server/config.ts'
import { publish, publishFromFolder } from '../../server/content/publishing/publish.ts'
import {
  candidateOf,
  type RevisionCandidate,
  sourceOf,
} from '../../server/content/publishing/revision-parts.ts'
import { parseContent } from '../../server/content/reading/parse.ts'
import { type ParsedText, parseText } from '../../server/content/reading/parse-text.ts'
import { folderTexts } from '../../server/content/reading/read-folder.ts'
import { contentFolders } from '../../server/installation.ts'
import { start } from '../../server/process.ts'
import type { Told, ToMake } from './between.ts'

const folders = contentFolders(readConfig(process.env).flowsDir)
const say = (line: string) => process.stdout.write(`${line}\n`)
const tell = (told: Told) => process.send?.(told)

const asItIs = (renders: ToMake['renders']) => (input: ToMake['input']) =>
  JSON.stringify({ renders, input } satisfies ToMake)

/** After a start, when whoever waited for it has been served (milliseconds). */
const QUIET = 2000

type Running = Awaited<ReturnType<typeof start>>

/** Reading a single text again takes as long as everything else together. */
const known = new Map<string, { text: string; parsed: ParsedText }>()
const reading: typeof parseText = (text, file, json) => {
  const before = known.get(file)
  const parsed = before?.text === text ? before.parsed : parseText(text, file, json)
  known.set(file, { text, parsed })
  return parsed
}

/** The folders as they stand, not yet checked; undefined when that cannot even be said: the check tells why. */
function asWritten(): RevisionCandidate | undefined {
  const { texts, show } = folderTexts(folders)
  const { content, problems } = parseContent(texts, show, reading)
  const errors = problems.filter(({ level }) => level === 'error')
  if (errors.length > 0) return undefined
  try {
    // the space names it differently from what was checked: the next real start looks at it again
    return candidateOf(content, `${sourceOf(texts)} `)
  } catch {
    return undefined
  }
}

/** Words are shown at once and checked beside it; what changes the dialogue is checked first, as at every start. */
async function republish({ store, organisation, content, screens }: Running) {
  const current = await store.read(organisation, (view) => view.content.current())
  if (current?.source !== 'folder') return say('The studio’s content is in force: the folders are not shown.')
  const written = asWritten()
  const to = { store, organisation, clock: systemClock }
  const isWordsOnly = written?.flow === current.flow_hash
  if (isWordsOnly) await publish(written, { ...to, source: 'folder' })
  else await publishFromFolder({ ...to, ...folders, say })
  await content.refresh()
  screens.drop()
  tell(isWordsOnly ? 'published-unchecked' : 'published')
}

async function run() {
  const parts = await start({
    port: Number(process.argv[2]),
    // the desk’s page as it is written
    dist: '.',
    built: {
      renderFirstScreen: asItIs('renderFirstScreen'),
      renderAdviceIndex: asItIs('renderAdviceIndex'),
      renderRequestPage: asItIs('renderRequestPage'),
      renderAdvicePage: (input) =>
        input.id in input.dialogue.advice ? asItIs('renderAdvicePage')(input) : undefined,
      renderAdviceMissing: asItIs('renderAdviceMissing'),
      assets: { entry: '/widget/app.tsx' },
    },
  })
  let last: Promise<unknown> = Promise.resolve()
  process.on('message', () => {
    last = last.then(() => republish(parts)).catch((error: unknown) => say(sentenceFor(error)))
  })
  tell('listens')
  // so that the first change is as quick as those after it
  setTimeout(asWritten, QUIET).unref()
}

// whoever started it is gone
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
run().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exit(1)
})
