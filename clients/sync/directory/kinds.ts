/** What an entry is that was told as changed: DirSync tells the attributes that changed, and its class is none of them. */

import { SyncFault } from '../sync-fault.ts';
import type { Directory } from './connection.ts';
import { showDeleted } from './dir-sync-control.ts';
import { bytesIn, type Entry, textsIn } from './entry.ts';
import { amongIds } from './filters.ts';
import { guidText } from './guid.ts';

/** `other`: neither, and not to be synchronised. */
export type Kind = 'person' | 'container' | 'group' | 'other';

/** An entry with its objectGUID and what it is. */
export type KnownEntry = { id: string; kind: Kind; entry: Entry };

/** How many are asked for at once. */
const atOnce = 100;

/** Entries with what they are, asked of the directory where they do not tell, the deleted included; in their order. */
export async function* withKinds(
  directory: Directory,
  namingContext: string,
  entries: readonly Entry[],
): AsyncIterable<KnownEntry> {
  for (let at = 0; at < entries.length; at += atOnce) {
    const named = entries.slice(at, at + atOnce).map((entry) => ({ id: idOf(entry), entry }));
    const silent = named.filter(({ entry }) => entry.values.objectclass === undefined).map(({ id }) => id);
    const asked = await classesOf(directory, namingContext, silent);
    for (const { id, entry } of named)
      yield { id, entry, kind: kindOf(asked.get(id) ?? textsIn(entry, 'objectClass')) };
  }
}

const classesOf = async (
  directory: Directory,
  namingContext: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> => {
  if (ids.length === 0) return new Map();
  const question = { scope: 'sub' as const, filter: amongIds(ids), attributes: ['objectGUID', 'objectClass'] };
  const found = await directory.search(namingContext, question, [showDeleted()]);
  return new Map(found.map((entry) => [idOf(entry), textsIn(entry, 'objectClass')]));
};

/** Who is gone altogether has no class any more: that may have been a person. */
const kindOf = (classes: readonly string[]): Kind => {
  const names = new Set(classes.map((name) => name.toLowerCase()));
  if (names.size === 0 || names.has('user')) return 'person';
  if (names.has('group')) return 'group';
  return names.has('organizationalunit') || names.has('container') ? 'container' : 'other';
};

const idOf = (entry: Entry): string => {
  const id = bytesIn(entry, 'objectGUID');
  if (id === undefined)
    throw new SyncFault('DirectoryAnswer', 'The directory told of an entry without its objectGUID.');
  return guidText(id);
};
