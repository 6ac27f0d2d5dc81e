/** The call is stored: what can be said aloud of it, and where it goes on. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Receipt } from '#core/contract/callback.ts'
import type { AssistedEnd } from '#core/request/assisted.ts'
import { inFours } from '#core/request/code.ts'
import { promiseWords } from '../../words/dates.ts'
import { say } from '../../words/words.ts'
import { leaveCall } from '../state/assisted.ts'
import { addressOf } from '../state/route.ts'

type Props = { receipt: Receipt; ends: AssistedEnd; code: string }

export function Stored({ receipt, ends, code }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const open = () => {
    leaveCall()
    location.hash = addressOf(receipt.id)
  }
  return (
    <div class="call-stored">
      <h3 ref={heading} tabIndex={-1}>
        {say(`assisted.done.${ends}`)}
      </h3>
      <p>{say('assisted.reference', { reference: receipt.reference })}</p>
      {ends === 'later' && (
        <>
          <p>
            {receipt.promise
              ? say('assisted.promised', { promise: promiseWords(receipt.promise) })
              : say('assisted.undated')}
          </p>
          <p>{say('assisted.code')}</p>
          <p class="call-code">{inFours(code)}</p>
        </>
      )}
      <div class="acts">
        {ends === 'kept' && (
          <button type="button" class="button strong" onClick={open}>
            {say('assisted.open')}
          </button>
        )}
        <button type="button" class={ends === 'kept' ? 'button quiet' : 'button strong'} onClick={leaveCall}>
          {say('assisted.finish')}
        </button>
      </div>
    </div>
  )
}
