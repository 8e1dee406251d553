/** What can go wrong with a request, as pages tell it. */

/** One of the reasons for which the API refuses: `target` names the property that it is about. */
export type Reason = { readonly code: string; readonly message: string; readonly target?: string };

/**
 * Why there is no answer: `offline`, no connection; `unavailable`, the service has a fault or is busy (the API's 5xx);
 * `tooMany`, too many requests, to be asked again in `seconds`; `signedOut`, the session has ended; `forbidden`; `changed`,
 * somebody else changed it since it was read (412); `notFound`; `refused`, for `reasons`, which say what to do.
 */
export type ProblemKind =
  | 'offline'
  | 'unavailable'
  | 'tooMany'
  | 'signedOut'
  | 'forbidden'
  | 'changed'
  | 'notFound'
  | 'refused';

type Facts = {
  status?: number;
  reasons?: readonly Reason[];
  seconds?: number | undefined;
  requestId?: string | undefined;
};

/** Thrown by every request that was not answered as it should be. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  /** HTTP's; 0 where there was no answer. */
  readonly status: number;
  readonly reasons: readonly Reason[];
  readonly seconds: number | undefined;
  /** By which the log knows it. */
  readonly requestId: string | undefined;

  constructor(kind: ProblemKind, { status = 0, reasons = [], seconds, requestId }: Facts = {}) {
    super(`${kind}: ${reasons.map(({ code }) => code).join(', ')}`);
    this.name = 'Problem';
    this.kind = kind;
    this.status = status;
    this.reasons = reasons;
    this.seconds = seconds;
    this.requestId = requestId;
  }

  /** Whether no answer came, so that what was asked for may have been done all the same. */
  get mayBeDone(): boolean {
    return this.kind === 'offline' || this.kind === 'unavailable';
  }

  /** The code of the first reason. */
  get code(): string | undefined {
    return this.reasons[0]?.code;
  }
}

/** What was thrown, as a problem: anything else that is thrown is a fault of ours. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : new Problem('unavailable');

const kinds: Readonly<Record<number, ProblemKind>> = {
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  412: 'changed',
  429: 'tooMany',
};

/** The problem that an answer of the API, of its gateway or of a part of a batch tells of. */
export const problemOf = (status: number, body: unknown, headers: { get(name: string): string | null }): Problem => {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return new Problem(kinds[status] ?? (status >= 500 ? 'unavailable' : 'refused'), {
    status,
    reasons: reasonsOf(body),
    seconds: Number.isNaN(seconds) ? undefined : seconds,
    requestId: headers.get('request-id') ?? undefined,
  });
};

const reasonsOf = (body: unknown): Reason[] => {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const details = Array.isArray(error.details) ? error.details.filter(isReason) : [];
  return details.length > 0 ? details : isReason(error) ? [error] : [];
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isReason = (value: unknown): value is Reason =>
  isRecord(value) && typeof value.code === 'string' && typeof value.message === 'string';
