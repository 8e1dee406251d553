/** Tokens of further pages: where the page before ended, and of which question it was one. */
import { hash } from 'node:crypto';
import { Refused } from '../../domain/refusals.ts';

/** Characters of a question's fingerprint: enough to notice a mistake; there is nothing here to be kept from anybody. */
const length = 8;

const fingerprint = (question: unknown): string => hash('sha256', JSON.stringify(question)).slice(0, length);

/** The token of the page after `end` in the answer to a question: anything that JSON can say. */
export const pageToken = (question: unknown, end: string): string => fingerprint(question) + end;

/** The place in a token. Throws `Refused` for one of another question. */
export const placeIn = (token: string, question: unknown): string => {
  const place = pageEndOf(token, question);
  if (place !== undefined) return place;
  throw new Refused({ code: 'QueryInvalid', target: '$skiptoken', fact: 'it comes from @odata.nextLink, unchanged' });
};

/** The place in a token; undefined when it is of another question. */
export const pageEndOf = (token: string, question: unknown): string | undefined =>
  token.length > length && token.startsWith(fingerprint(question)) ? token.slice(length) : undefined;
