/** What is the address of an official page, and what its site is called. One judge for the check and for what is shown. */

/** Browsers and Node both have it; this room knows neither of them. */
declare const URL: new (address: string) => { origin: string }

/** What stands before or after the name of the site and sends people elsewhere than they read; signs that no address has, or that nobody sees. */
const REFUSED = /^(?!https:\/\/[^/?#@:%]+([/?#]|$))|[\s\p{C}"<>\\^`{|}]/u
const SITE = /\/(?:www\.)?((?:[a-z\d-]+\.)+[a-z][a-z\d-]+)$/

/**
 * A name of a page’s site as people say it: `hyvaks.fi`.
 * @returns nothing when it is no address of a secure page: no name with a dot, a port, a user, signs that no address has
 */
export function siteOf(link: unknown): string | undefined {
  try {
    const address = link as string
    return REFUSED.test(address) ? undefined : SITE.exec(new URL(address).origin)?.[1]
  } catch {
    return undefined
  }
}
