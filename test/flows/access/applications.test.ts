/** Programs that use the API by themselves: secrets by Graph's form, tokens by a client library of OAuth 2.0. */
import * as oauth from 'openid-client';
import { createApi } from '../driver/api.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import type { Page } from '../driver/resources.ts';
import { filesBelow, keptInAws } from '../driver/secrets.ts';
import { sharedMuster, sharedOutputsFile, testLocally } from '../driver/shared-muster.ts';
import { isLocal } from '../driver/which-engine.ts';

type Secret = { keyId: string; secretText: string; hint: string; endDateTime: string };
type Application = { id: string; appId: string; displayName: string; roles: string[]; passwordCredentials: Secret[] };

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const post = async <Body>(path: string, body: object): Promise<Body> =>
  (await muster.api.ask('POST', `/v1.0/applications${path}`, body)).body as Body;
const newSecret = ({ id }: Application) => post<Secret>(`/${id}/addPassword`, { passwordCredential: {} });
const newApplication = async (...roles: string[]) => {
  const application = await post<Application>('', { displayName: `Flows ${unique()}`, roles });
  return { application, secret: await newSecret(application) };
};

/** A client as its library makes one of an id and a secret. */
const clientOf = ({ appId }: Application, secret: string, authentication?: oauth.ClientAuth): oauth.Configuration => {
  const issuer = muster.outputs.ApiUrl;
  const server = { issuer, token_endpoint: `${issuer}/oauth2/v2.0/token` };
  const client = new oauth.Configuration(server, appId, secret, authentication);
  oauth.allowInsecureRequests(client);
  return client;
};

const tokenOf = async (application: Application, secret: Secret, scope?: string): Promise<string> => {
  const parameters: Record<string, string> = scope === undefined ? {} : { scope };
  const client = clientOf(application, secret.secretText);
  return (await oauth.clientCredentialsGrant(client, parameters)).access_token;
};

const statusWith = async (token: string, path = '/v1.0/users?$top=1') =>
  (await createApi(muster.outputs.ApiUrl, token).ask('GET', path)).status;

test('a client library gets a token by client credentials, and the API takes it', async () => {
  const { application, secret } = await newApplication('User Administrator');
  const client = clientOf(application, secret.secretText);
  const tokens = await oauth.clientCredentialsGrant(client, { scope: 'https://graph.microsoft.com/.default' });
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'UserAdministrator' });

  const url = new URL(`${muster.outputs.ApiUrl}/v1.0/users`);
  const body = JSON.stringify(someone('Robot'));
  const headers = new Headers({ 'content-type': 'application/json' });
  const made = await oauth.fetchProtectedResource(client, tokens.access_token, url, 'POST', body, headers);
  expect(made.status).toBe(201);
  expect(await statusWith(tokens.access_token, '/v1.0/applications')).toBe(403);
});

testLocally('a client library finds the token endpoint by itself, by either name', async () => {
  const { application, secret } = await newApplication('Directory Readers');
  for (const algorithm of ['oauth2', 'oidc'] as const) {
    const client = await oauth.discovery(
      new URL(muster.outputs.ApiUrl),
      application.appId,
      undefined,
      oauth.ClientSecretBasic(secret.secretText),
      { algorithm, execute: [oauth.allowInsecureRequests] },
    );
    expect(await statusWith((await oauth.clientCredentialsGrant(client)).access_token)).toBe(200);
  }
});

test('by HTTP Basic too, and with a tenant before the path', async () => {
  const { application, secret } = await newApplication('Directory Readers');
  const byBasic = clientOf(application, secret.secretText, oauth.ClientSecretBasic(secret.secretText));
  expect(await statusWith((await oauth.clientCredentialsGrant(byBasic)).access_token)).toBe(200);
  const url = `${muster.outputs.ApiUrl}/contoso.onmicrosoft.com/oauth2/v2.0/token`;
  const form = {
    grant_type: 'client_credentials',
    client_id: application.appId,
    client_secret: secret.secretText,
    scope: 'https://graph.microsoft.com/.default',
  };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await statusWith(((await answer.json()) as { access_token: string }).access_token)).toBe(200);
});

const errorOf = async (granting: Promise<unknown>): Promise<object> =>
  granting.then(
    () => ({}),
    (error) => error,
  );

test('a wrong secret, an unknown client and a scope that it lacks are the library’s errors', async () => {
  const { application, secret } = await newApplication('Directory Readers');
  const unknown = { ...application, appId: crypto.randomUUID() };
  const wrong = `${secret.secretText.slice(0, -1)}${secret.secretText.endsWith('A') ? 'B' : 'A'}`;
  const errors = [
    await errorOf(oauth.clientCredentialsGrant(clientOf(application, wrong))),
    await errorOf(oauth.clientCredentialsGrant(clientOf(unknown, secret.secretText))),
  ];
  for (const error of errors) {
    expect(error).toBeInstanceOf(oauth.ResponseBodyError);
    expect(error).toMatchObject({ error: 'invalid_client', status: 401 });
  }
  const [one, other] = errors as oauth.ResponseBodyError[];
  expect(one?.error_description).toBe(other?.error_description);
  const scoped = oauth.clientCredentialsGrant(clientOf(application, secret.secretText), {
    scope: 'GlobalAdministrator',
  });
  expect(await errorOf(scoped)).toMatchObject({ error: 'invalid_scope', status: 400 });
});

test('rotation: the second secret works beside the first; without the first its tokens are dead at once', async () => {
  const { application, secret: first } = await newApplication('Directory Readers');
  const old = await tokenOf(application, first);
  const second = await newSecret(application);
  const fresh = await tokenOf(application, second);
  const third = await muster.api.ask('POST', `/v1.0/applications/${application.id}/addPassword`, {});
  expect([third.status, third.body]).toMatchObject([409, { error: { code: 'ClientSecretLimit' } }]);
  expect(await Promise.all([statusWith(old), statusWith(fresh)])).toEqual([200, 200]);

  await post(`/${application.id}/removePassword`, { keyId: first.keyId });
  expect(await Promise.all([statusWith(old), statusWith(fresh)])).toEqual([401, 200]);
  expect(await errorOf(tokenOf(application, first))).toMatchObject({ error: 'invalid_client' });
  await newSecret(application);
});

test('roles: a token has those that it asked for, as long as the application has them', async () => {
  const { application, secret } = await newApplication('Directory Readers', 'Reports Reader');
  const [all, one] = [await tokenOf(application, secret), await tokenOf(application, secret, 'DirectoryReaders')];
  expect(await statusWith(all, '/v1.0/imports')).toBe(200);
  expect(await statusWith(one, '/v1.0/imports')).toBe(403);
  const patch = { displayName: 'Renamed', roles: ['Directory Readers'] };
  expect((await muster.api.ask('PATCH', `/v1.0/applications/${application.id}`, patch)).status).toBe(204);
  expect(await statusWith(all, '/v1.0/imports')).toBe(403);
  expect(await statusWith(all)).toBe(200);
  const { body } = await muster.api.ask('GET', `/v1.0/applications/${application.id}`);
  expect(body).toMatchObject({ ...patch, passwordCredentials: [{ keyId: secret.keyId, secretText: null }] });
});

test('an application keeps others, and never itself', async () => {
  const { application, secret } = await newApplication('Global Administrator');
  const api = createApi(muster.outputs.ApiUrl, await tokenOf(application, secret));
  const own = `/v1.0/applications/${application.id}`;
  for (const answer of [
    await api.ask('PATCH', own, { roles: [] }),
    await api.ask('POST', `${own}/addPassword`, {}),
    await api.ask('POST', `${own}/removePassword`, { keyId: secret.keyId }),
    await api.ask('DELETE', own),
  ]) {
    expect([answer.status, answer.body]).toMatchObject([403, { error: { code: 'ApplicationOwn' } }]);
  }
  const { application: other } = await newApplication();
  expect((await api.ask('DELETE', `/v1.0/applications/${other.id}`)).status).toBe(204);
});

test('a deleted application is nobody at once', async () => {
  const { application, secret } = await newApplication('Directory Readers');
  const token = await tokenOf(application, secret);
  expect(await statusWith(token)).toBe(200);
  expect((await muster.api.ask('DELETE', `/v1.0/applications/${application.id}`)).status).toBe(204);
  expect(await statusWith(token)).toBe(401);
  expect(await errorOf(tokenOf(application, secret))).toMatchObject({ error: 'invalid_client' });
  expect((await muster.api.ask('GET', `/v1.0/applications/${application.id}`)).status).toBe(404);
});

test('the list follows its links and holds everyone once', async () => {
  const made = await Promise.all(Array.from({ length: 3 }, () => newApplication()));
  const ids: string[] = [];
  for await (const page of muster.api.walk<Application>('/v1.0/applications?$top=2')) {
    expect(page.length).toBeLessThanOrEqual(2);
    ids.push(...page.map(({ id }) => id));
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(made.map(({ application }) => application.id)));
  expect(((await muster.api.ask('GET', '/v1.0/applications')).body as Page<Application>).value.length).toBeGreaterThan(
    2,
  );
});

test('neither a secret nor a token stands in a table or queue, or in a log', async () => {
  const { application, secret } = await newApplication('Directory Readers');
  const token = await tokenOf(application, secret);
  await statusWith(token);
  const home = isLocal ? [...filesBelow(sharedOutputsFile.replace(/\/[^/]+$/, ''), () => false)] : [];
  const places = [...(await keptInAws(muster)), ...home];
  expect(places.some(({ bytes }) => bytes.includes(application.id))).toBe(true);
  const found = places.filter(({ bytes }) => [secret.secretText, token].some((text) => bytes.includes(text.slice(7))));
  expect(found.map(({ name }) => name)).toEqual([]);
});
