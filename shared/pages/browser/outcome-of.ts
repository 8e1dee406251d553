import type { TextName } from '../texts/page-texts.ts';

/** What an answer of the API means for the person. */
export type Outcome =
  /** Signed in, changed, ended, or what was asked for. A token is never in it: the browser has that in a cookie. */
  | { kind: 'granted'; body: Readonly<Record<string, unknown>> }
  | { kind: 'changeRequired'; reason: 'firstSignIn' | 'expired' }
  | { kind: 'locked'; seconds: number }
  /** The gateway turned it away, and it was not begun; how long it asks to wait, 0 where it does not say. */
  | { kind: 'busy'; seconds: number }
  /** `over`: nothing can be done any more with the session that was shown. */
  | { kind: 'refused'; problems: readonly TextName[]; over: boolean };

/**
 * Reads an answer. Whatever cannot be understood is a failure of ours, never an exception. `told` are the codes that
 * there are texts for. Runs in the browser by itself.
 */
export const outcomeOf = (
  { status, retryAfter, body }: { status: number; retryAfter: string | null; body: unknown },
  told: readonly TextName[],
): Outcome => {
  type Problem = { code?: string };
  type Body = {
    expiresDateTime?: unknown;
    value?: unknown;
    passwordChange?: { reason?: unknown } | null;
    error?: Problem & { details?: Problem[] };
  };
  const read = (typeof body === 'object' && body !== null ? body : {}) as Body;
  const { expiresDateTime, value, passwordChange, error } = read;
  const seconds = Math.ceil(Number(retryAfter));
  const isWhole = typeof expiresDateTime === 'string' || value !== undefined;
  if (status === 204 || (status === 200 && isWhole)) return { kind: 'granted', body: read };
  if (status === 429 && !error) return { kind: 'busy', seconds: Math.max(seconds || 0, 0) };
  if (status === 429 && seconds > 0) return { kind: 'locked', seconds };
  if (error?.code === 'PasswordChangeRequired' && typeof passwordChange === 'object' && passwordChange !== null) {
    return { kind: 'changeRequired', reason: passwordChange.reason === 'expired' ? 'expired' : 'firstSignIn' };
  }
  if (error?.code === 'Unauthenticated') return { kind: 'refused', problems: ['changeTooLate'], over: true };
  const found = [...(Array.isArray(error?.details) ? error.details : []), error ?? {}].map((problem) => problem?.code);
  const problems = told.filter((name) => found.includes(name));
  const over = status === 401 || status === 403 || problems.includes('PasswordWrong');
  return { kind: 'refused', problems: problems.length > 0 ? problems : ['failed'], over };
};
