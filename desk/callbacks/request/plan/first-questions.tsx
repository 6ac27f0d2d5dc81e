/** What to ask first: the questions of the conversation that were left open or answered “I don’t know”, three at most. Nothing that is known is asked again. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { ASKER, type ContentId, GOAL, HELPERS, PROFESSIONAL, WORKS } from '#core/flow/named.ts'
import { DECLINED, DONT_KNOW, MAIN } from '#core/flow/words.ts'
import { answerTo, speakerTo } from '../../../words/answers.ts'
import { Section } from '../section.tsx'

const MOST = 3
/** Of what was not known so many at most: there is room for what matters to the person. */
const MOST_UNSURE = 2

type FirstAsked = { flow: string; step: string }

/** Asked about oneself, a resident may leave these empty; who already helps is asked only when it was not asked before. */
function isOpen({ plan, ...request }: OpenRequest, step: ContentId): boolean {
  if ((step === GOAL && plan?.goal) || (step === WORKS && plan?.works)) return false
  const value = answerTo(request, step)?.value
  return value === undefined || (value === DECLINED && step !== HELPERS)
}

/** The questions in the words of the conversation, for whoever it was about. */
export function firstQuestions(request: OpenRequest): string[] {
  const { status, verified } = request.row
  const isToCome = status === 'waiting' || status === 'taken'
  if (!isToCome || !verified || answerTo(request, ASKER)?.value === PROFESSIONAL) return []
  const speaker = speakerTo(request)
  const wordsOf = ({ flow, step }: FirstAsked) => {
    const key = `${flow}:${step}.question`
    return speaker.has(key) ? [speaker.t(key)] : []
  }
  const unsure = request.answers.filter(({ value }) => value === DONT_KNOW).flatMap(wordsOf)
  const open = [GOAL, HELPERS, WORKS]
    .filter((step) => isOpen(request, step))
    .flatMap((step) => wordsOf({ flow: MAIN, step }))
  const first = [...new Set([...unsure.slice(0, MOST_UNSURE), ...open, ...unsure.slice(MOST_UNSURE)])]
  return first.slice(0, MOST)
}

export const FirstQuestions = ({ request }: { request: OpenRequest }) => {
  const questions = firstQuestions(request)
  if (questions.length === 0) return null
  return (
    <Section title="section.firstQuestions">
      <ul class="first-questions">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </Section>
  )
}
