/** Entity tags: what a client saw of something, so that it need not overwrite what it did not see. */
import { hash } from 'node:crypto';
import type { Request } from '../../lambda/route.ts';

/** The tag of what the API shows: weak, because it is about what is shown and not about how it is written. */
export const tagOf = (shown: object): string =>
  `W/"${hash('sha256', JSON.stringify(shown), 'base64url').slice(0, 22)}"`;

/** Something with the tag of what is shown of it, as OData writes it. */
export const withTag = <Shown extends object>(shown: Shown) => ({ '@odata.etag': tagOf(shown), ...shown });

/** Whether an `If-Match` header allows a change of what has this tag: it names it, among others perhaps, or is `*`. */
export const matchesTag = (ifMatch: string, tag: string): boolean =>
  ifMatch.split(',').some((part) => ['*', opaque(tag)].includes(opaque(part.trim())));

/** The tag without its mark of weakness, which some clients drop. */
const opaque = (tag: string): string => tag.replace(/^W\//, '');

/**
 * Whether something is as the asker saw it, by the `If-Match` of the request; absent where there is none, so that whoever
 * does not say what they saw writes over whatever there is. `tag` is undefined of what is not there, which nobody saw.
 */
export const asSeen = <One>(
  { headers }: Request,
  tag: (one: One) => string | undefined,
): { isAsSeen?: (one: One) => boolean } => {
  const ifMatch = headers['if-match'];
  if (ifMatch === undefined) return {};
  return {
    isAsSeen: (one) => {
      const now = tag(one);
      return now !== undefined && matchesTag(ifMatch, now);
    },
  };
};
