/** A soft signal of two tones, made by the browser: nothing is loaded for it. */
const TONES = [523, 659]
const LONG_S = 0.35
/** Of full loudness; somebody may be on the phone. */
const LOUDNESS = 0.05

let context: AudioContext | undefined

export function chime(): void {
  context ??= new AudioContext()
  const { currentTime, destination } = context
  for (const [at, tone] of TONES.entries()) {
    const begins = currentTime + at * LONG_S * 0.6
    const voice = new OscillatorNode(context, { frequency: tone })
    const loudness = new GainNode(context, { gain: 0 })
    loudness.gain.setValueAtTime(0, begins)
    loudness.gain.linearRampToValueAtTime(LOUDNESS, begins + 0.03)
    loudness.gain.linearRampToValueAtTime(0, begins + LONG_S)
    voice.connect(loudness).connect(destination)
    voice.start(begins)
    voice.stop(begins + LONG_S)
  }
}
