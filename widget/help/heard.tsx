/** Who helps when words suggest danger. Stands from the beginning: a late region is not heard. */
import type { Id } from '#core/flow/definition.ts'
import type { Speech } from '../words/speech.ts'
import { Help } from './help.tsx'

/** @param calm does not bring the numbers into view: somebody is writing right above them */
export const Heard = ({ dangers, speech, calm }: { dangers: Id[]; speech: Speech; calm?: boolean }) => (
  <div class="said" role="status">
    {dangers.length > 0 && (
      <Help dangers={dangers} speech={speech} reveal={!calm} folded>
        <p>{speech.t('widget:form.danger')}</p>
      </Help>
    )}
  </div>
)
