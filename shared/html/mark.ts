/** The mark of the product: at the head of the console, and in the tab of its browser. */
import { light } from './palette.ts';

/** An SVG of 32 by 32. */
const mark = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${light.link}"/><path d="M7 23V9l9 9 9-9v14" fill="none" stroke="#fff" stroke-width="3.4" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

/** As an address that an image or an icon may have. */
export const markAddress = `data:image/svg+xml,${encodeURIComponent(mark)}`;
