/** Whose an import is says a record that few may write; what the job says of itself makes nobody its owner. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { jobItem, jobKey } from '../../../shared/aws/imports/import-items.ts';
import { imports } from '../../../shared/aws/imports/imports.ts';
import { bucketOwner } from '../../../shared/domain/imports/bucket-owner.ts';
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { administrator, job } from '../../fakes/people.ts';
import { startDynoxide } from '../dynoxide.ts';

const helpdesk = { ...administrator, id: 'bob', roles: ['User Administrator'] };
/** After the days of imports that began without a record. */
const late = '2027-03-02T00:00:00.000Z' as Instant;

const setup = async () => {
  const dynoxide = await startDynoxide();
  const { client, ...tables } = await dynoxide.makeTables();
  const store = imports(client, tables);
  /** Writes a job as whoever may write jobs can, and no more. */
  const forge = async (forged: ImportJob) => {
    await client.send(new PutCommand({ TableName: tables.imports, Item: jobItem(forged) }));
    return forged.id;
  };
  const owners = async (id: string) => [(await store.read(id))?.owner, (await store.standing(id))?.job.owner];
  return { client, tables, store, forge, owners };
};

test('whoever writes a job anew gets no other owner for it (weakness 6)', async () => {
  const { store, forge, owners } = await setup();
  const begun = await store.begin(job('a', { owner: helpdesk }));
  await forge({ ...begun, owner: administrator });
  expect(await owners(begun.id)).toEqual([helpdesk, helpdesk]);
  const ofBucket = await store.begin(job('b'));
  await forge({ ...ofBucket, owner: administrator });
  expect(await owners(ofBucket.id)).toEqual([bucketOwner, bucketOwner]);
});

test('a job that nobody began is nobody’s, but one of before there were records (weakness 6)', async () => {
  const { forge, owners } = await setup();
  const forged = await forge(job('a', { owner: administrator, createdDateTime: late }));
  expect((await owners(forged)).map((owner) => owner?.kind)).toEqual(['anonymous', 'anonymous']);
  const earlier = await forge(job('b', { owner: administrator }));
  expect(await owners(earlier)).toEqual([administrator, administrator]);
});

test('who had it go on stands behind it until somebody else does, also of a file of the bucket (weakness 4)', async () => {
  const { client, tables, store } = await setup();
  const begun = await store.begin(job('a', { stage: 'holding' }));
  const resumed = { ...begun, resumptions: 1, resumedBy: helpdesk };
  expect(await store.resume(begun, resumed)).toBe(true);
  // Another who is late changes nothing.
  expect(await store.resume(begun, { ...resumed, resumedBy: administrator })).toBe(false);
  expect(await store.read(begun.id)).toMatchObject({ owner: bucketOwner, resumedBy: helpdesk });
  const { Item } = await client.send(new GetCommand({ TableName: tables.imports, Key: jobKey(begun.id) }));
  expect(Item).toMatchObject({ resumedBy: helpdesk });
});
