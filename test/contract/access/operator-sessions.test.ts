/** Codes that begin an operator's session: of two who show one at once, one is let in; and nobody after its time. */
import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { codeSeconds, mintSignInCode } from '../../../infra/local/sample/sign-in-code.ts';
import { operatorSessions } from '../../../shared/aws/access/operator-sessions.ts';
import { operatorTokens } from '../../../shared/aws/access/operator-tokens.ts';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import { tokenEntry } from '../../../shared/domain/access/operator-token.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { actorOf } from '../../../shared/domain/principal.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { beginOperatorSession } from '../../../shared/work/access/operator-sessions.ts';
import { tokenIdOf } from '../../../shared/work/access/token-id.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator } from '../../fakes/people.ts';
import { somewhere } from '../../fakes/sign-ins.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const setup = async () => {
  const { client, directory: table } = await dynoxide.makeTables();
  const until = addDays(monday, 90);
  const act = { id: randomUUID(), now: monday, initiatedBy: actorOf(administrator) };
  const entry = tokenEntry('minted', { ...administrator, endDateTime: until }, act);
  const own = operatorTokens(client, table, defaultPolicy);
  const token = await own.mint(administrator, { from: monday, until }, entry);
  const begin = (shown: { code: string } | { token: string }, now = monday) =>
    beginOperatorSession(shown as { code: string }, somewhere, {
      operatorSessions: operatorSessions(client, table, defaultPolicy),
      policy: defaultPolicy,
      now: () => now,
    });
  const code = () => mintSignInCode(client, { table, token, now: monday });
  const items = async () => (await client.send(new ScanCommand({ TableName: table }))).Items ?? [];
  return { client, table, store: tokens(client, table), token, begin, code, items, own };
};

const refused = (code: string) => expect.objectContaining({ refusals: [{ code }] });

test('a code opens once, and its text is nowhere in the table', async () => {
  const { begin, code, items, store } = await setup();
  const text = await code();
  expect(JSON.stringify(await items()).includes(text)).toBe(false);
  const begun = await begin({ code: text });
  expect(await store.read(begun.token, monday)).toMatchObject({ kind: 'operatorSession', operatorId: 'admin' });
  await expect(begin({ code: text })).rejects.toEqual(refused('SignInCodeInvalid'));
});

test('of two who show it at the same moment one is let in, and one entry tells of it', async () => {
  const { begin, code, items } = await setup();
  const text = await code();
  const outcomes = await Promise.allSettled([begin({ code: text }), begin({ code: text })]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const told = (await items()).filter(({ activityDisplayName: it }) => it === 'Sign in with operator token');
  expect(told).toHaveLength(1);
});

test('who read it in time and writes too late is refused by the write itself', async () => {
  const { client, table, code, token } = await setup();
  const text = await code();
  const store = operatorSessions(client, table, defaultPolicy);
  expect(await store.tokenIdOfCode(text, monday)).toBe(tokenIdOf(token));
  const late = addSeconds(monday, codeSeconds);
  const opening = {
    grant: { kind: 'operatorSession', tokenId: tokenIdOf(token), operatorId: 'admin' } as const,
    entry: tokenEntry(
      'minted',
      { ...administrator, endDateTime: late },
      { id: 'e', now: late, initiatedBy: actorOf(administrator) },
    ),
    code: text,
  };
  expect(await store.open({ ...opening, good: { from: late, until: addDays(late, 1) } })).toBeUndefined();
  expect(await store.open({ ...opening, good: { from: addSeconds(late, -1), until: late } })).toMatch(/^muster_/);
});

test('an operator’s token opens as often as it is shown, until it is revoked; a code of it no more then', async () => {
  const { begin, code, token, own } = await setup();
  const text = await code();
  expect((await begin({ token })).token).not.toBe((await begin({ token })).token);
  const tell = (ended: Parameters<typeof tokenEntry>[1]) =>
    tokenEntry('revoked', ended, { id: randomUUID(), now: monday, initiatedBy: actorOf(administrator) });
  await own.revoke(administrator.id, { now: monday, everywhere: false, tell });
  await expect(begin({ token })).rejects.toEqual(refused('OperatorTokenInvalid'));
  await expect(begin({ code: text })).rejects.toEqual(refused('SignInCodeInvalid'));
});
