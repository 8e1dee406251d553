/** What the console may do in a browser: its Content-Security-Policy. */

/**
 * Everything comes from this origin, nothing is written into the page as text (Trusted Types), and it shows itself in no
 * frame. Requests go to the API, and files of people to `uploadHost`, the bucket's own, over what the page itself came by.
 * Icons and the marks on charts are `data:` images; fonts are the system's.
 */
export const consolePolicy = (uploadHost: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${uploadHost}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
