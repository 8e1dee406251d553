/** People of containers that were renamed or moved: all their names changed, and none of them is told as changed. */

import { NoSuchObjectError } from 'ldapts';
import { SyncFault } from '../sync-fault.ts';
import type { Directory } from './connection.ts';
import { bytesIn, type Entry } from './entry.ts';
import { guidText } from './guid.ts';

/** objectGUIDs of all users below a container, of those out of scope too. */
export type LookBelow = (directory: Directory, container: Entry) => AsyncIterable<string>;

/** Whether an entry that changed is a container under a new name or at a new place; one that is new tells the same. */
export const isRenamedContainer = (entry: Entry): boolean => {
  const classes = (entry.values.objectclass ?? []).map((value) => value.toString().toLowerCase());
  return (
    entry.values.name !== undefined && classes.some((name) => name === 'organizationalunit' || name === 'container')
  );
};

/** A container that was deleted meanwhile has nobody in it: its people are told as changed themselves. */
export async function* lookBelow(directory: Directory, container: Entry): AsyncIterable<string> {
  const id = bytesIn(container, 'objectGUID');
  if (id === undefined || container.values.isdeleted !== undefined) return;
  const question = {
    scope: 'sub' as const,
    filter: '(&(objectCategory=person)(objectClass=user))',
    attributes: ['objectGUID'],
  };
  try {
    for await (const page of directory.pages(`<GUID=${guidText(id)}>`, question)) {
      for (const entry of page) {
        const person = bytesIn(entry, 'objectGUID');
        if (person !== undefined) yield guidText(person);
      }
    }
  } catch (error) {
    if (!(error instanceof SyncFault && error.cause instanceof NoSuchObjectError)) throw error;
  }
}
