/** OData's query options, as far as Muster serves them. */
import { Refused } from '../domain/refusals.ts';
import type { Request } from './on-http.ts';

/** Refuses every option that is not among those that a route serves: an option that is ignored misleads. */
export const refuseOtherOptions = ({ query }: Request, served: readonly string[]): void => {
  const target = Object.keys(query).find((name) => !served.includes(name));
  const fact = served.length > 0 ? `this address serves ${served.join(', ')}` : 'this address serves none';
  if (target) throw new Refused({ code: 'QueryInvalid', target: target.slice(0, 64), fact });
};

/** `$top`: how many items a page has at most. */
export const topOf = ({ query }: Request, { usual, most }: { usual: number; most: number }): number => {
  const text = query.$top;
  if (text === undefined) return usual;
  const top = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > most) throw new Refused({ code: 'QueryInvalid', target: '$top', fact: `1 to ${most}` });
  return top;
};

/** `$skiptoken`: where the page before this one ended; opaque to clients. */
export const skipTokenOf = ({ query }: Request): string | undefined =>
  query.$skiptoken === undefined ? undefined : Buffer.from(query.$skiptoken, 'base64url').toString('utf8');

/** The address of the next page: the same question, from where this page ended. */
export const nextLink = ({ origin, query }: Request, path: string, end: string): string => {
  const search = new URLSearchParams({ ...query, $skiptoken: Buffer.from(end).toString('base64url') });
  return `${origin}/${path}?${search}`;
};
