/** An attempt to reach the resident: what came of it and by which way. A first one keeps the promise. */
import type { ActBody } from '#core/contract/desk.ts'
import { WAYS } from '#core/request/choices.ts'
import { wayText } from '#core/say/contact.ts'
import { say, speaker } from '../../../words/words.ts'
import { ActFrame, Choice, type FormProps } from './form.tsx'
import { useTold } from './use-told.ts'

type Sent = ActBody<'attempt'>

// in the order of how a call goes; a new result does not compile without a place here
const results: Record<Sent['result'], true> = {
  answered: true,
  'no-answer': true,
  busy: true,
  'message-left': true,
  'wrong-number': true,
}

export function AttemptForm({ request, busy, send, cancel }: FormProps<'attempt'>) {
  const beginning: { result: Sent['result'] | undefined; way: Sent['way'] } = {
    result: undefined,
    way: request.contact.way,
  }
  const [{ result, way }, tell] = useTold(request.row.id, 'attempt', beginning)
  const warned = result === 'message-left' && request.contact.mayLeaveMessage === false
  return (
    <ActFrame
      title="attempt.title"
      submit="attempt.save"
      busy={busy}
      ready={result !== undefined}
      onSubmit={() => result && send({ result, way })}
      cancel={cancel}
    >
      <Choice
        name="result"
        legend={say('attempt.result')}
        ids={Object.keys(results) as Sent['result'][]}
        label={(id) => say(`attempt.${id}`)}
        value={result}
        pick={(id) => tell({ result: id })}
      />
      {warned && <p class="notice">{say('attempt.noMessageWanted')}</p>}
      <Choice
        name="way"
        legend={say('attempt.way')}
        ids={WAYS}
        label={(id) => wayText(speaker(), id)}
        value={way}
        pick={(id) => tell({ way: id })}
      />
    </ActFrame>
  )
}
