/** “Ask for a call” leads to the desk's own form: the conversation stands where it stood. */
import { useLayoutEffect } from 'preact/hooks'
import type { Talk } from '../state/conversation.ts'
import { tellDesk } from './desk-line.ts'

export function Done({ talk }: { talk: Talk }) {
  useLayoutEffect(() => {
    tellDesk({ assisted: 'done' })
    talk.show('talk')
  }, [])
  return null
}
