/** The administrators’ wing: the place and the people, each page on its own address. */
import './styles/admin.css'
import './styles/change.css'
import { useEffect, useRef } from 'preact/hooks'
import { Problem } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import type { FrameType, Wing } from '../parts/wing.ts'
import { address } from '../state/address.ts'
import { useStore } from '../state/store.ts'
import { say, speakAlso } from '../words/words.ts'
import { Absences } from './away/absences.tsx'
import { CalendarPage } from './away/calendar.tsx'
import { Closures } from './away/closures.tsx'
import { Faults } from './parts/faults.tsx'
import { Places } from './places/places.tsx'
import { StaffPage } from './staff/staff.tsx'
import { admin, readPlace } from './state/admin.ts'
import { type AdminPage, addressOfPage, PAGES, pageInAddress } from './state/pages.ts'
import { ChangesPage } from './watch/changes.tsx'
import { NumbersPage } from './watch/numbers.tsx'

const Nav = ({ page }: Pick<AdminPage, 'page'>) => (
  <nav class="admin-nav" aria-label={say('admin:nav.label')}>
    <ul>
      {PAGES.map((one) => (
        <li key={one}>
          <a href={addressOfPage(one)} aria-current={one === page ? 'page' : undefined}>
            {say(`admin:nav.${one}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

function Shown({ page, kind = 'areas' }: AdminPage) {
  if (page === 'absences') return <Absences />
  if (page === 'closures') return <Closures />
  if (page === 'calendar') return <CalendarPage />
  if (page === 'staff') return <StaffPage />
  if (page === 'places') return <Places kind={kind} />
  return page === 'numbers' ? <NumbersPage /> : <ChangesPage />
}

function Page({ Frame }: { Frame: FrameType }) {
  const name = useStore(address, (state) => state.page)
  const shown = pageInAddress()
  const isKnown = useStore(admin, (state) => state.place !== undefined)
  const refused = useStore(admin, (state) => state.refused)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(name)
  const title = shown.kind ? say(`admin:places.${shown.kind}`) : say(`admin:nav.${shown.page}`)
  useTitle(say('admin:title', { page: title }))
  useEffect(() => {
    // also when somebody has just come in, so that a reader begins where the eye does
    if (before.current !== name || document.activeElement === document.body) heading.current?.focus()
    before.current = name
  }, [name])
  return (
    <Frame skips={[{ to: 'admin-page', label: say('admin:skip') }]}>
      <div class="admin">
        <Nav page={shown.page} />
        <main class="admin-main">
          <h2 id="admin-page" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <Problem refused={refused} />
          {refused && (
            <p>
              <button type="button" class="button" onClick={() => void readPlace()}>
                {say('start.again')}
              </button>
            </p>
          )}
          {!isKnown && !refused && <p class="soft">{say('admin:loading')}</p>}
          {isKnown && <Faults />}
          {isKnown && <Shown key={shown.page} {...shown} />}
        </main>
      </div>
    </Frame>
  )
}

/** Nobody tells an administrator of changes: the place is read anew when somebody looks at it again. */
const lookAgain = () => {
  if (document.visibilityState === 'visible' && admin.get().place) void readPlace()
}

export const adminWing: Wing = {
  Page,
  async begin() {
    document.addEventListener('visibilitychange', lookAgain)
    await Promise.all([readPlace(), speakAlso('numbers')])
  },
  turned: async () => {},
}
