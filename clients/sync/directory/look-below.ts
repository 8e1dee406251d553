/** People of containers that were renamed or moved: all their names changed, and none of them is told as changed. */
import { NoSuchObjectError } from 'ldapts';
import { SyncFault } from '../sync-fault.ts';
import { allEntries } from './all-entries.ts';
import type { Directory } from './connection.ts';
import { bytesIn } from './entry.ts';
import { guidText } from './guid.ts';

/** objectGUIDs of all users below a container, of those out of scope too. */
export type LookBelow = (directory: Directory, container: string) => AsyncIterable<string>;

const question = {
  filter: '(&(objectCategory=person)(objectClass=user))',
  attributes: ['objectGUID'],
};

/** A container that was deleted meanwhile has nobody in it: its people are told as changed themselves. */
export async function* lookBelow(directory: Directory, container: string): AsyncIterable<string> {
  try {
    for await (const entries of allEntries(directory, { base: `<GUID=${container}>`, ...question })) {
      for (const entry of entries) {
        const person = bytesIn(entry, 'objectGUID');
        if (person !== undefined) yield guidText(person);
      }
    }
  } catch (error) {
    if (!(error instanceof SyncFault && error.cause instanceof NoSuchObjectError)) throw error;
  }
}
