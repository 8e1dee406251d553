/** Runs a batch: what waits for nothing side by side, the rest as soon as what it waits for has succeeded. */

import type { Refusal } from '../../domain/refusals.ts';
import { type BatchRequest, requestFault } from './batch.ts';

/** An answer of the API. */
export type PartAnswer = { status: number; headers: Record<string, string>; body?: unknown };

/**
 * The port to the API: makes a request as its caller would. `tooLarge` when the answer is larger than can be passed on,
 * `unanswered` when there was none in time: then nobody knows what became of it.
 */
export type Ask = (request: BatchRequest) => Promise<PartAnswer | 'tooLarge' | 'unanswered'>;

/** What became of a request of a batch: the API's answer, or why there is none. */
export type PartResult = { id: string; answer: PartAnswer } | { id: string; refusal: Refusal };

/**
 * Bytes of all answers together at most, written as JSON within JSON, as a function's answer is: Lambda takes 6 MB, and
 * what is around the answers needs some. Answers to GET alone are refused above it; those of changes, which tell what
 * was done, are small, and passed on whatever there is beside them.
 */
export const maxAnswerBytes = 5_000_000;

/**
 * Requests that are made at a time. Each is two invocations, so that a whole batch at once would start forty functions
 * anew, and take long for it; five at a time find those of the first five warm.
 */
export const maxAtOnce = 5;

/** Runs the requests, which have no `batchFaults`; results are in their order. */
export const runBatch = (requests: readonly BatchRequest[], ask: Ask): Promise<PartResult[]> => {
  const byId = new Map(requests.map((request) => [request.id, request]));
  const results = new Map<string, Promise<PartResult>>();
  const inTurn = turns(maxAtOnce);
  let bytes = 0;

  const resultOf = (request: BatchRequest): Promise<PartResult> => {
    const known = results.get(request.id);
    const result = known ?? run(request);
    results.set(request.id, result);
    return result;
  };

  const run = async (request: BatchRequest): Promise<PartResult> => {
    const { id, dependsOn = [] } = request;
    const awaited = dependsOn.flatMap((one) => byId.get(one) ?? []);
    const before = await Promise.all(awaited.map(resultOf));
    if (!before.every(hasSucceeded)) return { id, refusal: { code: 'DependencyFailed' } };
    const fault = requestFault(request);
    if (fault) return { id, refusal: fault };
    const answer = await inTurn(() => ask(request));
    if (answer === 'unanswered') return { id, refusal: { code: 'NotAnswered' } };
    if (answer === 'tooLarge') return tooLarge(id);
    const size = bytesOf(answer);
    if (request.method === 'GET' && bytes + size > maxAnswerBytes) return tooLarge(id);
    bytes += size;
    return { id, answer };
  };

  return Promise.all(requests.map(resultOf));
};

/** Lets so many pieces of work run at a time; the others wait in the order in which they came. */
const turns = (most: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running === most) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

const tooLarge = (id: string): PartResult => {
  return { id, refusal: { code: 'AnswerTooLarge', fact: String(maxAnswerBytes) } };
};

const hasSucceeded = (result: PartResult): boolean => 'answer' in result && result.answer.status < 400;

const bytesOf = (answer: PartAnswer): number => Buffer.byteLength(JSON.stringify(JSON.stringify(answer)));
