/** The address of the page: `#/{id}` opens a request, so that Back works as people expect. */
import { open } from '../callbacks/state/request.ts'

const idInAddress = () => /^#\/([0-9a-f-]{36})$/.exec(location.hash)?.[1]

export const addressOf = (id: string) => `#/${id}`

/** Follows the address from now on. */
export function followAddress(): void {
  addEventListener('hashchange', () => void open(idInAddress()))
  void open(idInAddress())
}

/** Back to the queue. */
export function leaveRequest(): void {
  if (idInAddress()) location.hash = '#/'
  else void open(undefined)
}
