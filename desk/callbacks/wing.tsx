/** The coordinators’ wing: the queue beside the request that is read. */
import './styles/queue.css'
import './styles/lines.css'
import './styles/request.css'
import './styles/contact.css'
import './styles/acts.css'
import './styles/plan.css'
import './styles/found.css'
import './styles/agreed.css'
import './styles/assisted.css'
import './styles/columns.css'
import type { FrameType, Wing } from '../parts/wing.ts'
import { address } from '../state/address.ts'
import { useStore } from '../state/store.ts'
import { prepareWords } from '../words/content.ts'
import { say } from '../words/words.ts'
import { Column } from './archive/column.tsx'
import { CallPane } from './assisted/call-pane.tsx'
import { Keys } from './keys/keys.tsx'
import { useQueueTitle } from './queue/counts.tsx'
import { RequestPane } from './request/request-pane.tsx'
import { assisted } from './state/assisted.ts'
import { callbacks } from './state/callbacks.ts'
import { follow } from './state/live.ts'
import { prepareRows } from './state/queue.ts'
import { open, reread } from './state/request.ts'
import { idInAddress } from './state/route.ts'
import { loadViews } from './state/views.ts'

const skip = (to: 'request' | 'queue' | 'acts') => ({ to, label: say(`skip.${to}`) })

/** Two panes side by side; on a narrow screen the open request covers the queue. */
function Page({ Frame }: { Frame: FrameType }) {
  const openId = useStore(callbacks, (state) => state.openId)
  const isCall = useStore(assisted, ({ keys }) => keys !== undefined)
  useQueueTitle()
  return (
    <Frame
      open={isCall || openId !== undefined}
      skips={isCall ? [skip('request')] : openId ? [skip('request'), skip('acts')] : [skip('queue')]}
    >
      <main class="panes">
        <Column />
        {isCall ? <CallPane /> : <RequestPane />}
      </main>
      <Keys />
    </Frame>
  )
}

async function begin(): Promise<void> {
  callbacks.set({ openId: idInAddress() })
  await Promise.all([follow(), loadViews()])
  await reread()
}

async function turned(): Promise<void> {
  const { request, queue } = callbacks.get()
  if (request) await prepareWords(request.revision)
  if (queue) await prepareRows(queue.rows)
}

address.watch(() => void open(idInAddress()))

export const callbacksWing: Wing = { Page, begin, turned }
