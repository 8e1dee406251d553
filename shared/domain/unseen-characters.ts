/** Characters of a text that nobody sees, and that change what others see. */

import { hasRightToLeft, isNeeded } from './needed-marks.ts';

/**
 * Those that no text has, wherever they stand, as in a regular expression: control characters, halves of characters,
 * separators of lines; marks that turn the order of all that follows (U+202A to 202E, U+2066 to 2069); and what takes no
 * room: a name with one looks like somebody else's.
 */
export const unseenCharacters =
  '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u00ad\\u180e\\u200b\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb';

/**
 * All that has to be looked at: also what is no character (U+FFFF), what stands for one that was lost (U+FFFC, U+FFFD),
 * what each machine shows in its own way (private use), and every other mark that takes no room, some of which a script
 * needs.
 */
const suspicious = `[${unseenCharacters}\\p{Noncharacter_Code_Point}\\p{Co}\\p{Default_Ignorable_Code_Point}\\ufffc\\ufffd]`;
const isSuspicious = new RegExp(suspicious, 'u');
const eachSuspicious = new RegExp(suspicious, 'gu');

/** The first such character of a text as Unicode writes it (U+202E), if it has one. With `lines` it may have several. */
export const unseenIn = (text: string, { lines = false } = {}): string | undefined => {
  if (!isSuspicious.test(text)) return undefined;
  const line = lines ? text.replace(/[\r\n]/g, '') : text;
  const isTurned = hasRightToLeft(line);
  for (const { 0: mark, index } of line.matchAll(eachSuspicious)) {
    const [before, after] = [near(line, index), line.slice(index + mark.length, index + mark.length + 2)];
    if (!isNeeded(mark, { before, after, isTurned })) return nameOf(mark);
  }
  return undefined;
};

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What stands before a place, as far as it may matter: a flag with its tags is the longest. */
const near = (text: string, place: number): string => text.slice(Math.max(0, place - 20), place);

/** What is blank at the ends of a text: spaces of every width, and marks that take no room. */
const isEdge = (character: string): boolean => edge.test(character);
const edge = /^[\s\u2800\p{Default_Ignorable_Code_Point}]$/u;
const blankStart = /^[\s\u2800\p{Default_Ignorable_Code_Point}]+/u;

/** Whether a text begins and ends as nearly all do, so that there is nothing to take away. */
const hasPlainEnds = (text: string): boolean =>
  isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1));
const isPlain = (unit: number): boolean => (unit > 0x20 && unit < 0x7f) || (unit > 0xad && unit < 0x300);

/**
 * A text without what is blank at its ends: programs that copy put marks around names, addresses and numbers. What the
 * script of its last letters needs stays.
 */
export const visibleText = (text: string): string => {
  if (text === '' || hasPlainEnds(text)) return text;
  const rest = text.replace(blankStart, '');
  let end = rest.length;
  while (end > 0) {
    const start = end > 1 && /^[\udc00-\udfff]/.test(rest.charAt(end - 1)) ? end - 2 : end - 1;
    const mark = rest.slice(start, end);
    if (!isEdge(mark) || isNeeded(mark, { before: near(rest, start), after: '', isTurned: false })) break;
    end = start;
  }
  return rest.slice(0, end);
};

/** Whether a text has nothing to be seen. */
export const isBlank = (text: string): boolean => visibleText(text) === '';

/** A text as words are compared that may come with marks inside: without any that take no room. */
export const withoutMarks = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
