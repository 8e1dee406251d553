/** How names of people are compared and sorted. */

/** A text as it is compared: in one composed form, lower case, with one small sigma. */
export const comparable = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');

/** The place of a person in the order of display names: unique, and at most 600 bytes long. */
export const listName = ({ displayName, id }: { displayName: string; id: string }): string =>
  `${sorted(displayName)}${separator}${id}`;

/** Characters of a display name that its place is made of; those that differ further on follow each other by id. */
const longestInOrder = 120;

/** Sorts before everything that a name may contain, so that `Ann` comes before `Ann Lee`. */
export const separator = '\t';

/** A display name as it is sorted: as it is compared, cut, without what sorts before the separator or behind all text. */
export const sorted = (displayName: string): string =>
  [...comparable(displayName)]
    .slice(0, longestInOrder)
    .join('')
    .replace(/[\p{Cc}\u{10FFFF}]/gu, ' ');
