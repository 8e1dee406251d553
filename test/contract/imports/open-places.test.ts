/** An owner has as many open imports as may be, whoever asks at once, and a place is free again when its import is over. */

import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { imports } from '../../../shared/aws/imports/imports.ts';
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import { addDays, addSeconds, epochSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, job } from '../../fakes/people.ts';
import { startDynoxide } from '../dynoxide.ts';
import { onEveryStore, type Stores } from '../stores.ts';

const limit = { mostOpen: 3 };
const full = { refusals: [{ code: 'TooManyOpenImports', fact: '3' }] };
const bob = { ...administrator, id: 'bob' };

onEveryStore((open) => {
  const begin = ({ imports }: Pick<Stores, 'imports'>, name: string, change: Partial<ImportJob> = {}) =>
    imports.begin(job(name, { stage: 'uploading', ...change }), [], limit);

  const codesOf = (ends: PromiseSettledResult<unknown>[]) =>
    ends.map((end) => (end.status === 'fulfilled' ? 'begun' : end.reason.refusals[0].code)).toSorted();

  test('ten who ask at once: as many as may be begin, the others are refused and leave nothing (mistake 7)', async () => {
    const stores = await open();
    const names = Array.from({ length: 10 }, (_, n) => `file ${n}`);
    const ends = await Promise.allSettled(names.map((name) => begin(stores, name)));
    expect(codesOf(ends)).toEqual([...Array(7).fill('TooManyOpenImports'), ...Array(3).fill('begun')]);
    expect((await stores.imports.list({ top: 20 })).jobs).toHaveLength(3);
    expect((await stores.imports.openPage({ top: 20 })).ids).toHaveLength(3);
  });

  test('each owner has places of their own, and files of the bucket need none (mistake 7)', async () => {
    const stores = await open();
    for (const name of ['a', 'b', 'c']) await begin(stores, name);
    await expect(begin(stores, 'd')).rejects.toMatchObject(full);
    expect(await begin(stores, 'd', { owner: bob })).toMatchObject({ owner: bob });
    expect(await stores.imports.begin(job('e'))).toMatchObject({ stage: 'planning' });
    // Asked again it is there already, whoever has how many.
    expect(await begin(stores, 'a')).toMatchObject({ id: job('a').id });
  });

  test('what is closed, once or twice, frees one place; two who ask for it at once: one has it (mistake 7)', async () => {
    const stores = await open();
    for (const name of ['a', 'b', 'c']) await begin(stores, name);
    const { id } = job('b');
    await Promise.all([stores.imports.close(id), stores.imports.close(id)]);
    await stores.imports.close(id);
    expect(codesOf(await Promise.allSettled([begin(stores, 'd'), begin(stores, 'e')]))).toEqual([
      'TooManyOpenImports',
      'begun',
    ]);
  });

  test('one that is resumed needs a place again; one on hold keeps the one that it has (mistake 7)', async () => {
    const stores = await open();
    const { imports } = stores;
    const begun = await begin(stores, 'a');
    const ended: ImportJob = { ...begun, stage: 'settled', status: 'cancelled' };
    const again: ImportJob = { ...ended, stage: 'planning', resumptions: 1, lastStepDateTime: addSeconds(monday, 60) };
    await imports.advance(begun, ended);
    await imports.close(begun.id);
    for (const name of ['b', 'c', 'd']) await begin(stores, name);
    await expect(imports.resume(ended, again, [], limit)).rejects.toMatchObject(full);
    expect(await imports.read(begun.id)).toEqual(ended);
    await imports.close(job('d').id);
    expect(await imports.resume(ended, again, [], limit)).toBe(true);
    await expect(begin(stores, 'e')).rejects.toMatchObject(full);
    // It is open now, and so needs no other place.
    expect(await imports.resume(again, { ...again, resumptions: 2 }, [], limit)).toBe(true);
    await imports.close(begun.id);
    expect(await begin(stores, 'e')).toMatchObject({ id: job('e').id });
  });
});

test('in DynamoDB both the mark and the place have an end, after which the place is free whether TTL came or not (mistake 7)', async () => {
  const dynoxide = await startDynoxide();
  const { client, ...tables } = await dynoxide.makeTables();
  const store = imports(client, tables);
  for (const name of ['a', 'b', 'c']) await store.begin(job(name, { stage: 'uploading' }), [], limit);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tables.imports }));
  const marks = Items.filter(({ pk }) => String(pk).startsWith('OPEN'));
  expect(marks.map(({ expiresAt }) => expiresAt)).toEqual(marks.map(() => epochSeconds(addDays(monday, 90))));
  const late = job('d', { stage: 'uploading', createdDateTime: addDays(monday, 91) });
  expect(await store.begin(late, [], limit)).toEqual(late);
  // The one whose place it was is closed late, and takes nobody's place away.
  for (const name of ['a', 'b', 'c']) await store.close(job(name).id);
  for (const name of ['e', 'f']) await store.begin({ ...job(name), createdDateTime: addDays(monday, 91) }, [], limit);
  await expect(store.begin({ ...job('g'), createdDateTime: addDays(monday, 91) }, [], limit)).rejects.toMatchObject(
    full,
  );
  await dynoxide.stop();
});
