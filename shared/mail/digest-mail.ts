import type { DigestKind, Gathered } from '../domain/digests/digest.ts';
import type { Catalogue } from '../domain/licences/licences.ts';
import { administratorNotices } from './administrator-notices.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import { strayObjects } from './stray-objects.ts';

/** The mail of what was gathered of a kind. */
export const digestMail = (
  kind: DigestKind,
  { count, named }: Gathered,
  catalogue: Catalogue,
  letterhead: Letterhead,
): MailContent => {
  if (kind === 'objectNotTaken' || kind === 'optionsNotUsed') {
    const objects = named.flatMap((entry) => ('object' in entry ? [entry.object] : []));
    return strayObjects(kind, { count, named: objects }, letterhead);
  }
  const notices = named.flatMap((entry) => ('notice' in entry ? [entry] : []));
  return administratorNotices(kind, { count, named: notices }, catalogue, letterhead);
};
