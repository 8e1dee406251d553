/** Bearer tokens: known until their time is over, even while the store still has them. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { tokenIdOf } from '../../../shared/work/access/token-id.ts';
import type { Grant } from '../../../shared/work/access/tokens.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const grant: Grant = { kind: 'operator', principal: administrator };

const setup = async () => {
  const { client, directory } = await dynoxide.makeTables();
  const store = tokens(client, directory);
  const token = await store.mint(grant, { from: monday, seconds: 30 * 86_400 });
  const ask = (text: string, now = monday) => store.read(text, now);
  return { client, directory, store, token, ask };
};

test('a token stands for what it was minted for until the second at which it expires (case 33)', async () => {
  const { token, ask } = await setup();
  expect(await ask(token)).toEqual(grant);
  const end = addDays(monday, 30);
  expect(await ask(token, addSeconds(end, -1))).toEqual(grant);
  expect(await ask(token, end)).toBeUndefined();
  expect(await ask(token, addDays(end, 1))).toBeUndefined();
});

test('it is found by its id, for as long, and until it is forgotten (weakness 1)', async () => {
  const { store, token } = await setup();
  const find = (now = monday) => store.readById(tokenIdOf(token), now);
  const end = addDays(monday, 30);
  expect([await find(), await find(addSeconds(end, -1)), await find(end)]).toEqual([grant, grant, undefined]);
  await store.forget(token);
  expect([await find(), await store.readById(token, monday)]).toEqual([undefined, undefined]);
});

test('a forgotten token is nobody at once, and forgetting it again does no harm (case 34)', async () => {
  const { store, token, ask } = await setup();
  await store.forget(token);
  expect(await ask(token)).toBeUndefined();
  await store.forget(token);
});

test('a token that was never made is nobody', async () => {
  const { token, ask } = await setup();
  const changed = token.endsWith('A') ? `${token.slice(0, -1)}B` : `${token.slice(0, -1)}A`;
  for (const other of [changed, token.toUpperCase(), `${token} `, 'muster_', '']) {
    expect(await ask(other)).toBeUndefined();
  }
});

test('each token has 256 bits, and the store has none of them', async () => {
  const { client, directory, store, token } = await setup();
  const second = await store.mint(grant, { from: monday, seconds: 86_400 });
  expect(second).not.toBe(token);
  expect(Buffer.from(token.replace('muster_', ''), 'base64url')).toHaveLength(32);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: directory }));
  expect(Items).toHaveLength(2);
  expect(JSON.stringify(Items).includes(token.slice(7))).toBe(false);
  expect(Items.every(({ expiresAt }) => Number.isInteger(expiresAt) && expiresAt < 5_000_000_000)).toBe(true);
});
