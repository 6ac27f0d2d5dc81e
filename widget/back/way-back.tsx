/** The way back: the code from the request opens it, on any device. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { CODE_LENGTH, readCode } from '#core/request/code.ts'
import { TextInput } from '../parts/inputs.tsx'
import { useRoom } from '../state/context.ts'
import { MineView } from './mine-view.tsx'

export function WayBack() {
  const { speech } = useRoom()
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState<string>()
  const [presses, setPresses] = useState(0)
  const [wrong, setWrong] = useState(false)
  const section = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (wrong) section.current?.querySelector('input')?.focus()
  }, [wrong, presses])
  const open = () => {
    const read = readCode(typed)
    const good = read.length === CODE_LENGTH
    setWrong(!good)
    setCode(good ? read : undefined)
    setPresses((before) => before + 1)
  }
  return (
    <section
      class="back request"
      aria-labelledby="heading"
      ref={section}
      onKeyDown={({ key, target }) =>
        key === 'Enter' && (target as Element).tagName === 'INPUT' && !code && open()
      }
    >
      <TextInput
        label={speech.t('widget:back.code')}
        hint={speech.t('widget:back.codeHint')}
        error={wrong ? speech.t('widget:back.short') : undefined}
        value={typed}
        onValue={(text) => {
          setTyped(text)
          setWrong(false)
          setCode(undefined)
        }}
        most={20}
      />
      <button type="button" class="first" onClick={open}>
        {speech.t('widget:back.open')}
      </button>
      {code && <MineView key={presses} code={code} speech={speech} />}
    </section>
  )
}
