/** After an act without an answer: once the server has been heard again, the person is told to look before repeating. */
import { useEffect } from 'preact/hooks'
import type { OpenRequest } from '#core/contract/desk.ts'
import { Refused } from '../../net/api.ts'

/** Turns `unsure` to `checked` when the request on the screen is a newer one. */
export function useChecked(
  request: OpenRequest,
  refused: Refused | undefined,
  refuse: (refused: Refused) => void,
): void {
  useEffect(() => {
    if (refused?.code === 'unsure') refuse(new Refused('checked'))
  }, [request])
}
