/** Where the code's word is another than that of items, items keep theirs: the release before has to read them. */

import { hash } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { tokens } from '../../shared/aws/access/tokens.ts';
import { jobItem, jobOf } from '../../shared/aws/imports/import-items.ts';
import { personItem, personOf } from '../../shared/aws/people/person-item.ts';
import { pendingNotice } from '../../shared/domain/outbox.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { monday } from '../fakes/clock.ts';
import { job, person } from '../fakes/people.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

test('a token says onlyFor', async () => {
  const { client, directory } = await dynoxide.makeTables();
  const grant = { kind: 'person', userId: 'ada', generation: 0, restrictedTo: 'passwordChange' } as const;
  const token = await tokens(client, directory).mint(grant, { from: monday, seconds: 60 });
  const Key = { pk: `TOKEN#${hash('sha256', token)}`, sk: 'TOKEN' };
  const { Item } = await client.send(new GetCommand({ TableName: directory, Key }));
  expect(Item?.grant).toEqual({ kind: 'person', userId: 'ada', generation: 0, onlyFor: 'passwordChange' });
  expect(await tokens(client, directory).read(token, monday)).toEqual(grant);
});

test('a person has owedNotices', () => {
  const notice = pendingNotice({ kind: 'passwordExpired', expiredAt: monday }, defaultPolicy, monday);
  const ada = { ...person('ada'), pendingNotices: [notice] };
  const item = personItem(ada, defaultPolicy);
  expect(item).toMatchObject({ owedNotices: [notice] });
  expect(item).not.toHaveProperty('pendingNotices');
  expect(personOf(item)).toEqual(ada);
});

test('an import has toldOnHold and looksUp', () => {
  const held = job('people.csv', { isOwnerNotifiedOfHold: true, expectsExistingPeople: false });
  const item = jobItem(held);
  expect(item).toMatchObject({ toldOnHold: true, looksUp: false });
  expect(Object.keys(item).filter((name) => /Notified|expects/.test(name))).toEqual([]);
  expect(jobOf(item)).toEqual(held);
});
