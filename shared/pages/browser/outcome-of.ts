import type { TextName } from '../texts/sign-in-texts.ts';

/** What an answer of the API means for the person. */
export type Outcome =
  /** Signed in, or the password is changed. */
  | { kind: 'granted'; token: string }
  | { kind: 'changeRequired'; token: string; reason: 'firstSignIn' | 'expired' }
  | { kind: 'locked'; seconds: number }
  /** The gateway turned it away, and it was not begun; how long it asks to wait, 0 where it does not say. */
  | { kind: 'busy'; seconds: number }
  /** `over`: nothing can be changed any more with the token that was sent. */
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
    token?: unknown;
    passwordChange?: { token?: unknown; reason?: unknown };
    error?: Problem & { details?: Problem[] };
  };
  const { token, passwordChange, error } = (typeof body === 'object' && body !== null ? body : {}) as Body;
  const seconds = Math.ceil(Number(retryAfter));
  if (status === 200 && typeof token === 'string') return { kind: 'granted', token };
  if (status === 429 && !error) return { kind: 'busy', seconds: Math.max(seconds || 0, 0) };
  if (status === 429 && seconds > 0) return { kind: 'locked', seconds };
  if (error?.code === 'PasswordChangeRequired' && typeof passwordChange?.token === 'string') {
    const reason = passwordChange.reason === 'expired' ? 'expired' : 'firstSignIn';
    return { kind: 'changeRequired', token: passwordChange.token, reason };
  }
  if (error?.code === 'Unauthenticated') return { kind: 'refused', problems: ['changeTooLate'], over: true };
  const found = [...(Array.isArray(error?.details) ? error.details : []), error ?? {}].map((problem) => problem?.code);
  const problems = told.filter((name) => found.includes(name));
  const over = status === 401 || status === 403 || problems.includes('PasswordWrong');
  return { kind: 'refused', problems: problems.length > 0 ? problems : ['failed'], over };
};
