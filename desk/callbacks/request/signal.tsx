/** “En tiedä” as a signal: it tells of a wish to be seen and heard, not of a form left half filled. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { DONT_KNOW } from '#core/flow/words.ts'
import { questionInNeed } from '../../words/answers.ts'
import { say } from '../../words/words.ts'
import { Section } from './section.tsx'

export const Signal = ({ request }: { request: OpenRequest }) => {
  const unsure = request.answers.filter(({ value }) => value === DONT_KNOW)
  if (unsure.length === 0) return null
  const questions = unsure.map((answer) => questionInNeed(request, answer))
  return (
    <Section title="section.signal" mood="signal">
      <p>{say('signal.means', { count: unsure.length })}</p>
      <p class="soft">{questions.join(' · ')}</p>
    </Section>
  )
}
