/** Signing in by `muster`, and which token goes where. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connection } from '../../../clients/muster/profile/connection.ts';
import { signInPerson } from '../../../clients/muster/profile/sign-in.ts';
import { usualAnswers } from './answers.ts';
import { playApi } from './played-api.ts';
import { runHere } from './run-here.ts';

let folder: string;
let api: Awaited<ReturnType<typeof playApi>>;
beforeAll(async () => {
  api = await playApi({});
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-profiles-'));
  for (const route of Object.keys(api.answers)) delete api.answers[route];
  Object.assign(
    api.answers,
    usualAnswers(() => api.url),
  );
  api.asked.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => api.close());

const run = (...options: string[]) => runHere(options, { XDG_CONFIG_HOME: folder });
const login = (...options: string[]) => run('login', '--url', api.url, '--token', 'the-token', ...options);
const file = () => join(folder, 'muster/profiles.json');

test('a session is kept in a file that its owner alone can read, and is used from then on', async () => {
  expect(await login()).toMatchObject({ code: 0, out: '', err: expect.stringContaining('as Nightly job') });
  expect([statSync(file()).mode & 0o777, statSync(join(folder, 'muster')).mode & 0o777]).toEqual([0o600, 0o700]);
  api.asked.length = 0;
  expect((await run('users', 'list')).code).toBe(0);
  expect(api.asked[0]?.authorization).toBe('Bearer the-token');
});

test('a token that is good for nothing is not kept', async () => {
  api.answers['GET /v1.0/session'] = {
    status: 401,
    body: { error: { code: 'InvalidAuthenticationToken', message: 'No.' } },
  };
  expect((await login()).code).toBe(4);
  expect(existsSync(file())).toBe(false);
});

test('profiles are listed without their tokens, chosen, and forgotten', async () => {
  await login('--profile', 'one');
  await login('--profile', 'two');
  const { out } = await run('profiles', 'list', '-o', 'json');
  expect(out).not.toContain('the-token');
  expect(JSON.parse(out).map(({ name, current }: { name: string; current: boolean }) => [name, current])).toEqual([
    ['one', false],
    ['two', true],
  ]);
  await run('profiles', 'use', 'one');
  await run('profiles', 'forget', 'two');
  expect(Object.keys(JSON.parse(readFileSync(file(), 'utf8')).profiles)).toEqual(['one']);
  expect((await run('profiles', 'use', 'two')).code).toBe(2);
  expect((await login('--profile', '../two')).code).toBe(2);
  expect((await login('--profile', '__proto__')).code).toBe(2);
});

test('signing out ends the token before it is forgotten; one that is over already is forgotten too', async () => {
  await login();
  api.answers['POST /v1.0/me/signOut'] = { status: 500, body: {} };
  api.asked.length = 0;
  expect((await run('logout')).code).toBe(1);
  expect(readFileSync(file(), 'utf8')).toContain('the-token');
  api.answers['POST /v1.0/me/signOut'] = {
    status: 401,
    body: { error: { code: 'InvalidAuthenticationToken', message: 'No.' } },
  };
  expect((await run('logout')).code).toBe(0);
  expect(readFileSync(file(), 'utf8')).not.toContain('the-token');
});

test('a session that is over asks to sign in again, without asking the API', async () => {
  api.answers['GET /v1.0/session'] = {
    kind: 'operator',
    displayName: 'X',
    roles: [],
    expiresDateTime: '2020-01-01T00:00:00.000Z',
  };
  await login();
  api.asked.length = 0;
  expect(await run('users', 'list')).toMatchObject({
    code: 4,
    err: expect.stringContaining('muster login --profile default'),
  });
  expect(api.asked).toEqual([]);
});

describe('which token', () => {
  const { MUSTER_TOKEN, MUSTER_URL, XDG_CONFIG_HOME } = process.env;
  afterEach(() => {
    for (const [name, value] of Object.entries({ MUSTER_TOKEN, MUSTER_URL, XDG_CONFIG_HOME }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  test('--token, the profile that is named, MUSTER_TOKEN, the profile in use; each to its own address', async () => {
    await login();
    Object.assign(process.env, {
      XDG_CONFIG_HOME: folder,
      MUSTER_TOKEN: 'of-environment',
      MUSTER_URL: 'https://env.example/',
    });
    expect(await connection({ token: 'given', profile: 'default' })).toEqual({
      url: 'https://env.example',
      token: 'given',
    });
    expect(await connection({ profile: 'default' })).toMatchObject({ url: api.url, token: 'the-token' });
    expect(await connection({})).toEqual({ url: 'https://env.example', token: 'of-environment' });
    delete process.env.MUSTER_TOKEN;
    expect(await connection({})).toMatchObject({ url: api.url, token: 'the-token' });
    await expect(connection({ url: 'https://evil.example' })).rejects.toThrow(/its token is not sent to/);
  });
});

describe('name and password', () => {
  const mustChange = {
    status: 403,
    body: { error: { code: 'PasswordChangeRequired', message: 'Change it.' }, passwordChange: { token: 'short' } },
  };
  const ask = (...fresh: (string | undefined)[]) => {
    const why: (readonly string[])[] = [];
    return {
      why,
      password: async () => 'first-password',
      fresh: async (reasons: readonly string[]) => {
        why.push(reasons);
        return fresh.shift();
      },
    };
  };

  test('are a session', async () => {
    api.answers['POST /v1.0/signIn'] = { token: 'session' };
    expect(await signInPerson(api.url, 'ada@contoso.com', ask())).toEqual({ token: 'session' });
    expect(api.faults).toEqual([]);
  });

  test('a change that is due is made, and asked for again with what was wrong', async () => {
    api.answers['POST /v1.0/signIn'] = mustChange;
    api.answers['POST /v1.0/me/changePassword'] = ({ body }) =>
      (body as { newPassword: string }).newPassword === 'good'
        ? { token: 'session' }
        : { status: 400, body: { error: { code: 'PasswordTooShort', message: 'Too short.' } } };
    const asked = ask('bad', 'good');
    expect(await signInPerson(api.url, 'ada@contoso.com', asked)).toEqual({ token: 'session' });
    expect(asked.why).toEqual([['Change it.'], ['Too short.']]);
    expect(api.asked.slice(1).map(({ authorization }) => authorization)).toEqual(['Bearer short', 'Bearer short']);
  });

  test('a change that is not made ends with what is due; a wrong password with what the API says', async () => {
    api.answers['POST /v1.0/signIn'] = mustChange;
    await expect(signInPerson(api.url, 'ada@contoso.com', ask(undefined))).rejects.toMatchObject({
      exitCode: 4,
      message: 'Change it.',
    });
    api.answers['POST /v1.0/signIn'] = { status: 401, body: { error: { code: 'SignInFailed', message: 'Wrong.' } } };
    await expect(signInPerson(api.url, 'ada@contoso.com', ask())).rejects.toMatchObject({ status: 401 });
  });
});

test('an application signs in by its secret; what OAuth refuses is told', async () => {
  const app = (...more: string[]) =>
    run('login', '--url', api.url, '--client-id', 'client-1', '--client-secret', 's&cret', ...more);
  api.answers['POST /oauth2/v2.0/token'] = { access_token: 'app-token', token_type: 'Bearer', expires_in: 3600 };
  expect((await app()).code).toBe(0);
  expect(api.asked[0]?.body).toBe('grant_type=client_credentials&client_id=client-1&client_secret=s%26cret');
  expect(readFileSync(file(), 'utf8')).not.toContain('s&cret');
  api.answers['POST /oauth2/v2.0/token'] = {
    status: 401,
    body: { error: 'invalid_client', error_description: 'No such client.' },
  };
  expect(await app()).toMatchObject({ code: 4, err: 'error: No such client.\n' });
});
