/** OData's query options, as far as Muster serves them. */
import { beginningOf } from '../../domain/one-line.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Request } from '../../lambda/route.ts';

/** OData's options. Who leaves the dollar away means one of them. */
const odata = ['filter', 'select', 'expand', 'orderby', 'top', 'skip', 'count', 'search', 'format', 'skiptoken'];

/**
 * Refuses every option that is not among those that a route serves: an option that is ignored misleads. Only what is none
 * of OData's is ignored, as Graph does, where something is read by a route that has no options of its own.
 */
export const refuseOtherOptions = ({ query, sent }: Request, served: readonly string[]): void => {
  const isStrict = sent.method !== 'GET' || served.some((name) => !name.startsWith('$'));
  const isRefused = (name: string) => isStrict || name.startsWith('$') || odata.includes(name.toLowerCase());
  const target = Object.keys(query).find((name) => !served.includes(name) && isRefused(name));
  const fact = served.length > 0 ? `this address serves ${served.join(', ')}` : 'this address serves none';
  if (target) throw new Refused({ code: 'QueryInvalid', target: beginningOf(target, 64), fact });
};

/** `$top`: how many items a page has at most. */
export const topOf = ({ query }: Request, { default: usual, max }: { default: number; max: number }): number => {
  const text = query.$top;
  if (text === undefined) return usual;
  const top = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > max) throw new Refused({ code: 'QueryInvalid', target: '$top', fact: `1 to ${max}` });
  return top;
};

/** Bytes of the longest end of a page: a place in the order of display names. A key of the table may be longer. */
const longestEnd = 600;

/** `$skiptoken`: where the page before this one ended; opaque to clients. One that no page gave is refused. */
export const skipTokenOf = ({ query }: Request, form = /./s): string | undefined => {
  if (query.$skiptoken === undefined) return undefined;
  const end = Buffer.from(query.$skiptoken, 'base64url').toString('utf8');
  if (Buffer.byteLength(end) <= longestEnd && form.test(end)) return end;
  throw new Refused({ code: 'QueryInvalid', target: '$skiptoken', fact: 'it comes from @odata.nextLink' });
};

/** The address of the next page: the same question, from where this page ended. */
export const nextLink = ({ origin, query }: Request, path: string, end: string): string => {
  const search = new URLSearchParams({ ...query, $skiptoken: Buffer.from(end).toString('base64url') });
  // A `+` for a space is a matter of forms; not everybody reads it so in an address.
  return `${origin}/${path}?${search.toString().replaceAll('+', '%20')}`;
};
