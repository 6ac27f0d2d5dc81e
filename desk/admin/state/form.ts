/** A form of the administration while it is being filled: what is told is kept until it is saved or given up. */
import { useRef, useState } from 'preact/hooks'
import { asRefused, type Refused } from '../../net/api.ts'
import { draft, forgetDraft, keepDraft } from '../../state/drafts.ts'
import { speaking } from '../../state/speaking.ts'
import { say } from '../../words/words.ts'
import { ask, readPlace } from './admin.ts'
import type { ChangeTold } from './foresee.ts'

export type FormValues = Readonly<Record<string, unknown>>
const ACT = 'form'

export type FormState = {
  values: FormValues
  set(name: string, value: unknown): void
  busy: boolean
  refused: Refused | undefined
  /** does it, and answers what the server said; nothing when it was refused */
  save(told: ChangeTold, seen: string | undefined): Promise<unknown>
  /** forgets what was told */
  giveUp(): void
}

/** @param id of what is told: the same form of the same thing finds it again after Back, another language, the end of a session */
export function useForm(id: string, initial: FormValues): FormState {
  const key = `admin ${id}`
  const [values, keep] = useState<FormValues>({ ...initial, ...draft(key, ACT) })
  const [busy, setBusy] = useState(false)
  const [refused, refuse] = useState<Refused>()
  const isSaving = useRef(false)
  return {
    ...{ values, busy, refused },
    set(name, value) {
      const next = { ...values, [name]: value }
      keep(next)
      keepDraft(key, ACT, next)
      refuse(undefined)
    },
    async save({ method, path, body }, seen) {
      // a second press while the first is under way
      if (isSaving.current) return undefined
      isSaving.current = true
      setBusy(true)
      try {
        const answer = (await ask<unknown>(method, path, body, seen)) ?? true
        forgetDraft(key)
        speaking.set({ announcement: say('admin:form.saved') })
        await readPlace()
        return answer
      } catch (thrown) {
        const told = asRefused(thrown)
        // what another has changed is shown, and the next press is made upon it
        if (told.reason === 'changed-meanwhile') await readPlace()
        refuse(told)
        return undefined
      } finally {
        isSaving.current = false
        setBusy(false)
      }
    },
    giveUp: () => forgetDraft(key),
  }
}
