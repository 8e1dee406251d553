/** Items of people: small, and read as what was written, in the present form and in those before it. */

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { directory } from '../../../shared/aws/people/directory.ts';
import { personItem, personOf } from '../../../shared/aws/people/person-item.ts';
import { newPerson } from '../../../shared/domain/people/new-person.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { settled } from '../../domain/enforcement/aging.ts';
import { monday } from '../../fakes/clock.ts';
import { catalogueOf, e3, idOf, person } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';
import { gathered } from '../stores.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

/** A row of Microsoft's template, with every cell filled. */
const ofFile = (): Person =>
  newPerson(
    {
      userPrincipalName: 'chris.anderson@contoso.com',
      displayName: 'Chris Anderson',
      mailNickname: 'chris.anderson',
      givenName: 'Chris',
      surname: 'Anderson',
      jobTitle: 'IT Manager',
      department: 'Information Technology',
      officeLocation: '123451',
      businessPhones: ['+1 123 555 1211'],
      mobilePhone: '+1 123 555 6641',
      faxNumber: '+1 123 555 9821',
      otherMails: ['chris.anderson@example.org'],
      streetAddress: '1 Microsoft way',
      city: 'Redmond',
      state: 'WA',
      postalCode: '98052',
      country: 'United States',
      usageLocation: 'US',
      preferredLanguage: 'zh-Hans',
      roles: [],
      skuIds: ['6fd2c87f-b296-42f0-b197-1e91e994b900'],
    },
    {
      id: idOf('chris'),
      now: monday,
      createdBy: 'import-bucket',
      policy: defaultPolicy,
      catalogue: catalogueOf({ ...e3, skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900' } as unknown as typeof e3),
      short: [],
      row: { importId: idOf('import'), rowNumber: 48_213, since: monday },
    },
  );

/** The same person while the mail is in a delivery's hands, and when it is sent. */
const mailed = (): { leased: Person; sent: Person } => {
  const { credentialMail, password, ...before } = ofFile();
  const hash = `$sha256$$${'s'.repeat(22)}$${'h'.repeat(43)}`;
  const [later, end] = [addDays(monday, 1), addDays(monday, 8)];
  const fresh = { ...password, hash, changedDateTime: later };
  const { retryAt: _retry, ...rest } = credentialMail;
  return {
    leased: { ...before, password: fresh, credentialMail: { ...credentialMail, attempt: 1, leaseUntil: later } },
    sent: {
      ...before,
      password: { ...fresh, temporaryUntil: end },
      credentialMail: { ...rest, state: 'sent', attempt: 1, sentDateTime: later },
    },
  };
};

/** Bytes as DynamoDB counts them, or a few more. */
const bytesOf = (item: Record<string, unknown>): number => {
  const size = (value: object): number => {
    const [[kind, held] = ['', '']] = Object.entries(value);
    if (kind === 'S') return Buffer.byteLength(String(held));
    if (kind === 'N') return Math.ceil(String(held).length / 2) + 1;
    if (kind === 'BOOL') return 1;
    return Object.entries(held as object).reduce(
      (sum, [name, inner]) => sum + 1 + (kind === 'M' ? name.length : 0) + size(inner),
      3,
    );
  };
  const marshalled = marshall(item, { removeUndefinedValues: true });
  return Object.entries(marshalled).reduce((sum, [name, value]) => sum + name.length + size(value), 0);
};

test('a full row of a file is well below the kilobyte by which writes are billed, also when its mail is out', () => {
  const { leased, sent } = mailed();
  expect(bytesOf(personItem(ofFile(), defaultPolicy))).toBeLessThan(850);
  expect(bytesOf(personItem(leased, defaultPolicy))).toBeLessThan(1000);
  expect(bytesOf(personItem(sent, defaultPolicy))).toBeLessThan(1000);
});

const unusual: Person = {
  ...settled(),
  accountEnabled: false,
  mailNickname: 'Someone-else',
  businessPhones: ['1', '2'],
  roles: ['User Administrator'],
  waitingLicenses: [{ skuId: e3.skuId, since: monday, place: 'place' }],
  mailbox: { state: 'grace', graceSince: monday, remindedDays: 7 },
  password: { source: 'chosen', hash: 'h', changedDateTime: addDays(monday, -3), mustChange: false, warnedDays: 14 },
  credentialMail: { state: 'owed', to: ['a@b.cc'], attempt: 3, retries: 2, retryAt: addDays(monday, 1) },
  pendingNotices: [{ kind: 'licenceArrived', skuId: e3.skuId, id: 'n', retryAt: monday, tries: 1 }],
  sessions: { generation: 2, validFromDateTime: monday },
  lastSignInDateTime: monday,
  requestHash: 'r',
};
const deleted: Person = { ...settled(), deleted: { dateTime: monday, licenses: [{ skuId: e3.skuId }] } };

const everyKind: [string, Person][] = [
  ['new', person('ada', { mailNickname: 'ada' })],
  ['of a file', ofFile()],
  ['leased', mailed().leased],
  ['mailed', mailed().sent],
  ['settled', settled()],
  ['unusual in everything', unusual],
  ['deleted', deleted],
];

test.each(everyKind)('a person who is %s reads as what was written', async (_, one) => {
  const { client, ...tables } = await dynoxide.makeTables();
  const people = directory(client, tables, defaultPolicy);
  await people.addPeople({ people: [one], seatsFrom: 'reserved' });
  expect(await people.readPeople([one.id])).toEqual([one]);
});

test('what is read may be changed without a trace in the next one that is read', () => {
  const item = personItem(person('ada'), defaultPolicy);
  personOf(item).roles.push('User Administrator');
  personOf(item).credentialMail.to.push('a@b.cc');
  expect(personOf(item)).toEqual(person('ada'));
});

/** As people were written before anything was left out: all of the person beside the keys, the id in each of these. */
const earlierForm = (one: Person): Record<string, unknown> => {
  const shard = Number.parseInt(one.id.charAt(0), 16);
  return {
    pk: `USER#${one.id}`,
    sk: 'USER',
    ...one,
    listShard: `PEOPLE#${shard}`,
    listName: `${one.displayName.toLowerCase()}\t${one.id}`,
    dueShard: `DUE#${shard}`,
    dueAt: `${one.credentialMail.retryAt}#${one.id}`,
  };
};

test('a person of the earlier form is read, listed, found due, changed and dated as any other', async () => {
  const { client, ...tables } = await dynoxide.makeTables();
  const people = directory(client, tables, defaultPolicy);
  const [ada, bob] = [person('ada'), person('bob')];
  await people.addPeople({ people: [ada, bob], seatsFrom: 'free' });
  await client.send(new PutCommand({ TableName: tables.directory, Item: earlierForm(ada) }));
  expect(await people.readPeople([ada.id, bob.id])).toEqual([ada, bob]);
  const enabled = [{ property: 'accountEnabled', test: 'eq', value: true }] as const;
  expect((await people.listPeople({ top: 10, filter: enabled })).people).toEqual([ada, bob]);
  const moment = ada.credentialMail.retryAt ?? monday;
  const due = async () => {
    const shards = Array.from({ length: 16 }, (_, shard) => gathered(people.due(shard, moment)));
    return (await Promise.all(shards)).flat(2).sort();
  };
  expect(await due()).toEqual([ada.id, bob.id].sort());
  expect(await people.changePeople([{ before: ada, after: { ...ada, city: 'Paris' } }])).toEqual({ kind: 'changed' });
  expect(await people.readPeople([ada.id])).toEqual([{ ...ada, city: 'Paris', version: 2 }]);
  expect(await due()).toEqual([ada.id, bob.id].sort());
});
