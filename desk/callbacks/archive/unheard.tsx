/** What went wrong while something was looked for: nothing was to be saved, so that nothing is said of saving. */
import type { Refused } from '../../net/api.ts'
import { Problem } from '../../parts/problem.tsx'
import { say } from '../../words/words.ts'

export const Unheard = ({ refused }: { refused: Refused | undefined }) =>
  refused?.code === 'network' ? (
    <div role="alert" class="problem-room">
      <p class="problem">{say('find.unheard')}</p>
    </div>
  ) : (
    <Problem refused={refused} />
  )
