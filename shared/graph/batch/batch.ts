/** Graph's JSON batching: many requests in one, some of which wait for others. */
import type { Refusal } from '../../domain/refusals.ts';

/** One request of a batch; `url` is relative to the version, such as `/users?$top=5`. */
export type BatchRequest = {
  id: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Ids of requests that must have succeeded before this one is made. */
  dependsOn?: readonly string[];
};

/** Requests of a batch at most (Graph). */
export const maxBatchRequests = 20;

/** What is wrong with a batch as a whole: ids that occur twice, that nobody has, or that wait for each other. */
export const batchFaults = (requests: readonly BatchRequest[]): Refusal[] => {
  const ids = requests.map(({ id }) => id);
  const fault = (index: number, property: string, fact: string): Refusal => {
    return { code: 'ValueInvalid', target: `requests.${index}.${property}`, fact };
  };
  const faults = requests.flatMap(({ id, dependsOn = [] }, index): Refusal[] => [
    ...(ids.indexOf(id) < index ? [fault(index, 'id', 'another request has it')] : []),
    ...(dependsOn.every((one) => ids.includes(one)) ? [] : [fault(index, 'dependsOn', 'no request has this id')]),
  ]);
  if (faults.length > 0) return faults;
  const circle = requests.findIndex((request) => waitsForItself(request, requests));
  return circle < 0 ? [] : [fault(circle, 'dependsOn', 'the request would wait for itself')];
};

const waitsForItself = ({ id }: BatchRequest, requests: readonly BatchRequest[]): boolean => {
  const dependsOn = new Map(requests.map((request) => [request.id, request.dependsOn ?? []]));
  const seen = new Set<string>();
  const open = [...(dependsOn.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (!seen.has(next)) open.push(...(dependsOn.get(next) ?? []));
    seen.add(next);
  }
  return false;
};

/** What is wrong with one request of a batch by itself; the others go on. */
export const requestFault = ({ method, url, body }: BatchRequest): Refusal | undefined => {
  const path = pathBelow(url);
  if (path === undefined) return { code: 'ValueInvalid', target: 'url', fact: 'a path such as /users?$top=5' };
  if (isBatch(path)) return { code: 'ValueInvalid', target: 'url', fact: 'a batch cannot hold another one' };
  if (takesPassword(path)) return { code: 'ValueInvalid', target: 'url', fact: 'a password is sent by itself' };
  if (method === 'GET' && body !== undefined) return { code: 'ValueInvalid', target: 'body', fact: 'a GET has none' };
  return undefined;
};

/**
 * The path and query below the version that a url of a batch names, without a slash before them (Graph's own client
 * leaves the version in when it takes the host away) or behind them; undefined for every url
 * that could lead anywhere else: with a host or scheme, with `.` or `..` in any spelling, with an empty segment, a slash
 * or backslash inside one, a fragment, or characters that some parser drops.
 */
export const pathBelow = (url: string): string | undefined => {
  const relative = url.replace(/^\/(v1\.0\/)?/i, '').replace(/^([^?]*[^/?])\/(?=\?|$)/, '$1');
  if (/[\p{Cc}#]/u.test(relative) || /^[a-z][a-z\d+.-]*:/i.test(relative)) return undefined;
  const isSafe = ([path = ''] = relative.split('?', 1)) => path.split('/').every(isPlainSegment);
  return isSafe() ? relative : undefined;
};

const isPlainSegment = (segment: string): boolean => {
  const text = decoded(segment);
  return text !== undefined && !['', '.', '..'].includes(text.trim()) && !/[/\\\p{Cc}]/u.test(text);
};

const isBatch = (path: string): boolean => plainPath(path) === '$batch';

/**
 * Whether somebody's password is tried there. Such attempts are counted and recorded by the address and the browser that
 * they come from, which for a part of a batch would be this function's own.
 */
const takesPassword = (path: string): boolean => ['signin', 'me/changepassword'].includes(plainPath(path));

const plainPath = (path: string): string => decoded(path.split('?', 1)[0] ?? '')?.toLowerCase() ?? '';

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};
