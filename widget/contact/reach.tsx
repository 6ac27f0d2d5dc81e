/** How to be reached, and what belongs to each way: a number first, what to say to somebody else, or where and when to come. */
import type { Station } from '#core/contract/content.ts'
import { IF_OTHER, WAYS } from '#core/request/choices.ts'
import { Radios, TextInput } from '../parts/inputs.tsx'
import { hoursText } from '../words/format.ts'
import type { SafetyPart } from './safety.tsx'

type Props = SafetyPart & {
  /** where a visit may be, the likeliest first */
  stations: Station[]
  /** whose number is asked for: the near one's or client's, when they know and are called */
  theirs: boolean
}

function Where({ written, speech, set, error, stations }: Props) {
  const told = (slug: string) =>
    stations
      .filter(({ station }) => station === slug)
      .flatMap(({ name, reception }) =>
        // opening hours are not a coordinator's: they would say that one may just come
        reception
          ? [name, speech.t('widget:form.meets', { times: hoursText(speech, reception).join(', ') })]
          : [name],
      )
      .join(', ')
  return (
    <Radios
      legend={speech.t('widget:form.where')}
      name="station"
      options={stations.map(({ station }) => station)}
      text={told}
      value={written.station || (stations[0]?.station ?? '')}
      onValue={(station) => set({ station })}
      error={error('station')}
    />
  )
}

function Phone({ written, speech, set, error, theirs }: Props) {
  return (
    <TextInput
      label={speech.t(theirs ? 'widget:form.theirPhone' : 'widget:form.phone')}
      hint={speech.t('widget:form.phoneHint')}
      error={error('phone')}
      value={written.phone}
      onValue={(phone) => set({ phone })}
      type="tel"
      complete={theirs ? 'off' : 'tel'}
      most={80}
    />
  )
}

export function Reach(props: Props) {
  const { written, speech, set, error } = props
  const { way } = written
  return (
    <>
      {/* its place stays, so that nothing moves under the finger that chooses a visit */}
      <div class="reach">
        {way === 'visit' ? <p>{speech.t('widget:form.noNumber')}</p> : <Phone {...props} />}
      </div>
      <Radios
        legend={speech.t('widget:form.way')}
        name="way"
        options={WAYS}
        text={(one) => speech.t(`widget:way.${one}`)}
        value={way}
        onValue={(one) => set({ way: one })}
        error={error('way')}
      />
      {way === 'text' && <p class="notice">{speech.t('widget:form.texting')}</p>}
      {way === 'visit' && <Where {...props} />}
      {way === 'shared-phone' && (
        <Radios
          legend={speech.t('widget:form.other')}
          name="other"
          options={IF_OTHER}
          optional={speech.t('widget:form.optional')}
          text={(one) => speech.t(`widget:form.other.${one}`)}
          value={written.ifOther}
          onValue={(ifOther) => set({ ifOther })}
          error={error('ifOther')}
        />
      )}
    </>
  )
}
