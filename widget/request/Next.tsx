/** What happens now, in the way that was chosen, and what to do if nothing happens or it gets worse. */
import { hoursText } from '../format.ts'
import { useRoom } from '../room/context.ts'
import { Call } from '../room/Lines.tsx'
import type { Speech } from '../speech.ts'
import type { Mine } from './outbox.ts'
import { NumbersMeanwhile } from './Troubled.tsx'

/** What to expect of each way: nobody waits for a call that was not asked for. */
const EXPECT: Record<Mine['way'], string[]> = {
  call: ['number', 'tries'],
  'shared-phone': ['number', 'tries'],
  text: ['writes'],
  visit: [],
}

type Props = { mine: Pick<Mine, 'way' | 'station' | 'reference' | 'safeTime'>; speech: Speech }

/** Where the number is found, until somebody has verified it. */
const NumberPage = ({ page, speech }: { page: string | undefined; speech: Speech }) =>
  page ? (
    <a class="link" href={page} target="_blank" rel="noopener noreferrer">
      {speech.t('widget:three.numberPage')}
    </a>
  ) : null

export function Next({ mine: { way, station, reference, safeTime }, speech }: Props) {
  const { place } = useRoom().island
  const where = place.stations.find((one) => one.station === station) ?? place.station
  const number = place.coordinatorPhone ?? where.phone
  return (
    <>
      <h3>{speech.t('widget:sent.nextTitle')}</h3>
      <ul class="hours">
        {way === 'visit' && (
          <li>
            {speech.t('widget:sent.where', {
              station: where.name,
              hours: hoursText(speech, where.hours).join(', '),
              reference,
            })}
          </li>
        )}
        {EXPECT[way].map((key) => (
          <li key={key}>{speech.t(`widget:sent.${key === 'tries' && safeTime ? 'triesSafe' : key}`)}</li>
        ))}
        <li>
          {safeTime === 'words'
            ? speech.t('widget:sent.noCallSafe')
            : speech.t('widget:sent.noCall', { context: way })}
          <div>{number ? <Call number={number} /> : <NumberPage page={where.page} speech={speech} />}</div>
        </li>
        <li>{speech.t('widget:sent.change')}</li>
        <li>{speech.t('widget:sent.worse')}</li>
      </ul>
      <NumbersMeanwhile />
    </>
  )
}
