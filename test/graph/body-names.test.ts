/** Bodies as Microsoft's clients send them: names in any case, annotations, and null for what is not there. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createUserBody } from '../../shared/graph/people/create-user-body.ts';
import { namedAs } from '../../shared/lambda/body-names.ts';
import { e3 } from '../fakes/people.ts';
import { collectLog } from './calling.ts';
import { problemsIn, setup } from './routes.ts';
import { withAda } from './with-ada.ts';

collectLog();

const reported = (name: string) => readFileSync(`test/samples/reported/${name}.json`, 'utf8');

test.each([
  ['body-odata-type', { displayName: 'G5' }],
  ['body-m365-cli', { displayName: 'Cli One', surname: 'One', mailNickname: 'cli1', accountEnabled: true }],
  ['body-null', { displayName: 'G6', jobTitle: null }],
  ['body-password-policies', { displayName: 'G2', passwordPolicies: 'DisablePasswordExpiration' }],
])('%s adds a person', async (name, wanted) => {
  const { call } = setup();
  const answer = await call({ route: 'POST /v1.0/users', text: reported(name) });
  expect([answer.status, answer.body]).toMatchObject([201, wanted]);
});

const body = {
  displayName: 'Ada',
  userPrincipalName: 'ada@contoso.com',
  mailNickname: 'ada',
  accountEnabled: true,
  otherMails: ['ada@example.net'],
  usageLocation: 'NL',
  assignedLicenses: [{ skuId: e3.skuId, disabledPlans: [] }],
  passwordProfile: { forceChangePasswordNextSignIn: true, password: 'Correct-Horse-Battery-9' },
};

/** The value with every name spelled by a function, at any depth. */
const spelled = (value: unknown, spell: (name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((item) => spelled(item, spell));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [spell(name), spelled(item, spell)]));
};

test('names are read in any case, at any depth', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (upper) => {
      const spell = (name: string) =>
        [...name].map((letter, at) => (upper[at % 7] ? letter.toUpperCase() : letter.toLowerCase())).join('');
      const read = namedAs(createUserBody, spelled(body, spell));
      expect(read).toEqual({ body, faults: [] });
    }),
  );
});

test('whatever JSON comes, its names are read, and what has no name here stays to be refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { body: read } = namedAs(createUserBody, value);
      expect(JSON.stringify(read).length).toBeLessThanOrEqual(JSON.stringify(value).length);
      if (typeof value !== 'object' || value === null) expect(read).toBe(value);
    }),
  );
});

test.each([
  [{ displayName: 'Ada', DisplayName: 'Bob' }, 'ValueInvalid displayName'],
  [{ passwordProfile: { password: 'a', Password: 'b' } }, 'ValueInvalid passwordProfile.password'],
  [{ '@odata.type': '#microsoft.graph.group' }, 'ValueInvalid @odata.type'],
  [{ '@odata.type': 7 }, 'ValueInvalid @odata.type'],
  [{ passwordProfile: { '@odata.type': '#microsoft.graph.user' } }, 'ValueInvalid passwordProfile.@odata.type'],
  [{ assignedLicenses: [{ '@odata.type': 'user', skuId: 'x' }] }, 'ValueInvalid assignedLicenses.0.@odata.type'],
  [{ 'manager@odata.bind': 'https://graph.microsoft.com/v1.0/users/x' }, 'PropertyUnknown manager@odata.bind'],
  [{ userType: 'Guest' }, 'ValueInvalid userType'],
  [{ passwordPolicies: 'DisableStrongPassword' }, 'ValueInvalid passwordPolicies'],
  [{ passwordPolicies: 'DisablePasswordExpiration, DisableStrongPassword' }, 'ValueInvalid passwordPolicies'],
  [{ passwordPolicies: 'Never' }, 'ValueInvalid passwordPolicies'],
  [
    { passwordProfile: { forceChangePasswordNextSignInWithMfa: true } },
    'ValueInvalid passwordProfile.forceChangePasswordNextSignInWithMfa',
  ],
])('%j is refused, by POST and by PATCH', async (more, problem) => {
  const { create, memory } = setup();
  const added = await create(more);
  expect([added.status, problemsIn(added)]).toEqual([400, expect.arrayContaining([problem])]);
  expect(memory.people.size).toBe(0);
  if ('assignedLicenses' in more) return;
  const { patch } = await withAda();
  const changed = await patch(more);
  expect([changed.status, problemsIn(changed)]).toEqual([400, expect.arrayContaining([problem])]);
});

test.each([
  { '@odata.type': '#microsoft.graph.user' },
  { '@odata.type': 'microsoft.graph.User', '@odata.id': 'users/x', '@odata.etag': 'W/"x"' },
  { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity' },
  { 'businessPhones@odata.type': '#Collection(String)', businessPhones: ['+31 20 1'] },
  { '@type': '#microsoft.graph.user', '@microsoft.graph.tips': 'use $select' },
  { 'manager@odata.navigationLink': 'x', 'memberOf@odata.associationLink': 'y' },
  { passwordProfile: { '@odata.type': '#microsoft.graph.passwordProfile', forceChangePasswordNextSignIn: true } },
  { userType: 'Member' },
])('%j says nothing more, by POST and by PATCH', async (more) => {
  const { create } = setup();
  expect((await create(more)).status).toBe(201);
  const { patch } = await withAda();
  expect((await patch(more)).status).toBe(204);
});

test('null is as if it were not there where somebody is added, and empties where somebody is changed', async () => {
  const empty = { jobTitle: null, accountEnabled: null, otherMails: null, assignedLicenses: null, roles: null };
  const { create } = setup();
  const more = { ...empty, passwordPolicies: null, credentialDelivery: null, usageLocation: null };
  expect((await create({ ...more, passwordProfile: { password: null } })).status).toBe(201);
  expect((await create({ ...more, userPrincipalName: 'bob@contoso.com', passwordProfile: null })).status).toBe(201);
  const nameless = await create({ userPrincipalName: null, displayName: null });
  expect(problemsIn(nameless)).toEqual(['UserNameMissing userPrincipalName', 'DisplayNameMissing displayName']);
  const { patch, read } = await withAda();
  expect((await patch({ city: null, otherMails: null })).status).toBe(204);
  expect((await read()).body).toMatchObject({ city: null, otherMails: [] });
  expect(problemsIn(await patch({ accountEnabled: null }))).toEqual(['ValueInvalid accountEnabled']);
});

test('null inside a list is still a fault', async () => {
  const { create } = setup();
  expect(problemsIn(await create({ otherMails: [null] }))).toEqual(['ValueInvalid otherMails.0']);
});

test('a restore may say that proxy addresses are reconciled, in any case', async () => {
  const { remove, restore } = await withAda();
  await remove();
  expect((await restore({ body: { AutoReconcileProxyConflict: true, newUserPrincipalName: null } })).status).toBe(200);
});
