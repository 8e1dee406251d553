/** Where a session comes from when the page is opened. */
import { callOnce } from '../api/call.ts';
import { readSession, type Session } from '../api/session.ts';

/** The code in the address of the page, which is good once: it is taken out of the address, and out of the history. */
const codeOfAddress = (): string | undefined => {
  const code = new URLSearchParams(window.location.hash.slice(1)).get('code');
  if (code === null) return undefined;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return code;
};

/**
 * The session that the page begins with: one that a code in its address begins, as a local start prints it, else that of
 * this browser. Throws a `Problem`, also where the code is no good and nobody is signed in.
 */
export const firstSession = async (): Promise<Session> => {
  const code = codeOfAddress();
  // A code that was used before is no news to whoever is signed in by it.
  if (code !== undefined) await callOnce('POST', 'session', { body: { code } }).catch(() => {});
  return readSession();
};
