/**
 * A page that is only read: no script, nothing to type or to tick, so it needs no closed root. The ways out stand on it as on every
 * other: leaving quickly, 112, a person, the chat.
 */
import type { ComponentChildren } from 'preact'
import type { Station } from '#core/contract/content.ts'
import { Foot } from '../frame/foot.tsx'
import { Hours, Numbers } from '../frame/human.tsx'
import { Mark, Tongues } from '../frame/top.tsx'
import { Call } from '../help/numbers.tsx'
import { linesOf } from '../help/phone-lines.ts'
import type { Island } from '../net/island.ts'
import { RoomContext } from '../state/context.ts'
import type { Speech } from '../words/speech.ts'

export type PlainProps = { island: Island; speech: Speech }

/** The station of the page goes along; a page of none has none to give. */
export const withStation = (path: string, { place: { station } }: Island) =>
  `${path}${station.station && `?station=${station.station}`}`

function Top({ island, speech }: PlainProps) {
  const [emergency] = linesOf(island.place)
  return (
    <>
      <header class="top">
        <Mark />
        <p class="service">
          <b>{speech.t('widget:title')}</b>
          <small>{island.place.station.name}</small>
        </p>
        <Tongues folded={false} />
      </header>
      <section class="ways urgent" aria-label={speech.t('widget:strip.label')}>
        <p>
          <span>{speech.t('widget:strip.open')}</span>
          {emergency && (
            <Call number={emergency.number}>
              <span class="unseen">{speech.t('widget:strip.call')}</span>
              <span aria-hidden="true">{emergency.number}</span>
            </Call>
          )}
        </p>
        {/* by the link alone: there is no script that would hear a key */}
        <a class="exit" href={speech.t('widget:exit.address')} rel="noreferrer" target="_top">
          {speech.t('widget:exit')}
        </a>
      </section>
    </>
  )
}

/** Where the chat begins: at the station of the page, else at one that is chosen here. */
function Chat({ island, speech }: PlainProps) {
  const { language, place } = island
  const chat = (station: Pick<Station, 'station'>) => `/chat/${language.lang}?station=${station.station}`
  return (
    <section class="to-chat" aria-labelledby="chat">
      <h2 id="chat">{speech.t('host:advice.ask')}</h2>
      <p>{speech.t('host:advice.askText')}</p>
      {place.station.station ? (
        <a class="begin" href={chat(place.station)}>
          {speech.t('host:advice.begin')}
        </a>
      ) : (
        <ul class="stations">
          {place.stations.map((station) => (
            <li key={station.station}>
              <a href={chat(station)}>{station.name}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type WholeProps = PlainProps & {
  children: ComponentChildren
  /** stands below the ways on */
  after?: ComponentChildren
}

export function Plain({ island, speech, children, after }: WholeProps) {
  return (
    <RoomContext.Provider value={{ speech, island, alive: false, exit: () => {} }}>
      <div class="room">
        <Top island={island} speech={speech} />
        <main>
          {children}
          <Chat island={island} speech={speech} />
          <section class="contacts" aria-labelledby="person">
            <h2 id="person">{speech.t('widget:human.open')}</h2>
            <Numbers />
            <Hours />
          </section>
          {after}
        </main>
        <Foot />
      </div>
    </RoomContext.Provider>
  )
}
