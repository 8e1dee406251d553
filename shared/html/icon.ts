/** The mark of Muster, which browsers show beside a page's title: one for all pages, and part of each, so nothing is fetched. */

import { html } from './markup.ts';
import { light } from './palette.ts';

/** The mark as a picture: an SVG that needs no more than itself, with a size of its own, by which a line is laid out that it stands in. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${light.link}"/><path d="M8 23V9.5l8 8.5 8-8.5V23" fill="none" stroke="${light.card}" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Its address within a page, for pages whose policy allows `img-src data:`. */
export const iconAddress = `data:image/svg+xml,${encodeURIComponent(icon)}`;

/** The line of a page's head that names it. */
export const iconLink = html`<link rel="icon" type="image/svg+xml" href="${iconAddress}">`;
