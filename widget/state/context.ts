/** What every screen of the room may use: the words, the facts of the place, and the ways out. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Island } from '../net/island.ts'
import type { Speech } from '../words/speech.ts'

export type Room = {
  speech: Speech
  island: Island
  /** the script is running: what needs it may be shown */
  alive: boolean
  /** wipes everything and leaves for a neutral page */
  exit(): void
  /** changes the language in place; absent where the link itself must do */
  speakIn?: ((lang: string) => Promise<void>) | undefined
}

export const RoomContext = createContext<Room | undefined>(undefined)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('a screen is used outside its room')
  return room
}
