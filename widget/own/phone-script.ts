/** What somebody may say who calls an office alone: four to six sentences, from the answers that were chosen. Nothing that was typed. */
import type { Place } from '#core/contract/content.ts'
import type { Address, Dialogue } from '#core/flow/definition.ts'
import type { Outcome, QuestionVisit, Replay } from '#core/flow/result.ts'
import { answerTexts } from '#core/say/answer.ts'
import { pathOf } from '../steps/path.ts'
import type { Speech } from '../words/speech.ts'

/** More than so many sentences are not read from a paper; so many things are said in one of them. */
const MOST = 6
const TOGETHER = 2

type Conversation = { dialogue: Dialogue; replay: Replay; outcome: Outcome }
export type PhoneScript = {
  sentences: string[]
  /** whose office the first step is, where it is one */
  office: string | undefined
}

const isTicked = ({ question, value }: QuestionVisit) =>
  question.ask === 'many' && Array.isArray(value) && value.length > 0

/** The first step of one's own, and whose office it is. */
function firstStep(speech: Speech, { dialogue, outcome }: Conversation) {
  const steps = pathOf(speech, dialogue, outcome).filter(({ owner }) => owner === 'you')
  const { step: named } = outcome.headline.then
  const step = steps.find(({ id }) => id === named) ?? steps[0]
  const provider = step?.owner === 'you' && `widget:provider.${step.item?.provider}`
  return {
    title: step && speech.t(`advice:${step.id}.title`),
    office: provider && speech.has(provider) ? speech.t(provider) : undefined,
  }
}

/** Pure. @param first where the matters were asked */
export function scriptOf(speech: Speech, place: Place, first: Address, told: Conversation): PhoneScript {
  const { path } = told.replay
  const said = (visit: QuestionVisit | undefined) =>
    visit && answerTexts(speech, place, visit).slice(0, TOGETHER).join(', ')
  const matter = said(path.find((visit) => visit.address === first && isTicked(visit)))
  const hard = path.find((visit) => visit.need && isTicked(visit))
  const scales = path.filter(({ question, value }) => question.ask === 'scale' && typeof value === 'number')
  const goes = scales.find(({ need }) => need === hard?.need) ?? scales[0]
  const { title, office } = firstStep(speech, told)
  const { t } = speech
  const sentences = [
    t('own:call.hello'),
    matter ? t('own:call.matter', { matter }) : t('own:call.noMatter'),
    ...(hard ? [t('own:call.hard', { hard: said(hard) })] : []),
    ...(goes ? [t('own:call.goes', { goes: said(goes) })] : []),
    ...(title ? [t('own:call.step', { step: title })] : []),
    t('own:call.ask'),
    t('own:call.again'),
  ]
  return { sentences: sentences.slice(0, MOST), office }
}
