/** Domains and the organisation over HTTP: Graph's form, who may change them, and what is refused. */

import { administratorAddresses } from '../../../shared/domain/organisation.ts';
import { withDirectorySettings } from '../../../shared/domain/settings/directory-settings.ts';
import { administrator, contoso } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { problemsIn, setup as routes } from '../routes.ts';

collectLog();

const never = 2_147_483_647;
const tag = expect.stringMatching(/^W\/"[\w-]{22}"$/);

const setup = () => {
  const file = {
    organisation: { ...contoso, verifiedDomains: ['contoso.com', 'example.com'] },
    policy: routes().policy,
  };
  const system = routes({ file });
  const domain = async (id = 'contoso.com') =>
    (await system.call({ route: 'GET /v1.0/domains/{id}', path: { id } })).body;
  const patchDomain = (body: unknown, id = 'contoso.com') =>
    system.call({ route: 'PATCH /v1.0/domains/{id}', path: { id }, body });
  const organization = async () => (await system.call({ route: 'GET /v1.0/organization' })).body.value[0];
  const patch = (body: unknown, id = 'organization') =>
    system.call({ route: 'PATCH /v1.0/organization/{id}', path: { id }, body });
  const terms = async (id?: string) => {
    const { passwordValidityPeriodInDays: days, passwordNotificationWindowInDays: window } = await domain(id);
    return [days, window];
  };
  return { ...system, file, domain, patchDomain, organization, patch, terms };
};

describe('domains', () => {
  test('are those of the organisation, as Graph has them', async () => {
    const { call, domain } = setup();
    const { body } = await call({ route: 'GET /v1.0/domains' });
    const shown = {
      id: 'contoso.com',
      isDefault: true,
      isInitial: false,
      isRoot: true,
      isVerified: true,
      isAdminManaged: true,
      authenticationType: 'Managed',
      supportedServices: ['Email'],
      passwordValidityPeriodInDays: 90,
      passwordNotificationWindowInDays: 14,
    };
    expect(body).toEqual({
      '@odata.context': 'https://api.example/v1.0/$metadata#domains',
      value: [
        { '@odata.etag': tag, ...shown },
        { '@odata.etag': tag, ...shown, id: 'example.com', isDefault: false },
      ],
    });
    const context = 'https://api.example/v1.0/$metadata#domains/$entity';
    expect(await domain('Contoso.COM')).toEqual({ '@odata.context': context, '@odata.etag': tag, ...shown });
  });

  test('are set one by one, and null returns to the policy', async () => {
    const { patchDomain, terms, memory } = setup();
    const answer = await patchDomain({ passwordValidityPeriodInDays: 60, passwordNotificationWindowInDays: 20 });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect([await terms(), await terms('example.com')]).toEqual([
      [60, 20],
      [90, 14],
    ]);
    await patchDomain({ passwordNotificationWindowInDays: 5 }, 'CONTOSO.com');
    expect(await terms()).toEqual([60, 5]);
    await patchDomain({ passwordValidityPeriodInDays: null });
    expect(await terms()).toEqual([90, 5]);
    await patchDomain({ passwordNotificationWindowInDays: null });
    expect(await terms()).toEqual([90, 14]);
    expect(memory.settings).toEqual({ organisation: {}, domains: {}, version: 4 });
  });

  test('passwords may live for ever, which Graph has a number for', async () => {
    const { patchDomain, terms, create } = setup();
    await patchDomain({ passwordValidityPeriodInDays: never });
    expect(await terms()).toEqual([never, 14]);
    expect((await create({})).status).toBe(201);
  });

  test.each([14, 730])('a period of %i days is allowed', async (days) => {
    const { patchDomain, terms } = setup();
    await patchDomain({ passwordValidityPeriodInDays: days });
    expect((await terms())[0]).toBe(days);
  });

  test.each([
    [{ passwordValidityPeriodInDays: 13 }, ['ValueInvalid passwordValidityPeriodInDays']],
    [{ passwordValidityPeriodInDays: 731 }, ['ValueInvalid passwordValidityPeriodInDays']],
    [{ passwordValidityPeriodInDays: 0 }, ['ValueInvalid passwordValidityPeriodInDays']],
    [{ passwordValidityPeriodInDays: 30.5 }, ['ValueInvalid passwordValidityPeriodInDays']],
    [
      { passwordValidityPeriodInDays: '30', passwordNotificationWindowInDays: 31 },
      ['ValueInvalid passwordValidityPeriodInDays', 'ValueInvalid passwordNotificationWindowInDays'],
    ],
    [{ passwordNotificationWindowInDays: 0 }, ['ValueInvalid passwordNotificationWindowInDays']],
    [{ isDefault: true, __proto__x: 1 }, ['PropertyUnknown isDefault', 'PropertyUnknown __proto__x']],
    [
      { passwordValidityPeriodInDays: 20, passwordNotificationWindowInDays: 20 },
      ['ValueInvalid passwordNotificationWindowInDays'],
    ],
    [[], ['ValueInvalid body']],
  ])('%j is refused, and nothing is set', async (body, problems) => {
    const { patchDomain, memory, queue } = setup();
    const answer = await patchDomain(body);
    expect([answer.status, problemsIn(answer)]).toEqual([400, problems]);
    expect([memory.settings, memory.audit, queue.waiting]).toEqual([undefined, [], []]);
  });

  test('a window that is set stays below the period, whichever of them changes', async () => {
    const { patchDomain, terms } = setup();
    expect((await patchDomain({ passwordNotificationWindowInDays: 25 })).status).toBe(204);
    expect((await patchDomain({ passwordValidityPeriodInDays: 25 })).status).toBe(400);
    expect((await patchDomain({ passwordValidityPeriodInDays: 26 })).status).toBe(204);
    expect((await patchDomain({ passwordNotificationWindowInDays: 26 })).status).toBe(400);
    expect(await terms()).toEqual([26, 25]);
  });

  test.each(['other.com', '', '__proto__', 'constructor', 'x'.repeat(5000)])('there is no domain %j', async (id) => {
    const { call, patchDomain } = setup();
    expect((await call({ route: 'GET /v1.0/domains/{id}', path: { id } })).status).toBe(404);
    expect((await patchDomain({ passwordValidityPeriodInDays: 30 }, id)).status).toBe(404);
  });

  test('a change is told in the audit; what changes nothing is not', async () => {
    const { patchDomain, call, memory } = setup();
    await patchDomain({ passwordValidityPeriodInDays: 60 });
    await patchDomain({ passwordValidityPeriodInDays: 60 });
    await patchDomain({});
    expect(memory.audit).toHaveLength(1);
    const { body } = await call({ route: 'GET /v1.0/auditLogs/directoryAudits' });
    expect(body.value).toMatchObject([
      {
        activityDisplayName: 'Update domain',
        category: 'DirectoryManagement',
        initiatedBy: { user: { id: 'admin', displayName: 'Admin' } },
        targetResources: [
          {
            id: 'contoso.com',
            type: 'Domain',
            modifiedProperties: [{ displayName: 'passwordValidityPeriodInDays', oldValue: '90', newValue: '60' }],
          },
        ],
      },
    ]);
  });
});

describe('the organisation', () => {
  test('is a collection of one, as Graph has it', async () => {
    const { call, organization } = setup();
    expect(await organization()).toEqual({
      '@odata.etag': tag,
      id: 'organization',
      displayName: 'Contoso',
      technicalNotificationMails: [],
      preferredLanguage: 'en',
      countryLetterCode: 'NL',
      quickStartUrl: 'https://www.contoso.com/start',
      onPremisesSyncEnabled: null,
      cloud: 'worldwide',
      verifiedDomains: [
        { name: 'contoso.com', type: 'Managed', capabilities: 'Email', isDefault: true, isInitial: false },
        { name: 'example.com', type: 'Managed', capabilities: 'Email', isDefault: false, isInitial: false },
      ],
    });
    const one = await call({ route: 'GET /v1.0/organization/{id}', path: { id: 'organization' } });
    expect(one.body).toMatchObject(await organization());
    expect((await call({ route: 'GET /v1.0/organization/{id}', path: { id: 'other' } })).status).toBe(404);
  });

  const all = {
    displayName: 'Contoso Nederland',
    technicalNotificationMails: ['it@contoso.com', 'nacht@contoso.com'],
    preferredLanguage: 'nl',
    countryLetterCode: 'BE',
    quickStartUrl: 'https://intranet.contoso.com/begin',
    cloud: 'germany',
  };

  test('is set, told in the audit, and null returns to the settings file', async () => {
    const { patch, organization, memory, file } = setup();
    const before = await organization();
    expect((await patch(all)).status).toBe(204);
    expect(await organization()).toEqual({ ...before, ...all, '@odata.etag': tag });
    expect(memory.audit).toMatchObject([
      { activityDisplayName: 'Update organization', target: { type: 'Organization', id: 'organization' } },
    ]);
    expect(memory.audit[0]?.modifiedProperties.map(({ displayName }) => displayName)).toEqual(Object.keys(all));
    const { organisation } = withDirectorySettings(file, memory.settings as never);
    expect(administratorAddresses(organisation)).toEqual(['admin@contoso.com', ...all.technicalNotificationMails]);
    await patch(Object.fromEntries(Object.keys(all).map((name) => [name, null])));
    expect(await organization()).toEqual(before);
    expect(memory.settings).toEqual({ organisation: {}, domains: {}, version: 2 });
  });

  test.each([
    [{ displayName: '' }, 'displayName'],
    [{ displayName: 'Contoso\r\nBcc: x@example.net' }, 'displayName'],
    [{ displayName: 'x'.repeat(129) }, 'displayName'],
    [{ technicalNotificationMails: ['it@contoso.com', 'no address'] }, 'technicalNotificationMails.1'],
    [{ technicalNotificationMails: ['a@b.com\r\nBcc: c@d.com'] }, 'technicalNotificationMails.0'],
    [{ technicalNotificationMails: Array.from({ length: 21 }, (_, n) => `a${n}@b.com`) }, 'technicalNotificationMails'],
    [{ technicalNotificationMails: 'it@contoso.com' }, 'technicalNotificationMails'],
    [{ preferredLanguage: 'fr' }, 'preferredLanguage'],
    [{ countryLetterCode: 'nl' }, 'countryLetterCode'],
    [{ countryLetterCode: 'XX' }, 'countryLetterCode'],
    [{ cloud: 'moon' }, 'cloud'],
    [{ quickStartUrl: 'javascript:alert(1)' }, 'quickStartUrl'],
    [{ quickStartUrl: 'https://' }, 'quickStartUrl'],
    [{ quickStartUrl: 'https://a.b/"><script>' }, 'quickStartUrl'],
    [{ displayName: 'Contoso\u202emoc' }, 'displayName'],
  ])('%j is refused', async (body, place) => {
    const { patch, memory } = setup();
    const answer = await patch(body);
    expect([answer.status, problemsIn(answer)]).toEqual([400, [`ValueInvalid ${place}`]]);
    expect(memory.settings).toBeUndefined();
  });

  test.each([
    'http://intranet.contoso.com',
    'https://contoso.com@evil.example/',
    'https://user:password@evil.example/',
    'https:\\\\evil.example',
    'https://127.0.0.1@evil.example',
    'http://127.0.0.1.evil.example/',
    'http://localhost@evil.example/',
  ])('people are not led to %s (weakness 18)', async (quickStartUrl) => {
    const { patch } = setup();
    expect(problemsIn(await patch({ quickStartUrl }))).toEqual(['ValueInvalid quickStartUrl']);
  });

  test.each([{ verifiedDomains: [] }, { id: 'x' }, { administratorMail: 'a@b.com' }])(
    '%j cannot be set',
    async (body) => {
      const { patch } = setup();
      expect((await patch(body)).body.error.code).toBe('PropertyUnknown');
    },
  );

  test('another one is not there', async () => {
    expect((await setup().patch(all, 'other')).status).toBe(404);
  });
});

test('everybody with a role reads the settings; a Global Administrator alone changes them', async () => {
  const { call, memory } = setup();
  const as = (role: string) => ({ principal: { ...administrator, roles: [role] } });
  const patches = [
    { route: 'PATCH /v1.0/domains/{id}', path: { id: 'contoso.com' }, body: { passwordValidityPeriodInDays: 30 } },
    { route: 'PATCH /v1.0/organization/{id}', path: { id: 'organization' }, body: { displayName: 'Mine' } },
  ];
  for (const patch of patches) {
    expect((await call({ ...patch, ...as('User Administrator') })).status).toBe(403);
    expect((await call({ ...patch, ...as('Privileged Role Administrator') })).status).toBe(403);
  }
  expect(memory.settings).toBeUndefined();
  for (const route of ['GET /v1.0/domains', 'GET /v1.0/organization']) {
    expect((await call({ route, ...as('Directory Readers') })).status).toBe(200);
  }
  for (const patch of patches) expect((await call({ ...patch, ...as('Global Administrator') })).status).toBe(204);
});

test('when others keep changing the settings, the change is refused as a conflict', async () => {
  const { settings } = routes();
  const { call } = routes({ settings: { ...settings, write: async () => false } });
  const body = { displayName: 'New' };
  const answer = await call({ route: 'PATCH /v1.0/organization/{id}', path: { id: 'organization' }, body });
  expect([answer.status, answer.body.error.code]).toEqual([409, 'ConcurrentChange']);
});

describe('If-Match', () => {
  const domainPath = { id: 'contoso.com' };
  const organizationPath = { id: 'organization' };
  const cases = [
    ['domains', domainPath, { passwordValidityPeriodInDays: 60 }, { passwordNotificationWindowInDays: 5 }],
    ['organization', organizationPath, { displayName: 'Mine' }, { preferredLanguage: 'nl' }],
  ] as const;

  test.each(cases)('%s: who saw what is there changes it; who is late is told, and nothing is set', async (...each) => {
    const [name, path, mine, theirs] = each;
    const { call, memory } = setup();
    const read = async () => {
      const { headers, body } = await call({ route: `GET /v1.0/${name}/{id}`, path });
      expect(headers.etag).toBe(body['@odata.etag']);
      return headers.etag ?? '';
    };
    const patch = (body: object, ifMatch?: string) => {
      const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
      return call({ route: `PATCH /v1.0/${name}/{id}`, path, body, headers });
    };
    const seen = await read();
    expect((await patch(mine, seen)).status).toBe(204);
    const late = await patch(theirs, seen);
    expect([late.status, late.body.error.code]).toEqual([412, 'PreconditionFailed']);
    expect(memory.audit).toHaveLength(1);
    expect((await patch(theirs, `"other", ${await read()}`)).status).toBe(204);
    expect((await patch(mine, '*')).status).toBe(204);
    expect((await patch(theirs)).status).toBe(204);
  });

  test('what is set of one domain is no change of another one, or of the organisation', async () => {
    const { call, patchDomain, patch } = setup();
    const tagOf = async (route: string, id: string) => (await call({ route, path: { id } })).headers.etag;
    const other = await tagOf('GET /v1.0/domains/{id}', 'example.com');
    const organization = await tagOf('GET /v1.0/organization/{id}', 'organization');
    await patchDomain({ passwordValidityPeriodInDays: 60 });
    expect(await tagOf('GET /v1.0/domains/{id}', 'example.com')).toBe(other);
    expect(await tagOf('GET /v1.0/organization/{id}', 'organization')).toBe(organization);
    await patch({ displayName: 'New' });
    expect(await tagOf('GET /v1.0/organization/{id}', 'organization')).not.toBe(organization);
  });
});
