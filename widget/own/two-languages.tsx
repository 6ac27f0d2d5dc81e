/** One card in two languages, to be shown at a counter: the resident's own above, Finnish below. */
import { useEffect, useState } from 'preact/hooks'
import { isUnsure } from '#core/flow/answer.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { ASKER } from '#core/flow/named.ts'
import type { Outcome, QuestionVisit, Replay } from '#core/flow/result.ts'
import { STRIP } from '#core/flow/words.ts'
import { answerText, labelOf, spoken } from '#core/say/answer.ts'
import { speakTo } from '#core/say/speaker.ts'
import type { Island } from '../net/island.ts'
import { useRoom } from '../state/context.ts'
import { translated } from '../state/translated.ts'
import { pathOf } from '../steps/path.ts'
import type { Speech } from '../words/speech.ts'
import { ownWords } from './own-words.ts'

/** The language of the offices. */
const FINNISH = 'fi'

/** Nothing to translate, or nothing to translate into. */
export const isInFinnish = ({ language, languages }: Island) =>
  language.lang.split('-')[0] === FINNISH || !languages.some(({ lang }) => lang === FINNISH)

type Props = { dialogue: Dialogue; replay: Replay; outcome: Outcome; speech: Speech }
type Both = { speech: Speech; finnish: Speech }

/** Finnish, of the same revision, from the same addresses for everybody. */
async function inFinnish(island: Island): Promise<Speech> {
  const [{ speech }, words] = await Promise.all([translated(island, FINNISH), ownWords(island, FINNISH)])
  speech.add(words)
  return speech
}

/** What was really answered. */
const isTold = ({ address, value }: QuestionVisit) =>
  address !== STRIP && value !== undefined && !isUnsure(value) && `${value}` !== ''

type LineProps = Both & { say: (speech: Speech) => string }

function Line({ speech, finnish, say }: LineProps) {
  const [own, below] = [say(speech), say(finnish)]
  return (
    <>
      <span>{own}</span>
      {below !== own && (
        <span lang={FINNISH} dir="ltr">
          {below}
        </span>
      )}
    </>
  )
}

function Card({ dialogue, replay, outcome, ...both }: Props & Both) {
  const { place } = useRoom().island
  const steps = pathOf(both.speech, dialogue, outcome).filter(({ owner }) => owner === 'you')
  const answers = replay.path.filter(isTold)
  return (
    <div class="both">
      <p class="please">
        <Line {...both} say={({ t }) => t('own:two.please')} />
      </p>
      <h4>
        <Line {...both} say={({ t }) => t('own:two.answers')} />
      </h4>
      <ul>
        {answers.map((visit) => (
          <li key={visit.address}>
            <Line {...both} say={(one) => `${labelOf(one, visit)}: ${answerText(one, place, visit)}`} />
          </li>
        ))}
      </ul>
      {steps.length > 0 && (
        <>
          <h4>
            <Line {...both} say={({ t }) => t('own:two.steps')} />
          </h4>
          <ol>
            {steps.map(({ id }) => (
              <li key={id}>
                <Line {...both} say={({ t }) => t(`advice:${id}.title`)} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

function Opened(props: Props) {
  const { speech, replay } = props
  const { island } = useRoom()
  const [plain, setPlain] = useState<Speech>()
  const [failed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    inFinnish(island).then(setPlain, () => setFailed(true))
  }
  useEffect(load, [island])
  if (failed)
    return (
      <div role="alert" class="trouble">
        <p>{speech.t('own:two.failed')}</p>
        <button type="button" class="first" onClick={load}>
          {speech.t('widget:failed.again')}
        </button>
      </div>
    )
  if (!plain) return <p role="status">{speech.t('widget:wait')}</p>
  const finnish = speakTo(plain, replay.answers[ASKER], spoken(plain, island.place, replay.path))
  return <Card {...props} finnish={finnish} />
}

export function TwoLanguages(props: Props) {
  const [open, setOpen] = useState(false)
  const { t } = props.speech
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('own:two.title')}</summary>
      <div class="inside">
        <p>{t('own:two.text')}</p>
        {open && <Opened {...props} />}
      </div>
    </details>
  )
}
