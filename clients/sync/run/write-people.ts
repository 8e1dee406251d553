/** From ids to lines: each person who may have changed is read as they are, a hundred at a time, and written. */
import type { SynchronizationLine } from '../../../shared/messages/synchronization-file.ts';
import { IdSet } from '../file/id-set.ts';
import { isLeftOut } from '../mapping/left-out.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { rowOf } from '../mapping/person-row.ts';
import { type AccountSource, type Changes, peopleAtOnce } from '../source/account-source.ts';

/** What is written, and of whom. */
export type PeopleToWrite = {
  source: Pick<AccountSource, 'people'>;
  changes: Pick<Changes, 'scope' | 'ids'>;
  /** People whose rows were refused before: read again with the others. */
  retry: readonly string[];
  mapping: Mapping;
  domainName: string;
};

/** One line for each person, however often they are named. In a full run whoever is not in scope is not named. */
export const writePeople = async (
  lines: { add: (line: SynchronizationLine) => Promise<void> },
  { source, changes, retry, mapping, domainName }: PeopleToWrite,
): Promise<void> => {
  const seen = new IdSet();
  let batch: string[] = [];
  const write = async (): Promise<void> => {
    const found = (await source.people(batch)).filter((person) => !isLeftOut(person));
    for (const person of found) await lines.add(rowOf(person, mapping, domainName));
    const there = new Set(found.map(({ objectGuid }) => objectGuid));
    if (changes.scope === 'delta')
      for (const objectGuid of batch) if (!there.has(objectGuid)) await lines.add({ op: 'delete', objectGuid });
    batch = [];
  };
  for await (const id of named(changes.ids, retry)) {
    if (!seen.add(id)) continue;
    batch.push(id);
    if (batch.length === peopleAtOnce) await write();
  }
  if (batch.length > 0) await write();
};

async function* named(ids: AsyncIterable<string>, retry: readonly string[]): AsyncIterable<string> {
  yield* ids;
  for (const id of retry) yield id.toLowerCase();
}
