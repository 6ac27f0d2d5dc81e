/** The address of an open request: `#/callbacks/{id}`. */
import { address, addressOf as whole } from '../../state/address.ts'
import { open } from './request.ts'

const WING = 'callbacks'

/** The request that the address names. */
export const idInAddress = (): string | undefined => {
  const { wing, page } = address.get()
  return wing === WING ? page : undefined
}

export const addressOf = (id: string) => whole(WING, id)

/** Back to the queue. */
export function leaveRequest(): void {
  if (idInAddress()) location.hash = whole(WING)
  else void open(undefined)
}
