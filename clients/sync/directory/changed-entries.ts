/** What the directory says has changed since a cookie, an answer at a time. */
import { UnavailableCriticalExtensionError } from 'ldapts';
import { SyncFault } from '../sync-fault.ts';
import type { Directory, Question } from './connection.ts';
import { DirSyncControl, showDeleted } from './dir-sync-control.ts';
import type { Entry } from './entry.ts';

/** An answer, and the cookie behind it. */
export type ChangedEntries = { entries: Entry[]; cookie: Buffer };

/** The directory does not take the cookie any more: everybody has to be read. */
export class CookieRefused extends Error {}

/** Asks until there is no more; an answer without entries may have more behind it. */
export async function* changedEntries(
  directory: Directory,
  namingContext: string,
  question: Question,
  from: Buffer,
): AsyncIterable<ChangedEntries> {
  let cookie = from;
  let more = true;
  while (more) {
    const control = new DirSyncControl(cookie);
    const entries = await told(directory.search(namingContext, question, [control, showDeleted()]));
    if (!control.isAnswered || control.cookie.length === 0) {
      throw new SyncFault('DirectoryAnswer', `${directory.host} gave no cookie. Nothing was changed.`);
    }
    ({ cookie, more } = control);
    yield { entries, cookie };
  }
}

const told = async (answer: Promise<Entry[]>): Promise<Entry[]> => {
  try {
    return await answer;
  } catch (error) {
    // A cookie that means nothing to the controller: it is broken, or of another domain.
    if ((error as Error).cause instanceof UnavailableCriticalExtensionError) throw new CookieRefused();
    throw error;
  }
};
