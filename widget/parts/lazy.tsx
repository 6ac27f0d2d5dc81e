/** Screens that come in chunks of their own; they are fetched in idle time, so that no request depends on an answer. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useRoom } from '../state/context.ts'

/**
 * A screen that shows a calm word until its chunk is here, and the way out when it does not come.
 * @param quiet nothing is shown meanwhile: nobody waits for it
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>, quiet = false) {
  let screen: ComponentType<Props> | undefined
  const fetchIt = async () => {
    screen = await load()
  }
  function Lazy(props: Props) {
    const { speech } = useRoom()
    const [state, setState] = useState<'waiting' | 'here' | 'failed'>(screen ? 'here' : 'waiting')
    useEffect(() => {
      if (state !== 'waiting') return
      fetchIt().then(
        () => setState('here'),
        () => setState('failed'),
      )
    }, [state])
    const Screen = screen
    if (Screen) return <Screen {...props} />
    if (quiet) return null
    if (state === 'waiting') return <p role="status">{speech.t('widget:wait')}</p>
    return (
      <div role="alert" class="trouble">
        <p>{speech.t('widget:failed.load')}</p>
        <button type="button" class="first" onClick={() => setState('waiting')}>
          {speech.t('widget:failed.again')}
        </button>
      </div>
    )
  }
  return Object.assign(Lazy, { prefetch: fetchIt })
}
