/** Several “En tiedä” as a signal: they may tell of more than of questions left open. Of one alone, and of a professional, nothing is made. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { ASKER, PROFESSIONAL } from '#core/flow/named.ts'
import { DONT_KNOW } from '#core/flow/words.ts'
import { answerTo, questionInNeed } from '../../words/answers.ts'
import { say } from '../../words/words.ts'
import { Section } from './section.tsx'

/** One is an ordinary answer. */
const SIGNAL = 2

export const Signal = ({ request }: { request: OpenRequest }) => {
  const unsure = request.answers.filter(({ value }) => value === DONT_KNOW)
  if (unsure.length < SIGNAL || answerTo(request, ASKER)?.value === PROFESSIONAL) return null
  const questions = unsure.map((answer) => questionInNeed(request, answer))
  return (
    <Section title="section.signal" mood="signal">
      <p>{say('signal.means', { count: unsure.length })}</p>
      <p class="soft">{questions.join(' · ')}</p>
    </Section>
  )
}
