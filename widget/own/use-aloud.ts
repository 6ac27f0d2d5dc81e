/** Reading aloud by the device: only by a voice that is on it (another would send the text away), and only when a button is pressed. */
import { useLayoutEffect, useState } from 'preact/hooks'

const main = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]

/** `undefined` where the device has no voice of the language. It falls silent when what it reads is no longer shown. */
export function useAloud(lang: string) {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>()
  const [reads, setReads] = useState(false)
  useLayoutEffect(() => {
    const device = self.speechSynthesis as SpeechSynthesis | undefined
    if (!device) return
    const look = () =>
      setVoice(device.getVoices().find((one) => one.localService && main(one.lang) === main(lang)))
    look()
    device.addEventListener?.('voiceschanged', look)
    return () => {
      device.removeEventListener?.('voiceschanged', look)
      device.cancel()
    }
  }, [lang])
  const stop = () => {
    speechSynthesis.cancel()
    setReads(false)
  }
  const read = (text: string) => {
    const spoken = new SpeechSynthesisUtterance(text)
    const end = () => setReads(false)
    Object.assign(spoken, { voice, lang: voice?.lang, onend: end, onerror: end })
    speechSynthesis.cancel()
    speechSynthesis.speak(spoken)
    setReads(true)
  }
  return voice && { reads, read, stop }
}
