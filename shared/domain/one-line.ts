/** Text of people as it may stand in a subject or a line. */

/**
 * The text on one line: control characters and line separators become a space, so that none can begin a header or a
 * line of its own, and marks that reverse the order of letters are dropped. Everything else stays as it is.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();

/** The text on one line of at most `most` characters; a longer one ends with an ellipsis. */
export const shortLine = (text: string, most: number): string => {
  const characters = [...oneLine(text)];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
};

/**
 * The beginning of a text, at most `most` UTF-16 units long. It never ends in half a character, which neither a table
 * nor a queue takes.
 */
export const beginningOf = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
