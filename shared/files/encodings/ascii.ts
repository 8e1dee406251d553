/** Text that every encoding reads alike. */

/** Whether a text has nothing but ASCII. */
export const isAsciiText = (text: string): boolean => !/[^\0-\u007f]/.test(text);
