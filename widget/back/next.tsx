/** What happens now, in the way that was chosen, and what to do if nothing happens or it gets worse. */
import type { ComponentChildren } from 'preact'
import type { Station } from '#core/contract/content.ts'
import { Call } from '../help/numbers.tsx'
import { NumbersMeanwhile } from '../help/troubled.tsx'
import type { OwnRequest } from '../net/outbox.ts'
import { useRoom } from '../state/context.ts'
import { hoursText } from '../words/format.ts'
import type { Speech } from '../words/speech.ts'

/** What to expect of each way: nobody waits for a call that was not asked for. */
const EXPECT: Partial<Record<OwnRequest['way'], string>> = {
  call: 'tries',
  'shared-phone': 'tries',
  text: 'writes',
}

type Props = {
  mine: OwnRequest
  speech: Speech
  /** just sent: who may call, and two things more; the rest is folded */
  brief: boolean
  /** in the fold too */
  children?: ComponentChildren
}

/** Where the number is found, until somebody has verified it. */
const NumberPage = ({ page, speech }: { page: string | undefined; speech: Speech }) =>
  page ? (
    <a class="link" href={page} target="_blank" rel="noopener noreferrer">
      {speech.t('widget:three.numberPage')}
    </a>
  ) : null

/** With a time: what to say at the door. Without one: where it can be asked for without a phone. */
const visitText = (speech: Speech, { name, hours }: Station, { reference, visit }: Props['mine']) =>
  speech.t(visit ? 'widget:sent.arrive' : 'widget:sent.where', {
    station: name,
    hours: hoursText(speech, hours).join(', '),
    // said aloud in one piece: it is not broken over two lines
    reference: reference.replaceAll('-', '\u2011'),
  })

export function Next({ mine, speech, brief, children }: Props) {
  const { way, station, visit, safeTime, promise, doubted } = mine
  const { place, page } = useRoom().island
  const { t } = speech
  const at = visit?.station ?? station
  const where = place.stations.find((one) => one.station === at) ?? place.station
  const number = place.coordinatorPhone ?? where.phone
  // who has taken it, or may: as it stands now
  const callers = mine.caller ? [mine.caller] : mine.callers
  const names =
    !doubted &&
    callers.length > 0 &&
    new Intl.ListFormat(speech.lang, { type: 'disjunction' }).format(
      callers.map(({ firstName }) => firstName),
    )
  // to one whose request is taken for not real nobody calls: what is left is the number to call
  const expected = !doubted && EXPECT[way]
  const tries = expected === 'tries'
  const waits =
    !doubted &&
    (safeTime === 'words' || !promise
      ? t('widget:sent.noCallSafe')
      : t('widget:sent.noCall', { context: way }))
  const who = [
    brief && names && t('widget:sent.callers', { names, context: way }),
    tries && t('widget:sent.number'),
  ]
  const first = [
    who.filter(Boolean).join(' '),
    way === 'visit' && visitText(speech, where, mine),
    expected && t(`widget:sent.${tries && safeTime ? 'triesSafe' : expected}`),
    t('widget:sent.worse'),
  ]
  const others = (
    <>
      {tries && <li>{t('widget:sent.free')}</li>}
      <li>{t('widget:sent.change')}</li>
      <li>{t('widget:sent.notOwn')}</li>
      <li>
        {waits}
        <div>{number ? <Call number={number} /> : <NumberPage page={where.page} speech={speech} />}</div>
      </li>
    </>
  )
  return (
    <>
      <h3>{t('widget:sent.nextTitle')}</h3>
      <ul class={brief ? 'now' : 'hours'}>
        {first.map((line) => line && <li key={line}>{line}</li>)}
        {!brief && others}
      </ul>
      {/* the page of the code shows every number to everybody, below */}
      {page === 'chat' && <NumbersMeanwhile brief />}
      {brief && (
        <details class="rest">
          <summary>{t('widget:sent.more')}</summary>
          <div class="inside">
            <ul class="hours">{others}</ul>
            {children}
          </div>
        </details>
      )}
    </>
  )
}
