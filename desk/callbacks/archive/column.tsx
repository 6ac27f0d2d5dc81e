/** The column beside the open request: the queue, and in its place what was found or what was closed. */
import { Icon } from '../../parts/icon.tsx'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { QueuePane } from '../queue/queue-pane.tsx'
import { archived, showArchive } from '../state/archive.ts'
import { answerCall, assisted } from '../state/assisted.ts'
import { searching } from '../state/search.ts'
import { ArchiveList } from './archive-list.tsx'
import { FoundList } from './found-list.tsx'
import { SearchField } from './search-field.tsx'

function ToArchive() {
  const isShown = useStore(archived, (state) => state.isShown)
  return (
    <button type="button" class="button quiet" onClick={() => showArchive(!isShown)}>
      {say(isShown ? 'archive.leave' : 'archive.show')}
    </button>
  )
}

/** Somebody rings who has no chat. */
function ToCall() {
  const isCall = useStore(assisted, ({ keys }) => keys !== undefined)
  return (
    <button
      type="button"
      class="button answer-call"
      data-tool="answer"
      aria-disabled={isCall}
      onClick={answerCall}
    >
      <Icon shape="phone" />
      {say('assisted.answer')}
    </button>
  )
}

const Head = () => (
  <>
    <ToCall />
    <SearchField />
  </>
)

export function Column() {
  const isArchive = useStore(archived, (state) => state.isShown)
  const isFound = useStore(searching, ({ found, problem }) => (found ?? problem) !== undefined)
  // what is found may be open or closed: it stands under the name of all
  const title = isArchive && !isFound ? say('archive.show') : undefined
  return (
    <QueuePane title={title} beside={<ToArchive />} head={<Head />}>
      {isFound ? <FoundList /> : isArchive ? <ArchiveList /> : undefined}
    </QueuePane>
  )
}
