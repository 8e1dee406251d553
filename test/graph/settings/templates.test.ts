/** Templates of new people over HTTP: who may keep them, what is in them, and that they give no right. */
import { mostTemplates } from '../../../shared/domain/settings/user-template.ts';
import { administrator } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { problemsIn, setup as routes } from '../routes.ts';

collectLog();

const as = (...roles: string[]) => ({ ...administrator, roles });

const setup = () => {
  const system = routes();
  const add = (body: object, principal = administrator) =>
    system.call({ route: 'POST /v1.0/userTemplates', body: { displayName: 'Sales', ...body }, principal });
  const on = (method: string, id: string, more: object = {}) =>
    system.call({ route: `${method} /v1.0/userTemplates/{id}`, path: { id }, ...more });
  const list = async () => (await system.call({ route: 'GET /v1.0/userTemplates' })).body.value;
  return { ...system, add, on, list };
};

const whole = {
  displayName: 'Sales in The Hague',
  domain: 'contoso.com',
  passwordProfile: { generated: false, forceChangePasswordNextSignIn: false },
  credentialDelivery: { to: ['hr@contoso.com'] },
  usageLocation: 'NL',
  preferredLanguage: 'nl',
  assignedLicenses: [{ skuId: 'sku-e3', disabledPlans: ['TEAMS1'] }],
  roles: ['Reports Reader'],
  jobTitle: 'Seller',
  department: 'Sales',
  officeLocation: '18/2111',
  businessPhones: ['+31 70 123'],
  mobilePhone: '+31 6 123',
  faxNumber: '+31 70 124',
  streetAddress: 'Spui 1',
  city: 'Den Haag',
  state: 'ZH',
  postalCode: '2511 BL',
  country: 'Nederland',
};

test('everything that is said of new people is kept, read and listed by name, with a tag', async () => {
  const { add, on, list, call } = setup();
  const { status, body, headers } = await add(whole);
  expect(status).toBe(201);
  expect(body).toMatchObject(whole);
  expect(headers).toMatchObject({ location: `https://api.example/v1.0/userTemplates/${body.id}`, etag: 'W/"1"' });
  expect((await on('GET', body.id)).body).toEqual(body);
  await call({ route: 'POST /v1.0/userTemplates', body: { displayName: 'Almost empty' } });
  expect(await list()).toMatchObject([
    {
      displayName: 'Almost empty',
      domain: null,
      passwordProfile: { generated: true, forceChangePasswordNextSignIn: true },
      credentialDelivery: null,
      assignedLicenses: [],
      roles: [],
      businessPhones: [],
    },
    { ...whole, '@odata.etag': 'W/"1"' },
  ]);
});

test('a change is told in the audit with what it was; null and an empty text take away; the same again is no change', async () => {
  const { add, on, memory } = setup();
  const { id } = (await add(whole)).body;
  const change = { city: 'Gouda', department: null, officeLocation: '', usageLocation: 'be', businessPhones: null };
  const { status, headers } = await on('PATCH', id, { body: change });
  expect([status, headers?.etag]).toEqual([204, 'W/"2"']);
  const { body } = await on('GET', id);
  expect(body).toMatchObject({
    ...whole,
    city: 'Gouda',
    department: null,
    officeLocation: null,
    usageLocation: 'BE',
    businessPhones: [],
  });
  expect((await on('PATCH', id, { body: { city: 'Gouda' } })).headers?.etag).toBe('W/"2"');
  expect((await on('DELETE', id)).status).toBe(204);
  expect((await on('GET', id)).status).toBe(404);
  const entries = memory.audit.filter(({ target }) => target.id === id);
  expect(entries.map(({ activityDisplayName }) => activityDisplayName)).toEqual([
    'Add user template',
    'Update user template',
    'Delete user template',
  ]);
  expect(entries[1]?.modifiedProperties).toContainEqual({
    displayName: 'city',
    oldValue: 'Den Haag',
    newValue: 'Gouda',
  });
});

test('who saw an older one changes and removes nothing', async () => {
  const { add, on } = setup();
  const { id } = (await add({})).body;
  await on('PATCH', id, { body: { city: 'Gouda' }, headers: { 'if-match': 'W/"1"' } });
  for (const late of [
    on('PATCH', id, { body: { city: 'Delft' }, headers: { 'if-match': 'W/"1"' } }),
    on('DELETE', id, { headers: { 'if-match': 'W/"1"' } }),
  ]) {
    expect((await late).body.error.code).toBe('PreconditionFailed');
  }
  expect((await on('GET', id)).body.city).toBe('Gouda');
});

test.each([
  [{ passwordProfile: { password: 'Sunflower-1234' } }, 'PropertyUnknown passwordProfile.password'],
  [{ password: 'Sunflower-1234' }, 'PropertyUnknown password'],
  [{ userPrincipalName: 'ada@contoso.com' }, 'PropertyUnknown userPrincipalName'],
  [{ displayName: 'two\nlines' }, 'ValueInvalid displayName'],
  [{ domain: 'fabrikam.com' }, 'DomainNotVerified domain'],
  [{ usageLocation: 'XX' }, 'CountryUnknown usageLocation'],
  [{ preferredLanguage: '-' }, 'LanguageUnknown preferredLanguage'],
  [{ credentialDelivery: { to: ['nobody'] } }, 'MailAddressInvalid credentialDelivery.to'],
  [{ roles: ['King'] }, 'RoleUnknown roles'],
  [{ city: 'x'.repeat(129) }, 'ValueTooLong city'],
])('%j is refused, and nothing is kept', async (body, problem) => {
  const { add, list, memory } = setup();
  expect(problemsIn(await add(body))).toEqual([problem]);
  expect(await list()).toEqual([]);
  expect(memory.audit).toEqual([]);
});

describe('a template gives no right', () => {
  test.each(['Helpdesk Administrator', 'Directory Readers', 'License Administrator'])('%s has none', async (role) => {
    const { call, add } = setup();
    expect((await add({}, as(role))).status).toBe(403);
    expect((await call({ route: 'GET /v1.0/userTemplates', principal: as(role) })).status).toBe(403);
  });

  test('who may not give a role keeps no template that names it, nor adds it to one', async () => {
    const { add, on, list } = setup();
    const principal = as('User Administrator');
    expect(problemsIn(await add({ roles: ['global administrator'] }, principal))).toEqual(['RoleNotYours roles']);
    const { id } = (await add({}, principal)).body;
    expect(problemsIn(await on('PATCH', id, { body: { roles: ['Reports Reader'] }, principal }))).toEqual([
      'RoleNotYours roles',
    ]);
    expect(await list()).toMatchObject([{ roles: [] }]);
  });

  test('who may not give it changes the rest of a template that has it, and takes it away', async () => {
    const { add, on } = setup();
    const { id } = (await add({ roles: ['reports reader'] })).body;
    const principal = as('User Administrator');
    expect((await on('PATCH', id, { body: { city: 'Gouda' }, principal })).status).toBe(204);
    expect((await on('GET', id)).body).toMatchObject({ city: 'Gouda', roles: ['Reports Reader'] });
    expect((await on('PATCH', id, { body: { roles: [] }, principal })).status).toBe(204);
  });

  test('who uses one that names a role needs the right to give it', async () => {
    const { add, create } = setup();
    const { roles } = (await add({ roles: ['Reports Reader'] })).body;
    const answer = await create({ roles }, { principal: as('User Administrator') });
    expect(problemsIn(answer)).toEqual(['RoleNotYours roles']);
  });
});

test(`there are ${mostTemplates} at most`, async () => {
  const { add, on } = setup();
  const added = await Promise.all(Array.from({ length: mostTemplates + 1 }, () => add({})));
  expect(added.filter(({ status }) => status === 201)).toHaveLength(mostTemplates);
  expect(added.flatMap(({ body }) => body.error?.code ?? [])).toEqual(['TooManyTemplates']);
  await on('DELETE', added.find(({ status }) => status === 201)?.body.id);
  expect((await add({})).status).toBe(201);
});
