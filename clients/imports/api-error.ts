/** What clients say of a request that failed. */
import * as z from 'zod';

/** An answer that is no success. */
export type FailedAnswer = {
  method: string;
  path: string;
  status: number;
  text: string;
  /** The header that asks to wait: seconds, or a moment. */
  retryAfter?: string | null;
};

/** A refusal as the API tells it; `target` is the property or option that it is about. */
export type ToldRefusal = { code?: string | undefined; message: string; target?: string | undefined };

/** What the API answered in place of a success. */
export class ApiError extends Error {
  readonly status: number;
  /** What is wrong, by Graph's names; one without a code for what the gateway says itself; empty for what nobody foresaw. */
  readonly refusals: readonly ToldRefusal[];
  /** How long the answer asks to wait; 0 where it does not. */
  readonly retryAfterSeconds: number;

  constructor({ method, path, status, text, retryAfter }: FailedAnswer) {
    super(`${method} ${path} was answered with ${status}: ${text}`);
    this.status = status;
    const refused = refusalsIn(text);
    const [own] = refused.length > 0 ? [] : [gatewaySentences[status]];
    this.refusals = own === undefined ? refused : [{ message: own }];
    this.retryAfterSeconds = secondsIn(retryAfter);
  }

  /** What to tell: the sentence of each refusal. */
  get sentences(): readonly string[] {
    return this.refusals.map(({ message }) => message);
  }
}

/** No answer came: the connection broke, or there was none. */
export class NoAnswer extends Error {
  /** Whether it may be otherwise in a moment: not at an address where nobody is, or somebody whom we do not trust. */
  readonly isPassing: boolean;
  /** Whether it is because of a certificate; the message says what to do. */
  readonly isUntrusted: boolean;

  constructor(address: string, { cause }: { cause?: unknown }) {
    const { code = '' } = (cause ?? {}) as NodeJS.ErrnoException;
    const isUntrusted = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code);
    const { host } = new URL(address);
    super(isUntrusted ? untrusted(host) : `${host} does not answer`, { cause });
    this.isUntrusted = isUntrusted;
    this.isPassing = !isUntrusted && code !== 'ECONNREFUSED' && code !== 'ENOTFOUND';
  }
}

const untrusted = (host: string): string =>
  `${host} shows a certificate that is not trusted here. That of a local start is named in the aws.env of its data ` +
  'folder: set -a; . .muster/aws.env; set +a';

/**
 * What API Gateway says itself, in a body that no code of ours can shape ({"message": "Service Unavailable"}), by status:
 * what it means, and what to do.
 */
export const gatewaySentences: Readonly<Record<number, string>> = {
  // Of another server than ours, which answers unknown addresses in Graph's shape.
  404: 'There is nothing at this address (404). Is it the address of the API, without a path?',
  413: 'The request is larger than the API takes (413). Many people come as a file: npm run import, or POST /v1.0/imports.',
  429: 'The API is asked too often at this moment (429), and this was not done. Try again in a minute.',
  500: 'The API failed (500). Look whether this was done before you repeat it.',
  502: 'There was no answer that can be read (502). Look whether this was done before you repeat it.',
  503: 'There was no answer in time (503). Look whether this was done before you repeat it.',
  504: 'There was no answer in time (504). Look whether this was done before you repeat it.',
};

const problem = z.object({ code: z.string().optional(), message: z.string(), target: z.string().optional() });
const refusal = z.object({ error: problem.extend({ details: z.array(problem).optional() }) });

const refusalsIn = (answer: string): ToldRefusal[] => {
  try {
    const { error } = refusal.parse(JSON.parse(answer));
    return error.details ?? [{ code: error.code, message: error.message, target: error.target }];
  } catch {
    return [];
  }
};

/** Retry-After is a number of seconds or a date (RFC 9110, 10.2.3); anything else asks for nothing. */
const secondsIn = (retryAfter: string | null | undefined): number => {
  if (!retryAfter) return 0;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
};
