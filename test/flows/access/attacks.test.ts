/** What attacks on passwords, tokens and addresses meet. SECURITY.md names more, and the tests that show it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { tokens } from '../../../shared/aws/access/tokens.ts';
import { signUpload } from '../../../shared/aws/imports/signed-addresses.ts';
import { uploadKey } from '../../../shared/domain/imports/option-files.ts';
import type { Grant } from '../../../shared/work/access/tokens.ts';
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { sharedMuster, testDeployed } from '../driver/shared-muster.ts';
import { resetPassword, settledPerson, signIn, withToken } from '../driver/signing-in.ts';
import { tokenFor } from '../driver/token.ts';
import { isLocal } from '../driver/which-engine.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

/** A hundred are in test/contract/access/sign-in-attempts; an emulator of AWS starts a process for each that comes at once. */
const guesses = isLocal ? 24 : 12;

test('of many wrong passwords at once, and the right one behind them, ten at most are tried (case 35)', async () => {
  const vera = await settledPerson(muster, 'Vera', `Own-${unique()}-Kookaburra/7+`);
  const wrong = Array.from({ length: guesses }, (_, index) => `Guess-${index}-${unique()}`);
  // Behind them, since a right one in their midst is a person who comes, and sets the count back.
  const tries = [...wrong, vera.password];
  const statuses = (await Promise.all(tries.map((password) => signIn(muster, vera.name, password)))).map(
    ({ status }) => status,
  );
  expect(statuses.filter((status) => status === 200 || status === 401).length).toBeLessThanOrEqual(10);
  expect(statuses).toContain(401);
  // The gateway of a machine that has too much to do gives up on some, and tells nothing by that.
  expect(statuses.filter((status) => ![200, 401, 429, 503].includes(status))).toEqual([]);
});

/** A person who may read others, with a session, and how to ask with that. */
const signedIn = async () => {
  const { id } = await muster.api.addUser({ ...someone('Tess'), roles: ['Directory Readers'] });
  const grant: Grant = { kind: 'person', userId: id, generation: 0 };
  const token = await tokenFor(muster.clients.dynamodb, muster.outputs.DirectoryTableName, grant);
  return { id, token, ask: withToken(muster, token) };
};

type SignedIn = Awaited<ReturnType<typeof signedIn>>;

/** As an operator revokes a token that was minted by `npm run token`. */
const forget = async (token: string) => {
  await tokens(muster.clients.dynamodb, muster.outputs.DirectoryTableName).forget(token);
  return { status: 200 };
};

test.each<[string, (session: SignedIn) => Promise<{ status: number }>]>([
  ['was signed out', ({ ask }) => ask('POST', '/v1.0/me/signOut')],
  ['is of a person who ended all sessions', ({ ask }) => ask('POST', '/v1.0/me/revokeSignInSessions')],
  ['was revoked', ({ id }) => muster.api.ask('POST', `/v1.0/users/${id}/revokeSignInSessions`)],
  ['is of somebody blocked', ({ id }) => muster.api.ask('PATCH', `/v1.0/users/${id}`, { accountEnabled: false })],
  ['is of somebody whose password was reset', ({ id }) => resetPassword(muster, id, {})],
  ['is of somebody deleted', ({ id }) => muster.api.ask('DELETE', `/v1.0/users/${id}`)],
  ['was deleted from its table', ({ token }) => forget(token)],
])('a token that %s is a stranger from then on, whatever it is tried with (case 34)', async (_, end) => {
  const session = await signedIn();
  const paths = ['/v1.0/me', '/v1.0/users?$top=1', `/v1.0/users/${session.id}`, '/v1.0/users/nobody'];
  expect((await session.ask('GET', '/v1.0/users?$top=1')).status).toBe(200);
  expect((await end(session)).status).toBeLessThan(300);
  const stranger = withToken(muster, `muster_${'a'.repeat(43)}`);
  const told = async (ask: typeof stranger) =>
    (await Promise.all(paths.map((path) => ask('GET', path)))).map(({ status, body }) => {
      const { code, message } = (body as { error: { code: string; message: string } }).error;
      return { status, code, message };
    });
  const replayed = await told(session.ask);
  expect(new Set(replayed.map(({ status }) => status))).toEqual(new Set([401]));
  expect(replayed).toEqual(await told(stranger));
});

/** On a deployment: S3 on this machine checks no signatures. */
describe('an address that a file can be put to', () => {
  const content = csv(['User Name', 'Display Name'], [[`${unique()}@contoso.com`, 'Nobody']]);
  const put = async (url: string, method = 'PUT', headers: Record<string, string> = { 'If-None-Match': '*' }) => {
    const answer = await fetch(url, { method, ...(method === 'PUT' && { headers, body: content }) });
    return { status: answer.status, text: await answer.text() };
  };

  testDeployed('takes none after its time (case 36)', async () => {
    const file = { bucket: muster.outputs.ImportBucketName, key: uploadKey(randomUUID(), 'late.csv') };
    const { url } = await signUpload(muster.clients.s3)(file, 1);
    await sleep(2_500);
    expect(await put(url)).toEqual({ status: 403, text: expect.stringContaining('expired') });
    expect(await muster.files.importsOf(file.key)).toEqual([]);
  });

  testDeployed('takes that one alone, and gives none (case 36)', async () => {
    const { id, upload } = await muster.api.requestImport({ fileName: 'mine.csv' });
    expect((await put(upload.url.replace(id, randomUUID()))).status).toBe(403);
    expect((await put(upload.url, 'GET')).status).toBe(403);
    await muster.api.askOfImport(id, 'cancel');
  });

  testDeployed('takes none without what was signed with it, and one alone (weakness 1)', async () => {
    const { id, upload } = await muster.api.requestImport({ fileName: 'once.csv' });
    expect((await put(upload.url, 'PUT', {})).status).toBe(403);
    expect([(await put(upload.url)).status, (await put(upload.url)).status]).toEqual([200, 412]);
    await muster.files.follow(id);
  });
});
