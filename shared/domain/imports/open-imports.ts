/** How many imports may be under way at once. */

/**
 * Most imports that were asked for by one principal and are not over: whoever works through files waits for some of them,
 * and nobody fills the list that each sweep looks at. Files that are put into the bucket itself do not count.
 */
export const mostOpenImports = 100;
