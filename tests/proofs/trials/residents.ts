/** Residents who ask for a call and send the same again, with the same id and code, until they are told that it was received. */
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { Random } from '#core/walk/random.ts'
import { until } from '../../support/process.ts'

/** So many send at the same time. */
const RESIDENTS = 20

export type Sent = {
  body: CallbackRequestBody
  /** the bytes of the 201 */
  receipt?: string
}

export type Residents = {
  /** All send theirs, to whichever address answers. @returns when each was answered */
  send(wave: Sent[]): Promise<void>
  /** how many 201 each address has given */
  answered: number[]
  /** called at each 201, before anybody sends again */
  onReceipt?: () => void
  figures: { tries: number; 'connections cut': number; 'told to try again': number }
  /** answers that nobody should have got */
  strange: string[]
}

/** @returns nothing when the connection was cut or refused */
async function post(url: string, body: CallbackRequestBody) {
  try {
    const answer = await fetch(`${url}/api/callback-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return undefined
  }
}

export function openResidents(urls: string[], random: Random): Residents {
  const answered = urls.map(() => 0)
  const figures = { tries: 0, 'connections cut': 0, 'told to try again': 0 }
  const strange: string[] = []
  const residents: Residents = { answered, figures, strange, send }

  /** @returns true when there is no more to be told */
  async function tryAt(place: number, sent: Sent): Promise<boolean> {
    figures.tries += 1
    const answer = await post(urls[place] as string, sent.body)
    if (answer?.status === 201) {
      answered[place] = (answered[place] ?? 0) + 1
      sent.receipt = answer.text
      residents.onReceipt?.()
    } else if (!answer) figures['connections cut'] += 1
    else if (answer.status === 503) figures['told to try again'] += 1
    else return strange.push(`${answer.status} ${answer.text}`) > 0
    return sent.receipt !== undefined
  }

  async function untilAnswered(sent: Sent) {
    let place = random.below(urls.length)
    await until(`${sent.body.id} is answered`, async () => {
      if (await tryAt(place, sent)) return true
      place = (place + 1) % urls.length
      return false
    })
  }

  async function send(wave: Sent[]) {
    const waiting = [...wave]
    const resident = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await untilAnswered(next)
    }
    await Promise.all(Array.from({ length: RESIDENTS }, resident))
  }
  return residents
}
