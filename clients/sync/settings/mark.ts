/** What a reading depends on beside the directory: when it changes, everybody is read again. */
import { createHash } from 'node:crypto';
import type { SyncSettings } from './settings.ts';

/** Raised by a release that maps people in another way than the one before. */
const mappingRelease = 1;

/** The same for the same scope and mapping, in whatever order they are written. */
export const markOf = ({ scope, mapping }: Pick<SyncSettings, 'scope' | 'mapping'>): string => {
  const { organizationalUnits, group, filter } = scope;
  const mapped = Object.entries(mapping).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([mappingRelease, organizationalUnits.toSorted(), group ?? null, filter ?? null, mapped]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
};
