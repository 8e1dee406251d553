/** Mail addresses. */
import { unseenIn } from './unseen-characters.ts';

/** One address, as mail systems take it: no spaces, quotes or characters that nobody sees, a dotted domain. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 &&
  unseenIn(text) === undefined &&
  /^[^\s@<>()[\]\\,;:"]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u.test(text);
