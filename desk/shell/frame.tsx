/** What stands around every page of a wing: links for the keyboard, the header, the state of the connection. */
import type { FrameProps, Skip } from '../parts/wing.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Header } from './header.tsx'
import { SessionEnd } from './session-end.tsx'

// The address after # belongs to the page, so the skip link moves focus itself.
function skip(event: MouseEvent) {
  event.preventDefault()
  const target = (event.currentTarget as HTMLAnchorElement).getAttribute('href')?.slice(1)
  document.getElementById(target ?? '')?.focus()
}

const SkipLink = ({ to, label }: Skip) => (
  <a class="skip" href={`#${to}`} onClick={skip}>
    {label}
  </a>
)

export const Frame = ({ open = false, skips = [], children }: FrameProps) => (
  <div class={open ? 'desk desk-open' : 'desk'}>
    {skips.map((one) => (
      <SkipLink key={one.to} {...one} />
    ))}
    <Header />
    <ConnectionBanner />
    <SessionEnd />
    {children}
  </div>
)
