/** Requests to the API, and what is made of answers that are no success. */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { ApiError, NoAnswer } from './api-error.ts';

/**
 * Makes a request and gives its answer; rejects with what the API answered when that is no success. With an
 * `idempotency-key` among the headers it is one that can be made twice.
 */
export type Call = (
  method: string,
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** Half a minute altogether: an import is followed for longer than every connection lives. */
const pauses = { retries: 6, minTimeout: 500, factor: 2, randomize: true };

/** However long an answer asks to wait (Retry-After), a command that somebody looks at does not stand still for longer. */
const longestWaitSeconds = 30;

/** Requests that can be made twice with one result (RFC 9110, 9.2.2). */
const idempotent = ['GET', 'HEAD', 'PUT', 'DELETE'];

/**
 * Whether a request is made again. Turned away (429), it was not begun, whatever it is. After a connection that broke, or
 * a fault of the service that passes, it may have been done: then only what may be done twice is. Not where nobody is.
 */
const isRepeated = (mayBeDoneTwice: boolean, error: Error): boolean => {
  if (error instanceof ApiError && error.status === 429) return true;
  if (!mayBeDoneTwice) return false;
  if (error instanceof ApiError) return error.status >= 500;
  return error instanceof NoAnswer && error.isPassing;
};

/** The whole answer, since a connection can break in the midst of it. */
const answerTo = async (address: string, request: RequestInit) => {
  try {
    const response = await fetch(address, request);
    const { status, ok, headers } = response;
    return { status, ok, retryAfter: headers.get('retry-after'), text: await response.text() };
  } catch (error) {
    throw new NoAnswer(address, error as Error);
  }
};

/**
 * Requests with a token to the API at an address, made again where that is harmless. The address may end with `/v1.0`, as
 * the API's own is told.
 */
export const createCall = (url: string, token: string): Call => {
  const base = url.replace(/\/v1\.0$/, '');
  const once: Call = async (method, path, body, more) => {
    const { status, ok, text, retryAfter } = await answerTo(base + path, {
      method,
      headers: { ...more, authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!ok) throw new ApiError({ method, path, status, text, retryAfter });
    return text === '' ? undefined : JSON.parse(text);
  };
  return (method, path, body, headers) =>
    pRetry(() => once(method, path, body, headers), {
      ...pauses,
      shouldRetry: ({ error }) => isRepeated(idempotent.includes(method) || hasKey(headers), error),
      onFailedAttempt: ({ error }) => waitAsAsked(error),
    });
};

const hasKey = (headers: Readonly<Record<string, string>> = {}): boolean => headers['idempotency-key'] !== undefined;

const waitAsAsked = async (error: Error): Promise<void> => {
  if (error instanceof ApiError && error.retryAfterSeconds > 0)
    await sleep(Math.min(error.retryAfterSeconds, longestWaitSeconds) * 1000);
};
