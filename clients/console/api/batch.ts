/** The same thing done to many people, twenty to a request. */
import { call } from './call.ts';
import { asProblem, type Problem, problemOf } from './problem.ts';

/** A request of a batch; `path` begins behind `/v1.0/`. */
export type Part = { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown };

/** What came of one: done, or the problem. */
export type PartOutcome<Item> = { item: Item; problem?: Problem };

type BatchAnswer = { responses: { id: string; status: number; headers: Record<string, string>; body?: unknown }[] };

/** Requests of a batch at most (Graph). */
const mostParts = 20;

/** How often a batch is sent again for those of its parts that met too many requests. */
const mostTries = 5;

type Options = { signal?: AbortSignal; onProgress?: (done: number) => void };

/**
 * Does `partOf` to every item, and tells how many are done after each batch. What is refused for one stops no other; a
 * batch that gets no answer leaves its items with that problem. After `signal`, no further batch is sent: items that were
 * not reached have no outcome.
 */
export const inBatches = async <Item>(
  items: readonly Item[],
  partOf: (item: Item) => Part,
  { signal, onProgress }: Options = {},
): Promise<PartOutcome<Item>[]> => {
  const outcomes: PartOutcome<Item>[] = [];
  for (let at = 0; at < items.length && !signal?.aborted; at += mostParts) {
    outcomes.push(...(await batchOf(items.slice(at, at + mostParts), partOf)));
    onProgress?.(outcomes.length);
  }
  return outcomes;
};

const batchOf = async <Item>(items: readonly Item[], partOf: (item: Item) => Part): Promise<PartOutcome<Item>[]> => {
  const outcomes = new Map<Item, PartOutcome<Item>>();
  let left = items;
  for (let tries = 1; left.length > 0 && tries <= mostTries; tries += 1) {
    if (tries > 1) await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries));
    for (const outcome of await sent(left, partOf)) outcomes.set(outcome.item, outcome);
    left = left.filter((item) => outcomes.get(item)?.problem?.kind === 'tooMany');
  }
  return [...outcomes.values()];
};

const sent = async <Item>(items: readonly Item[], partOf: (item: Item) => Part): Promise<PartOutcome<Item>[]> => {
  const requests = items.map((item, index) => {
    const { method, path, body } = partOf(item);
    return {
      id: String(index),
      method,
      url: `/${path}`,
      ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
    };
  });
  try {
    const { body } = await call<BatchAnswer>('POST', '$batch', { body: { requests } });
    const answers = new Map(body.responses.map((response) => [response.id, response]));
    return items.map((item, index) => {
      const { status = 0, body: told, headers = {} } = answers.get(String(index)) ?? {};
      if (status >= 200 && status < 300) return { item };
      const get = (name: string) => headers[name] ?? headers[name.toLowerCase()] ?? null;
      return { item, problem: problemOf(status, told, { get }) };
    });
  } catch (thrown) {
    return items.map((item) => ({ item, problem: asProblem(thrown) }));
  }
};
