/** What happens now, in the way that was chosen, and what to do if nothing happens or it gets worse. */
import type { Station } from '#core/contract/content.ts'
import { Call } from '../help/numbers.tsx'
import { NumbersMeanwhile } from '../help/troubled.tsx'
import type { OwnRequest } from '../net/outbox.ts'
import { useRoom } from '../state/context.ts'
import { hoursText } from '../words/format.ts'
import type { Speech } from '../words/speech.ts'

/** What to expect of each way: nobody waits for a call that was not asked for. */
const EXPECT: Record<OwnRequest['way'], string[]> = {
  call: ['number', 'tries'],
  'shared-phone': ['number', 'tries'],
  text: ['writes'],
  visit: [],
}

type Props = {
  mine: Pick<OwnRequest, 'way' | 'station' | 'reference' | 'visit' | 'safeTime' | 'promise' | 'doubted'>
  speech: Speech
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

export function Next({ mine, speech }: Props) {
  const { way, station, visit, safeTime, promise, doubted } = mine
  const { place, page } = useRoom().island
  const at = visit?.station ?? station
  const where = place.stations.find((one) => one.station === at) ?? place.station
  const number = place.coordinatorPhone ?? where.phone
  return (
    <>
      <h3>{speech.t('widget:sent.nextTitle')}</h3>
      <ul class="hours">
        {way === 'visit' && <li>{visitText(speech, where, mine)}</li>}
        {/* to one whose request is taken for not real nobody calls: what is left is the number to call */}
        {doubted ||
          EXPECT[way].map((key) => (
            <li key={key}>{speech.t(`widget:sent.${key === 'tries' && safeTime ? 'triesSafe' : key}`)}</li>
          ))}
        <li>
          {!doubted &&
            (safeTime === 'words' || !promise
              ? speech.t('widget:sent.noCallSafe')
              : speech.t('widget:sent.noCall', { context: way }))}
          <div>{number ? <Call number={number} /> : <NumberPage page={where.page} speech={speech} />}</div>
        </li>
        <li>{speech.t('widget:sent.change')}</li>
        <li>{speech.t('widget:sent.worse')}</li>
      </ul>
      {/* the page of the code shows every number to everybody, below */}
      {page === 'chat' && <NumbersMeanwhile />}
    </>
  )
}
