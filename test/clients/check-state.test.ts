/** Each invariant holds of what the real code has written, and fails where that is broken in its way. */
import { randomBytes } from 'node:crypto';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Finding } from '../../clients/check/checked.ts';
import type { Setting } from '../../clients/check/invariant.ts';
import { givenRoles } from '../../clients/check/invariants/access/given-roles.ts';
import { operatorTokens } from '../../clients/check/invariants/access/operator-tokens.ts';
import { entryChain } from '../../clients/check/invariants/audit/entry-chain.ts';
import { sourceKeys } from '../../clients/check/invariants/people/source-keys.ts';
import { invariants } from '../../clients/check/invariants.ts';
import { told } from '../../clients/check/look-again.ts';
import {
  auditPartition,
  memberKey,
  nameKey,
  personKey,
  skuKey,
  sourceKeyKey,
} from '../../shared/aws/directory-items.ts';
import { chunkKey, jobKey, openKey, placeKey } from '../../shared/aws/imports/import-items.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { addDays, type Instant } from '../../shared/domain/time.ts';
import { hashGeneratedPassword } from '../../shared/work/passwords/password-hash.ts';
import { type Dynoxide, startDynoxide, type Tables } from '../contract/dynoxide.ts';
import { passwordsIn } from '../fakes/mailer.ts';
import { e3, ems, idOf, person as newPerson } from '../fakes/people.ts';
import { type Item, itemsOf, keepState } from './kept-state.ts';

let dynoxide: Dynoxide;
let tables: Tables;
let state: Awaited<ReturnType<typeof keepState>>;
let items: Awaited<ReturnType<typeof itemsOf>>;

beforeAll(async () => {
  dynoxide = await startDynoxide();
  tables = await dynoxide.makeTables();
  state = await keepState(tables);
  items = await itemsOf(tables);
});
beforeEach(() => items.restore());
afterAll(() => dynoxide.stop());

/** The moment of an entry of the due index, days later. */
const dayAfter = (dueAt: unknown, days: number) => addDays(String(dueAt).slice(0, 24) as Instant, days);

/** What is found in the items as they are now, by a system at rest. */
const findings = (): Finding[] => {
  const setting: Setting = {
    now: state.system.clock.now(),
    policy: defaultPolicy,
    mails: state.system.post.sent,
    ...{ lateSeconds: 3600, isStrict: true, isSettled: true, secrets: [] },
  };
  const all = items.seen();
  return invariants.flatMap((invariant) => {
    const watch = invariant.watch(setting);
    for (const seen of all) watch.see(seen);
    return told({ invariant, doubts: [...watch.doubts()] });
  });
};

test('everything that the code has written holds, and is really looked at', async () => {
  const { findings, checked } = await state.check();
  expect(findings).toEqual([]);
  expect(Object.entries(checked).filter(([, looked]) => looked === 0)).toEqual([]);
  expect(Object.keys(checked)).toEqual(invariants.map(({ name }) => name));
});

const person = (fits: (item: Item) => boolean) => items.find('directory', (item) => item.sk === 'USER' && fits(item));
const anybody = () => person(({ deleted, importId }) => !deleted && importId === state.imported);
const audit = (fits: (item: Item) => boolean) =>
  items.find('directory', (item) => String(item.sk).startsWith('AUDIT#') && fits(item));
/** An entry of somebody who is there and whose entries are several: one that others follow, or the newest. */
const inChain = async (isFollowed: boolean): Promise<Item> => {
  const { newestEntry } = await person(({ newestEntry: newest }) => Boolean(newest) && !isFirst(newest as Item));
  const newest = await audit(({ sk }) => sk === `AUDIT#${(newestEntry as Item).place}`);
  const { previous } = newest.chain as { previous: Item };
  return isFollowed ? audit(({ sk }) => sk === `AUDIT#${previous.place}`) : newest;
};
const isFirst = ({ place }: Item): boolean => {
  const own = items.seen().find(({ item }) => item.sk === `AUDIT#${place}`)?.item.chain as Item | undefined;
  return own?.previous === undefined;
};
const auditsOf = (id: string) => auditPartition({ type: 'User', id });
const starting = (table: 'directory' | 'imports', pk: string, sk: string) =>
  items.find(table, (item) => String(item.pk).startsWith(pk) && String(item.sk).startsWith(sk));
const setPerson = async (change: Item | ((item: Item) => Item), whom = anybody) => {
  const item = await whom();
  await items.put('directory', { ...item, ...(typeof change === 'function' ? change(item) : change) });
};
const setSku = async (change: (sku: Record<string, number>) => Item) => {
  const item = await items.find('directory', ({ pk, sk }) => pk === skuKey(e3.skuId).pk && sk === 'SKU');
  await items.put('directory', { ...item, ...change(item as Record<string, number>) });
};
const setJob = async (id: string, change: Item) => {
  const item = await items.find('imports', ({ pk, sk }) => pk === jobKey(id).pk && sk === 'IMPORT');
  await items.put('imports', { ...item, ...change });
};
const setChunk = async (change: (chunk: Item & { rows: Item[] }) => Item) => {
  const { pk, sk } = chunkKey(state.imported, 1);
  const item = await items.find('imports', (one) => one.pk === pk && one.sk === sk);
  await items.put('imports', { ...item, ...change(item as Item & { rows: Item[] }) });
};
const without = (item: Item, gone: string): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== gone));
const forget = async (table: 'directory' | 'imports', item: Promise<Item>) => items.remove(table, await item);

test('a name that was handed on brings its mails to two people, and each has the password of one of them', async () => {
  const { sent } = state.system.post;
  const one = await anybody();
  const password = 'bbbb-cccc-dddd-eeee-ffff';
  await items.put('directory', { ...one, ...personKey(idOf('earlier')), deleted: { dateTime: 0, licenses: [] } });
  await setPerson({ password: { ...(one.password as Item), hash: hashGeneratedPassword(password, randomBytes(16)) } });
  sent.push({
    to: ['x'],
    subject: '',
    html: '',
    text: `User name: ${one.userPrincipalName}\n  Password: ${password}\n`,
  });
  const found = findings().filter(({ invariant }) => invariant === 'mailed-passwords');
  sent.pop();
  expect(found).toEqual([]);
});

test('people of an earlier release without a claim, and those who share one, are told and no fault', async () => {
  const setting = { now: state.system.clock.now(), policy: defaultPolicy, lateSeconds: 3600, secrets: [] };
  const look = () => {
    const watch = sourceKeys.watch({ ...setting, isStrict: false, isSettled: true });
    for (const seen of items.seen()) watch.see(seen);
    return { doubts: [...watch.doubts()].map(({ what }) => what), tells: [...(watch.tells?.() ?? [])] };
  };
  const claim = await starting('directory', 'KEY#', '');
  const marks = await starting('directory', 'POLICY', 'KEYS');
  expect(look()).toEqual({ doubts: [], tells: [] });
  await items.put('directory', { ...marks, done: new Set([1, 2]) });
  await forget('directory', Promise.resolve(claim));
  expect(look()).toEqual({ doubts: [], tells: [expect.stringMatching(/^person [-0-9a-f]{36}: came with an earlier/)] });
  await items.put('directory', marks);
  expect(look().doubts).toHaveLength(1);
  await items.put('directory', { ...claim, sharedWith: [state.restored] });
  await setPerson({ employeeId: 'e-1815' }, () => person(({ pk }) => pk === personKey(state.restored).pk));
  const both = `person ${claim.id}, person ${state.restored}`;
  expect(look()).toEqual({ doubts: [], tells: [expect.stringContaining(both)] });
});

const otherHash = `$sha256$$${'A'.repeat(22)}$${'A'.repeat(43)}`;

const breaks: [invariant: string, how: string, act: () => Promise<unknown>][] = [
  ['due-index', 'the index lost somebody', async () => items.lose('due', await anybody())],
  ['people-index', 'the index lost somebody', async () => items.lose('people', await anybody())],
  ['user-names', 'a claim is missing', () => forget('directory', starting('directory', 'NAME#', 'p5'))],
  ['user-names', 'a claim is left', () => items.put('directory', { ...nameKey('old@contoso.com'), id: idOf('x') })],
  [
    'user-names',
    "a claim is another person's",
    async () => items.put('directory', { ...(await starting('directory', 'NAME#', 'p5')), id: state.restored }),
  ],
  [
    'user-names',
    'two people have one name',
    async () => items.put('directory', { ...(await anybody()), ...personKey(idOf('twin')) }),
  ],
  ['source-keys', 'a claim is missing', () => forget('directory', starting('directory', 'KEY#', ''))],
  [
    'source-keys',
    'a claim is left',
    () => items.put('directory', { ...sourceKeyKey({ source: 'employeeId', key: 'old' }), id: idOf('x') }),
  ],
  [
    'source-keys',
    'a claim is shared with somebody who has another id',
    async () => items.put('directory', { ...(await starting('directory', 'KEY#', '')), sharedWith: [state.restored] }),
  ],
  [
    'source-keys',
    'a deleted person holds one',
    async () => {
      const { pk } = await person(({ deleted }) => Boolean(deleted));
      await items.put('directory', { ...sourceKeyKey({ source: 'employeeId', key: 'old' }), id: String(pk).slice(5) });
    },
  ],
  ['people-index', 'a person is not listed', async () => items.put('directory', without(await anybody(), 'listName'))],
  ['people-index', 'a person is listed by another name', () => setPerson({ displayName: 'Somebody else' })],
  [
    'deleted-people',
    'a deleted person cannot be found',
    () => forget('directory', starting('directory', 'DELETED#', '')),
  ],
  [
    'deleted-people',
    'a place is left',
    () => items.put('directory', { pk: 'DELETED#3', sk: `x@contoso.com#${idOf('x')}`, id: idOf('x') }),
  ],
  ['role-members', 'a member is missing', () => forget('directory', starting('directory', 'ROLE#', 'MEMBER#'))],
  [
    'role-members',
    'somebody is a member without the role',
    () => items.put('directory', { ...memberKey('Reports Reader', state.restored), id: state.restored }),
  ],
  [
    'administrators',
    'nobody can act as one any more',
    () =>
      setPerson({ accountEnabled: false }, () =>
        person(({ roles }) => ((roles ?? []) as string[]).includes('Global Administrator')),
      ),
  ],
  ['seats', 'a seat is lost', () => setSku(({ free = 0 }) => ({ free: free - 1 }))],
  ['seats', 'a seat is given twice', () => setSku(({ free = 0 }) => ({ free: free + 1 }))],
  [
    'seats',
    'a seat stays reserved',
    () => setSku(({ free = 0, reserved = 0 }) => ({ free: free - 1, reserved: reserved + 1 })),
  ],
  [
    'seats',
    'fewer than none are free',
    () => setSku(({ enabled = 0, free = 0 }) => ({ enabled: enabled - free - 1, free: -1 })),
  ],
  ['seats', 'a licence is gone', () => forget('directory', starting('directory', skuKey(ems.skuId).pk, 'SKU'))],
  [
    'held-licences',
    'somebody holds one twice',
    () => setPerson({ assignedLicenses: [{ skuId: ems.skuId }, { skuId: ems.skuId }] }),
  ],
  [
    'held-licences',
    'somebody deleted holds one',
    () => setPerson({ assignedLicenses: [{ skuId: ems.skuId }] }, () => person(({ deleted }) => Boolean(deleted))),
  ],
  [
    'waiting-lines',
    'somebody waits nowhere',
    () => setPerson({ waitingLicenses: [{ skuId: ems.skuId, since: '2026-01-05T09:00:00.000Z', place: 'nowhere' }] }),
  ],
  [
    'waiting-lines',
    'a place is left',
    () => items.put('directory', { pk: skuKey(ems.skuId).pk, sk: 'WAIT#left', id: state.restored }),
  ],
  ['catalogue', 'a licence is not in it', () => forget('directory', starting('directory', 'SKUS', 'EMS'))],
  ['catalogue', 'a part number is left', () => items.put('directory', { pk: 'SKUS', sk: 'OLD', id: ems.skuId })],
  ['applications', 'one is not listed', () => forget('directory', starting('directory', 'APPLICATIONS', ''))],
  ['applications', 'one is listed that is gone', () => forget('directory', starting('directory', 'APPLICATION#', ''))],
  ['import-results', 'a row has no outcome', () => setChunk(({ rows }) => ({ rows: rows.slice(0, -1) }))],
  ['import-results', 'a row has two', () => setChunk(({ rows }) => ({ rows: [...rows, rows.at(-1)] }))],
  [
    'import-results',
    'a chunk comes twice',
    async () =>
      items.put('imports', {
        ...(await starting('imports', jobKey(state.imported).pk, 'CHUNK#')),
        sk: chunkKey(state.imported, 2).sk,
        firstRow: 2,
      }),
  ],
  [
    'import-results',
    'a result has no import',
    () => forget('imports', starting('imports', jobKey(state.running).pk, 'IMPORT')),
  ],
  [
    'import-counters',
    'a chunk was counted twice',
    async () => {
      const counter = await starting('imports', `PROGRESS#${state.imported}`, '');
      await items.put('imports', { ...counter, created: Number(counter.created) * 2 });
    },
  ],
  [
    'import-counters',
    'a chunk took a seat that nobody counted',
    () => setChunk(({ seats }) => ({ seats: { ...(seats as Item), [ems.skuId]: 1 } })),
  ],
  [
    'import-people',
    'a created row has nobody',
    () =>
      forget(
        'directory',
        person(({ rowNumber, importId }) => rowNumber === 5 && importId === state.imported),
      ),
  ],
  [
    'import-people',
    'a row has a second person',
    async () =>
      items.put('directory', {
        ...(await anybody()),
        ...personKey(idOf('twin')),
        userPrincipalName: 'twin@contoso.com',
      }),
  ],
  [
    'import-people',
    'a person is of a refused row',
    () =>
      setChunk(({ rows }) => ({
        rows: rows.map((row) => (row.rowNumber === 5 ? { ...row, outcome: 'refused' } : row)),
      })),
  ],
  [
    'import-people',
    'who was removed left no birth',
    async () =>
      forget(
        'directory',
        audit(({ pk, additionalDetails }) => pk === auditsOf(state.purged) && additionalDetails !== undefined),
      ),
  ],
  ['import-list', 'one is not listed', () => forget('imports', starting('imports', 'IMPORTS', ''))],
  ['migration-list', 'a batch is not listed', () => forget('imports', starting('imports', 'MIGRATIONS', ''))],
  ['open-imports', 'one that runs is not open', () => items.remove('imports', openKey(state.running))],
  ['open-imports', 'a place is left', () => items.put('imports', { ...placeKey('admin', 7), id: state.imported })],
  ['open-imports', 'a mark is left', () => items.put('imports', openKey(idOf('gone')))],
  [
    'open-imports',
    'a result was never told',
    async () => {
      await items.put('imports', openKey(state.imported));
      await setJob(state.imported, { completedDateTime: '2026-01-01T09:00:00.000Z' });
    },
  ],
  [
    'synchronization',
    'a watermark is ahead of its run',
    async () => {
      await setJob(state.running, { kind: 'synchronization' });
      await items.put('imports', { pk: 'SYNCHRONIZATION', sk: 'STATE', settledImportId: state.running, version: 1 });
    },
  ],
  ['synchronization', 'an anchor without its object', () => setPerson({ onPremisesObjectGuid: idOf('object') })],
  ['open-imports', 'one stands still', () => setJob(state.running, { revivals: 9 })],
  ['owed-mails', 'nobody would try a mail again', () => setPerson({ credentialMail: { state: 'owed', attempt: 1 } })],
  [
    'owed-mails',
    'nobody would try a notice again',
    () => setPerson({ owedNotices: [{ kind: 'passwordExpired', id: 'x', tries: 0 }] }),
  ],
  [
    'owed-mails',
    'what was sent never works',
    () => setPerson(({ password }) => ({ password: without(password as Item, 'hash') })),
  ],
  [
    'mailed-passwords',
    'the password that works was mailed to nobody',
    () => setPerson(({ password }) => ({ password: { ...(password as Item), hash: otherHash } })),
  ],
  [
    'mailed-passwords',
    'a later mail brings another password',
    async () => {
      const { userPrincipalName: name } = await anybody();
      const text = `User name: ${name}\n  Password: aaaa-aaaa-aaaa-aaaa-aaaa\n`;
      state.system.post.sent.push({ to: ['x'], subject: '', html: '', text });
    },
  ],
  [
    'mailed-passwords',
    'somebody was mailed whom there never was',
    async () => {
      const text = 'User name: nobody@contoso.com\n  Password: aaaa-aaaa-aaaa-aaaa-aaaa\n';
      state.system.post.sent.push({ to: ['x'], subject: '', html: '', text });
    },
  ],
  [
    'work-done',
    'a mail is owed since yesterday',
    () => setPerson({ credentialMail: { state: 'owed', retryAt: '2026-01-04T09:00:00.000Z' } }),
  ],
  ['due-dates', 'somebody is dated too late', () => setPerson(({ dueAt }) => ({ dueAt: dayAfter(dueAt, 1) }))],
  ['due-dates', 'somebody is dated too early', () => setPerson(({ dueAt }) => ({ dueAt: dayAfter(dueAt, -1) }))],
  ['due-dates', 'somebody is not dated', async () => items.put('directory', without(await anybody(), 'dueAt'))],
  [
    'due-dates',
    'somebody is dated in another shard',
    () => setPerson(({ dueShard }) => ({ dueShard: dueShard === 'DUE#0' ? 'DUE#1' : 'DUE#0' })),
  ],
  [
    'audit-of-people',
    'a birth is not told',
    () =>
      forget(
        'directory',
        audit(({ activityDisplayName, additionalDetails }) => activityDisplayName === 'Add user' && !additionalDetails),
      ),
  ],
  [
    'audit-of-people',
    'the birth of somebody to whom a file gave a role is not told (weakness 2)',
    () =>
      forget(
        'directory',
        audit(({ target }) => (target as { displayName?: string })?.displayName === 'Boss'),
      ),
  ],
  [
    'audit-of-people',
    'a deletion is not told',
    () =>
      forget(
        'directory',
        audit(({ pk, activityDisplayName }) => pk === auditsOf(state.deleted) && activityDisplayName === 'Delete user'),
      ),
  ],
  [
    'audit-of-people',
    'a removal is not told',
    () =>
      forget(
        'directory',
        audit(({ activityDisplayName }) => activityDisplayName === 'Hard Delete user'),
      ),
  ],
  [
    'audit-of-people',
    'a change is not told',
    () =>
      forget(
        'directory',
        audit(({ activityDisplayName }) => activityDisplayName === 'Update user'),
      ),
  ],
  [
    'audit-of-people',
    'more is told than was written',
    () => setPerson({ version: 1 }, () => person(({ pk }) => pk === personKey(state.restored).pk)),
  ],
  [
    'audit-entries',
    'an entry names nobody',
    async () => items.put('directory', { ...(await audit(() => true)), initiatedBy: { kind: 'person', id: '' } }),
  ],
  [
    'audit-entries',
    'an entry is not found by its time',
    async () => items.put('directory', { ...(await audit(() => true)), auditAt: '2026' }),
  ],
  [
    'hashes',
    'a password is kept',
    () => setPerson(({ password }) => ({ password: { ...(password as Item), hash: 'Own-Kookaburra/7' } })),
  ],
  [
    'hashes',
    'a password is kept beside its hash',
    () => setPerson(({ password }) => ({ password: { ...(password as Item), text: 'x' } })),
  ],
  ['hashes', 'a token is kept', () => items.put('directory', { pk: 'TOKEN#muster_abc', sk: 'TOKEN' })],
  [
    'hashes',
    'a client secret is kept',
    async () => {
      const application = await starting('directory', 'APPLICATION#', '');
      const secrets = (application.secrets as Item[]).map((secret) => ({ ...secret, hash: 'muster_abc' }));
      await items.put('directory', { ...application, secrets });
    },
  ],
  [
    'hashes',
    'a tried password is kept',
    async () =>
      items.put('directory', { ...(await starting('directory', 'SIGNIN#', '')), wrong: ['Own-Kookaburra/7'] }),
  ],
  [
    'hashes',
    'a name that nobody has is kept of a sign-in',
    async () => items.put('directory', { ...(await starting('directory', 'SIGNINS#nobody', '')), userName: 'hunter2' }),
  ],
  [
    'no-secrets',
    'a generated password stands somewhere',
    () =>
      setPerson({
        jobTitle: passwordsIn(state.system.post.sent.find((mail) => passwordsIn(mail).length > 0) as never)[0],
      }),
  ],
  [
    'no-secrets',
    'a token is its own key',
    () => items.put('directory', { pk: `TOKEN#muster_${'a'.repeat(43)}`, sk: 'TOKEN' }),
  ],
  ['no-secrets', 'a token stands somewhere', () => setJob(state.imported, { notes: [`muster_${'a'.repeat(43)}`] })],
  ['no-secrets', 'a message has a password', () => setJob(state.imported, { draft: { password: 'x' } })],
  ['known-items', 'there is something else', () => items.put('directory', { pk: 'CACHE#1', sk: 'CACHE' })],
];

/** What an intruder does, who keeps all lists in order. */
const intrusions: typeof breaks = [
  [
    'given-roles',
    'a role is written into record and list',
    async () => {
      const { pk, roles } = await person(({ roles: held }) => Array.isArray(held));
      const id = String(pk).slice('USER#'.length);
      await setPerson({ roles: [...(roles as string[]), 'Privileged Role Administrator'] }, () =>
        person((one) => one.pk === pk),
      );
      await items.put('directory', { ...memberKey('Privileged Role Administrator', id), id });
    },
  ],
  [
    'given-roles',
    'the entry that gave a role is gone',
    () =>
      forget(
        'directory',
        audit(({ activityDisplayName }) => activityDisplayName === 'Add member to role'),
      ),
  ],
  ['entry-chain', 'an entry in the midst is gone', async () => forget('directory', inChain(true))],
  ['entry-chain', 'the newest entry is gone', async () => forget('directory', inChain(false))],
  [
    'entry-chain',
    'an entry is changed',
    async () => items.put('directory', { ...(await inChain(true)), activityDisplayName: 'Update user' }),
  ],
  [
    'entry-chain',
    'a record forgets its newest entry',
    async () => items.put('directory', without(await person(({ newestEntry }) => Boolean(newestEntry)), 'newestEntry')),
  ],
  [
    'operator-tokens',
    'one is good for years',
    () =>
      items.put('directory', {
        ...{ pk: `TOKEN#${'a'.repeat(64)}`, sk: 'TOKEN', expiresAt: Date.parse('2100-01-01') / 1000 },
        grant: { kind: 'operator', principal: { kind: 'operator', id: 'x', displayName: 'x', roles: [] } },
      }),
  ],
  [
    'hashes',
    'a chosen password has a fast hash',
    () =>
      setPerson(
        (item) => ({ password: { ...(item.password as Item), source: 'chosen' } }),
        () => person(({ password }) => String((password as Item)?.hash).startsWith('$sha256$')),
      ),
  ],
];

const isSeenBy = async (invariant: string, act: () => Promise<unknown>) => {
  const mails = state.system.post.sent.length;
  await act();
  const found = findings();
  state.system.post.sent.splice(mails);
  expect(found.map(({ invariant: name }) => name)).toContain(invariant);
  // Ids alone.
  expect(JSON.stringify(found)).not.toMatch(/@|Kookaburra|Person \d|muster_/);
};

test.each(breaks)('%s: %s', (invariant, _, act) => isSeenBy(invariant, act));

test.each(intrusions)('an intruder is seen by %s: %s (weakness 12)', (invariant, _, act) => isSeenBy(invariant, act));

test('tokens of operators are told by name, roles and end, and no fault while they are good for 90 days (weakness 12)', async () => {
  await items.put('directory', {
    ...{ pk: `TOKEN#${'a'.repeat(64)}`, sk: 'TOKEN', expiresAt: Date.parse('2026-02-01T00:00:00Z') / 1000 },
    grant: {
      kind: 'operator',
      principal: { kind: 'operator', id: 'x', displayName: 'Eve', roles: ['Reports Reader'] },
    },
  });
  const watch = operatorTokens.watch({ now: state.system.clock.now(), policy: defaultPolicy } as Setting);
  for (const seen of items.seen()) watch.see(seen);
  expect([...(watch.tells?.() ?? [])]).toContain(
    'operator token of "Eve" (Reports Reader) until 2026-02-01T00:00:00.000Z',
  );
  expect([...watch.doubts()]).toEqual([]);
});

test('a role is told of by the change that came last, whatever the clocks of functions said (weakness 12)', () => {
  const ada = { ...newPerson('ada'), roles: ['Reports Reader'] };
  const entry = (version: number, activityDateTime: string, newValue: string[]) => ({
    kind: 'audit' as const,
    entry: {
      ...{
        id: `${version}`,
        activityDateTime: activityDateTime as Instant,
        activityDisplayName: 'Update user' as const,
      },
      ...{ initiatedBy: { kind: 'operator' as const, id: 'o', displayName: 'O' }, chain: { version } },
      target: { type: 'User' as const, id: ada.id, displayName: 'Ada' },
      modifiedProperties: [{ displayName: 'roles', oldValue: [], newValue }],
    },
  });
  const watch = givenRoles.watch({ now: addDays(state.system.clock.now(), 1), policy: defaultPolicy } as Setting);
  const place = { key: { in: 'directory' as const, pk: 'x', sk: 'y' }, item: {} };
  watch.see({ ...place, kind: 'person', person: ada });
  watch.see({ ...place, ...entry(1, '2026-01-05T10:10:00.000Z', []) });
  watch.see({ ...place, ...entry(2, '2026-01-05T10:00:00.000Z', ['Reports Reader']) });
  expect([...watch.doubts()]).toEqual([]);
});

test('what has outlived its days is missed by nobody (weakness 12)', async () => {
  await forget('directory', inChain(true));
  const watch = entryChain.watch({ now: addDays(state.system.clock.now(), 731), policy: defaultPolicy } as Setting);
  for (const seen of items.seen()) watch.see(seen);
  expect([...watch.doubts()]).toEqual([]);
});

test('each invariant can be broken', () => {
  const broken = new Set([...breaks, ...intrusions].map(([invariant]) => invariant));
  expect(invariants.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
});

describe('a system at work', () => {
  const sku = { pk: skuKey(e3.skuId).pk, sk: 'SKU' };
  const setFree = (more: number) =>
    tables.client.send(
      new UpdateCommand({
        TableName: tables.directory,
        Key: sku,
        UpdateExpression: 'SET #free = #free + :more',
        ExpressionAttributeNames: { '#free': 'free' },
        ExpressionAttributeValues: { ':more': more },
      }),
    );
  const claim = { ...nameKey('left@contoso.com'), id: idOf('left') };
  const putClaim = () => tables.client.send(new PutCommand({ TableName: tables.directory, Item: claim }));
  const removeClaim = () =>
    tables.client.send(new DeleteCommand({ TableName: tables.directory, Key: nameKey('left@contoso.com') }));

  /** Checks while something happens before each look; says what was found, and what moved. */
  const checkWhile = async (...acts: (() => Promise<unknown>)[]) => {
    const now = async () => {
      await acts.shift()?.();
      return state.system.clock.now();
    };
    const { findings: found, moving } = await state.check({ isSettled: false, now });
    return { found: found.map(({ invariant }) => invariant), moving: moving.map(({ invariant }) => invariant) };
  };

  test('what was in the midst of a change is no finding', async () => {
    expect(await checkWhile(putClaim, removeClaim)).toEqual({ found: [], moving: [] });
    expect(
      await checkWhile(
        () => setFree(1),
        () => setFree(-1),
      ),
    ).toEqual({ found: [], moving: [] });
  });

  test('what is still so when it is looked at again is one', async () => {
    expect(await checkWhile(putClaim)).toEqual({ found: ['user-names'], moving: [] });
    await removeClaim();
    expect(await checkWhile(() => setFree(1))).toEqual({ found: ['seats'], moving: [] });
    await setFree(-1);
  });

  test('a sum that is another one each time is not judged', async () => {
    const more = () => setFree(1);
    expect(await checkWhile(more, more, more, more, more)).toEqual({ found: [], moving: ['seats'] });
    await setFree(-5);
  });
});

test('known secrets are found in items, and their text is not told', async () => {
  const { findings: found } = await state.check({ secrets: ['Person 3'] });
  expect(found.map(({ invariant }) => invariant)).toContain('no-secrets');
  expect(JSON.stringify(found)).not.toContain('Person 3');
});
