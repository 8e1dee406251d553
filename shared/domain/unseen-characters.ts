/** Characters of a text that nobody sees, and that change what others see. */

/**
 * As they stand in a regular expression: control characters, halves of characters, separators of lines; marks that turn
 * the order of all that follows (U+202A to 202E, U+2066 to 2069); and what takes no room: a name with one looks like
 * somebody else's. The joiners U+200C and U+200D are none of them, which Persian, the scripts of India and emoji are
 * written with, nor are the marks U+061C, U+200E and U+200F, which Hebrew and Arabic are and which turn nothing else.
 */
export const unseenCharacters =
  '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u00ad\\u180e\\u200b\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb';

const unseen = new RegExp(`[${unseenCharacters}]`, 'u');

/** The first such character of a text as Unicode writes it (U+202E), if it has one. With `lines` it may have several. */
export const unseenIn = (text: string, { lines = false } = {}): string | undefined => {
  const [found] = unseen.exec(lines ? text.replace(/[\r\n]/g, '') : text) ?? [];
  return found && `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
};

/** Whether a text has nothing to be seen. */
export const isBlank = (text: string): boolean => /^(\s|\u061c|[\u200c-\u200f]|[\ufe00-\ufe0f])*$/u.test(text);
