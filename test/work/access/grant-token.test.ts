/** From a client secret to a token, and from that to a principal, as the application is at each moment. */
import { grantToken } from '../../../shared/work/access/grant-token.ts';
import {
  addApplication,
  addPassword,
  changeApplication,
  removeApplication,
  removePassword,
} from '../../../shared/work/access/manage-applications.ts';
import { resolvePrincipal } from '../../../shared/work/access/resolve-principal.ts';
import { fakeApplications } from '../../fakes/applications.ts';
import { clockAt } from '../../fakes/clock.ts';
import { fakeDirectory } from '../../fakes/directory.ts';
import { newMemory } from '../../fakes/memory.ts';
import { administrator } from '../../fakes/people.ts';
import { fakeSignIns, somewhere } from '../../fakes/sign-ins.ts';
import { fakeTokens } from '../../fakes/tokens.ts';

/** What the fake calls its first token. */
const firstToken = `muster_${'1'.padStart(43, 'x')}`;

const setup = async () => {
  const [tokens, clock] = [fakeTokens(), clockAt()];
  const reads: string[] = [];
  const kept = fakeApplications();
  const read = (id: string) => {
    reads.push(id);
    return kept.read(id);
  };
  const applications = { ...kept, read };
  const signIns = fakeSignIns();
  const ports = { applications, tokens, signIns, directory: fakeDirectory(newMemory()), now: clock.now };
  const roles = ['User Administrator', 'Reports Reader'];
  const { id } = await addApplication({ displayName: 'Sync', roles, principal: administrator }, ports);
  const asked = { id, principal: administrator };
  const { text, secret } = await addPassword(asked, ports);
  const grant = (change: { clientId?: string; clientSecret?: string; scope?: string } = {}) =>
    grantToken({ clientId: id, clientSecret: text, source: somewhere, ...change }, ports);
  const tokenOf = async (scope?: string) => {
    const granted = await grant(scope === undefined ? {} : { scope });
    if (granted.kind === 'refused') throw new Error(granted.error);
    return granted.token;
  };
  const who = (token: string) => resolvePrincipal(token, ports);
  return { ports, tokens, clock, reads, id, asked, text, secret, grant, tokenOf, who };
};

const refused = (error: string) => ({ kind: 'refused', error });

test('a token for an hour, of all roles or of those that were asked for', async () => {
  const { grant, who, id, tokenOf, clock, secret } = await setup();
  const scopes = ['UserAdministrator', 'ReportsReader'];
  expect(await grant()).toEqual({ kind: 'granted', token: firstToken, seconds: 3600, scopes });
  expect(await who(firstToken)).toEqual({
    kind: 'application',
    id,
    displayName: 'Sync',
    roles: ['User Administrator', 'Reports Reader'],
    credentialId: secret.keyId,
  });
  expect(await who(await tokenOf('ReportsReader'))).toMatchObject({ roles: ['Reports Reader'] });
  clock.pass({ seconds: 3599 });
  expect(await who(firstToken)).toBeDefined();
  clock.pass({ seconds: 1 });
  expect(await who(firstToken)).toBeUndefined();
});

test('a wrong secret and an unknown client get one answer, after one read each, and no token', async () => {
  const { grant, text, tokens, reads, id } = await setup();
  reads.length = 0;
  const attempts = [
    ...['', 'x', `${text}x`, text.slice(0, -1), text.toUpperCase()].map((clientSecret) => ({ clientSecret })),
    ...['', 'x', id.toUpperCase(), 'x'.repeat(5000)].map((clientId) => ({ clientId })),
  ];
  for (const attempt of attempts) expect(await grant(attempt)).toEqual(refused('invalid_client'));
  expect(reads).toHaveLength(attempts.length);
  expect(tokens.all.size).toBe(0);
});

test('a scope that the application does not have is refused', async () => {
  const { grant, tokens } = await setup();
  expect(await grant({ scope: 'GlobalAdministrator' })).toEqual(refused('invalid_scope'));
  expect(await grant({ scope: 'UserAdministrator openid' })).toEqual(refused('invalid_scope'));
  expect(await grant({ clientSecret: 'x', scope: 'openid' })).toEqual(refused('invalid_client'));
  expect(tokens.all.size).toBe(0);
});

test('an application without roles gets a token that may nothing', async () => {
  const { ports, asked, grant, who, tokenOf } = await setup();
  await changeApplication({ ...asked, roles: [] }, ports);
  expect(await grant()).toMatchObject({ kind: 'granted', scopes: [] });
  expect(await who(await tokenOf())).toMatchObject({ roles: [] });
});

test('a secret that has expired gives no token, and its tokens are nobody’s (case 33)', async () => {
  const { grant, who, tokenOf, clock } = await setup();
  clock.pass({ days: 180, seconds: -1 });
  const token = await tokenOf();
  expect(await who(token)).toBeDefined();
  clock.pass({ seconds: 1 });
  expect(await who(token)).toBeUndefined();
  expect(await grant()).toEqual(refused('invalid_client'));
});

test('rotation: both secrets work, and without the first its tokens are dead at once', async () => {
  const { ports, asked, grant, who, tokenOf, secret } = await setup();
  const { text: second } = await addPassword(asked, ports);
  const old = await tokenOf();
  const fresh = await grant({ clientSecret: second });
  await removePassword({ ...asked, keyId: secret.keyId }, ports);
  expect(await who(old)).toBeUndefined();
  expect(await grant()).toEqual(refused('invalid_client'));
  expect(fresh.kind === 'granted' && (await who(fresh.token))).toMatchObject({ kind: 'application' });
  expect(await grant({ clientSecret: second })).toMatchObject({ kind: 'granted' });
});

test('a role that is taken away is gone from tokens too; one that is given comes with the next token', async () => {
  const { ports, asked, who, tokenOf } = await setup();
  const [all, one] = [await tokenOf(), await tokenOf('UserAdministrator')];
  await changeApplication({ ...asked, roles: ['Reports Reader', 'License Administrator'], displayName: 'New' }, ports);
  expect(await who(all)).toMatchObject({ displayName: 'New', roles: ['Reports Reader'] });
  expect(await who(one)).toMatchObject({ roles: [] });
  expect(await who(await tokenOf())).toMatchObject({ roles: ['License Administrator', 'Reports Reader'] });
});

test('without its application a token is nobody’s', async () => {
  const { ports, asked, grant, who, tokenOf } = await setup();
  const token = await tokenOf();
  await removeApplication(asked, ports);
  expect(await who(token)).toBeUndefined();
  expect(await grant()).toEqual(refused('invalid_client'));
});
