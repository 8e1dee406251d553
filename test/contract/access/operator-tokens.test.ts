/** Operators' tokens: whatever two do at once, a token ends once, and one entry tells of it. */
import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { operatorTokens } from '../../../shared/aws/access/operator-tokens.ts';
import { endToken, ownToken } from '../../../shared/aws/access/own-token.ts';
import { type KeptToken, operatorTokenOf } from '../../../shared/aws/access/token-items.ts';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import { auditEntryOf } from '../../../shared/aws/directory-items.ts';
import { type ListedToken, tokenEntry } from '../../../shared/domain/access/operator-token.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { actorOf, type Principal } from '../../../shared/domain/principal.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { signOut } from '../../../shared/work/access/sign-out.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const operatorNamed = (id: string, displayName: string, roles: readonly string[]): Principal => {
  return { kind: 'operator', id, displayName, roles };
};
const ada = operatorNamed(idOf('ada'), 'Ada', ['Global Administrator']);
const act = () => ({ id: randomUUID(), now: monday, initiatedBy: actorOf(administrator) });
const tell = (token: ListedToken) => tokenEntry('revoked', token, act());

const setup = async () => {
  const { client, directory } = await dynoxide.makeTables();
  const store = operatorTokens(client, directory, defaultPolicy);
  const own = ownToken(client, directory, defaultPolicy);
  const plain = tokens(client, directory);
  const mint = async (principal = ada, days = 90) => {
    const endDateTime = addDays(monday, days);
    const good = { from: monday, until: endDateTime };
    return store.mint(principal, good, tokenEntry('minted', { ...principal, endDateTime }, act()));
  };
  const items = async () => (await client.send(new ScanCommand({ TableName: directory }))).Items ?? [];
  const told = async () =>
    (await items())
      .filter(({ sk }) => String(sk).startsWith('AUDIT#'))
      .map((item) => auditEntryOf(item).activityDisplayName);
  const end = (kept: KeptToken) =>
    endToken(client, { table: directory, policy: defaultPolicy }, kept, tell(kept.token));
  return { store, own, plain, mint, items, told, end };
};

test('a token is listed while it is good, and lies where tokens lie (weakness 13)', async () => {
  const { store, mint, items, plain } = await setup();
  const text = await mint();
  await mint(operatorNamed(idOf('bob'), 'Bob', ['Reports Reader']), 7);
  expect((await store.list(monday)).map(({ displayName }) => displayName).toSorted()).toEqual(['Ada', 'Bob']);
  expect(await store.list(addDays(monday, 8))).toMatchObject([
    { displayName: 'Ada', createdDateTime: monday, endDateTime: addDays(monday, 90), roles: ['Global Administrator'] },
  ]);
  const places = new Set((await items()).map(({ pk }) => String(pk).split('#')[0]));
  expect([...places].toSorted()).toEqual(['AUDIT', 'TOKEN', 'TOKENS']);
  expect(await plain.read(text, monday)).toEqual({ kind: 'operator', principal: ada });
});

test('one that two revoke while its holder signs out ends once, and one entry tells of it (weakness 13)', async () => {
  const { store, own, plain, mint, told } = await setup();
  const text = await mint();
  const revoke = () => store.revoke(ada.id, { now: monday, everywhere: false, tell });
  const ends = await Promise.all([
    revoke(),
    revoke(),
    signOut(text, ada, { tokens: plain, ownToken: own, now: () => monday }),
  ]);
  expect(ends.slice(0, 2).reduce((sum: number, end) => sum + Number(end ?? 0), 0)).toBeLessThanOrEqual(1);
  expect(await told()).toHaveLength(2);
  expect(await plain.read(text, monday)).toBeUndefined();
  expect(await store.list(monday)).toEqual([]);
});

test('of two who saw a token and end it, one does (weakness 13)', async () => {
  const { mint, items, told, end } = await setup();
  await mint();
  const kept = (await items()).flatMap((item) => operatorTokenOf(item) ?? [])[0];
  if (!kept) throw new Error('the token is not there');
  const ends = [await end(kept), await end(kept)];
  expect(ends).toEqual([true, false]);
  expect(await told()).toHaveLength(2);
});

test('a sign-out is of the token that is shown, and of no other', async () => {
  const { own, plain, mint, store, told } = await setup();
  const [first, second] = [await mint(), await mint()];
  const grant = { kind: 'person', userId: idOf('carl'), generation: 0 } as const;
  const session = await plain.mint(grant, { from: monday, seconds: 900 });
  await own.end(session, monday, tell);
  await own.end('muster_nobody', monday, tell);
  await own.end(first, addDays(monday, 91), tell);
  expect(await told()).toHaveLength(2);
  await own.end(first, monday, tell);
  expect(await plain.read(first, monday)).toBeUndefined();
  expect(await plain.read(second, monday)).toBeDefined();
  expect(await store.list(monday)).toHaveLength(1);
});

test('what an earlier release minted is found by looking everywhere, and people’s sessions never are', async () => {
  const { store, own, plain, told } = await setup();
  const old = await plain.mint({ kind: 'operator', principal: administrator }, { from: monday, seconds: 900 });
  await plain.mint({ kind: 'person', userId: idOf('carl'), generation: 0 }, { from: monday, seconds: 900 });
  expect(await store.list(monday)).toEqual([]);
  expect(await store.listEverywhere(monday)).toMatchObject([{ id: administrator.id }]);
  expect(await store.revoke(administrator.id, { now: monday, everywhere: false, tell })).toBe(0);
  await own.end(old, monday, tell);
  expect(await store.listEverywhere(monday)).toEqual([]);
  expect(await told()).toEqual(['Remove operator token']);
});
