/** What the log says of whoever was set aside. */
import { logError } from './log.ts';

/** The event of such a line: an alarm of the template counts them. */
export const setAside = 'set aside';

/** Says of whom a sweep could not see to what was due, where the error came from and its code; the rest went on. */
export const reportSetAside = (about: { userId: string } | { importId: string }, error: unknown): void =>
  logError(setAside, error, about);
