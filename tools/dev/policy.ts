/** The one thing in which a page may be laxer while its sources are written. Nothing of the server knows of it. */

/**
 * The policy of a document as the server gives it, but for the styles that Vite puts into the page and takes out again.
 * Scripts come from our own address as ever, and no text becomes markup.
 */
export const whileWritten = (policy: string): string =>
  policy.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'")
