/** The sign of a page among others in a browser. */
import { light } from '../html/palette.ts';

/** As a picture: it is small enough to be written where it is needed. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${light.link}"/><path d="M8 23V10l8 8 8-8v13" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** As an address that is the picture itself. */
export const faviconAddress = `data:image/svg+xml,${encodeURIComponent(favicon)}`;
