/** Sign-ins over HTTP: Graph's signIn, its filters, and who may read them. */
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { administrator, idOf, person } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { setup as routes } from '../routes.ts';

collectLog();

const own = 'Engine-No-1-Analytical';

const setup = async () => {
  const system = routes();
  const ada = person('ada');
  const password = { ...ada.password, hash: await hashCheaply(own), source: 'chosen', mustChange: false } as const;
  await system.directory.addPeople({ people: [{ ...ada, password }], seatsFrom: 'free' });
  const enter = (text = own, headers: Record<string, string> = {}, userPrincipalName = 'ada@contoso.com') =>
    system.call({
      route: 'POST /v1.0/signIn',
      principal: null,
      body: { userPrincipalName, password: text },
      headers: { 'user-agent': 'curl/8', ...headers },
      ipAddress: '192.0.2.7',
    });
  const asked = (query: Record<string, string> = {}, principal: object = administrator) =>
    system.call({ route: 'GET /v1.0/auditLogs/signIns', query, principal });
  return { ...system, ada, enter, asked };
};

test('a sign-in as Graph has it (weakness 7)', async () => {
  const { enter, asked, ada } = await setup();
  await enter();
  const { status, body } = await asked();
  expect(status).toBe(200);
  expect(body).toEqual({
    '@odata.context': 'https://api.example/v1.0/$metadata#auditLogs/signIns',
    value: [
      {
        id: expect.any(String),
        createdDateTime: '2026-01-05T09:00:00.000Z',
        correlationId: expect.any(String),
        userId: ada.id,
        userDisplayName: 'ada',
        userPrincipalName: 'ada@contoso.com',
        appId: '',
        appDisplayName: '',
        resourceDisplayName: 'Muster',
        ipAddress: '192.0.2.7',
        userAgent: 'curl/8',
        clientAppUsed: 'Other clients',
        isInteractive: true,
        conditionalAccessStatus: 'notApplied',
        status: { errorCode: 0, failureReason: '', additionalDetails: '' },
      },
    ],
  });
});

test('failures, locks and names that nobody has, each with its reason (weakness 7)', async () => {
  const { enter, asked, clock } = await setup();
  const reasons = async () =>
    (await asked()).body.value.map(({ status }: { status: { errorCode: number; additionalDetails: string } }) => [
      status.errorCode,
      status.additionalDetails,
    ]);
  await enter('wrong', {}, 'nobody@contoso.com');
  expect(await reasons()).toEqual([
    [50034, '1 in this quarter of an hour; address and client are those of the last one.'],
  ]);
  clock.pass({ minutes: 1 });
  for (let count = 0; count < 10; count += 1) await enter(`wrong ${count}`);
  expect((await reasons()).filter(([, details]: string[]) => details?.includes('locked'))).toEqual([
    [50126, 'The user name was locked until 2026-01-05T09:02:00.000Z.'],
  ]);
});

test('what a client says of itself is one short line', async () => {
  const { enter, asked } = await setup();
  await enter(own, { 'user-agent': `Mozilla/5.0\r\nfake: line\u202e${'x'.repeat(500)}` });
  const [{ userAgent, clientAppUsed }] = (await asked()).body.value;
  expect(clientAppUsed).toBe('Browser');
  expect(userAgent).toHaveLength(200);
  expect(userAgent).toMatch(/^Mozilla\/5\.0 fake: linex+$/);
});

test('by person, by name, by time, and by page', async () => {
  const { enter, asked, ada, clock } = await setup();
  for (let count = 0; count < 3; count += 1) {
    await enter();
    clock.pass({ minutes: 60 });
  }
  await enter('wrong', {}, 'nobody@contoso.com');
  const count = async (filter: string) => (await asked({ $filter: filter })).body.value.length;
  expect(await count(`userId eq '${ada.id}'`)).toBe(3);
  expect(await count("userPrincipalName eq 'ADA@contoso.com'")).toBe(3);
  expect(await count("userPrincipalName eq 'nobody@contoso.com'")).toBe(0);
  expect(await count(`userPrincipalName eq 'ada@contoso.com' and userId eq '${idOf('bob')}'`)).toBe(0);
  expect(await count('createdDateTime gt 2026-01-05T09:00:00Z and createdDateTime le 2026-01-05T11:00:00Z')).toBe(2);
  const first = await asked({ $top: '3' });
  const token = new URL(first.body['@odata.nextLink']).searchParams.get('$skiptoken') ?? '';
  const second = await asked({ $top: '3', $skiptoken: token });
  expect([first.body.value.length, second.body.value.length]).toEqual([3, 1]);
});

test.each([
  ['status/errorCode eq 0', 'FilterNotServed'],
  ["userId ne 'x'", 'FilterNotServed'],
  ["userId eq 'x' or userId eq 'y'", 'FilterNotServed'],
  ["userId eq 'x' and appId eq 'y'", 'FilterNotServed'],
  ["createdDateTime gt 'x'", 'FilterNotServed'],
  ['createdDateTime gt 2026-13-40', 'QueryInvalid'],
])('%s is refused as %s', async (filter, code) => {
  const { asked } = await setup();
  const { status, body } = await asked({ $filter: filter });
  expect([status, body.error.code]).toEqual([400, code]);
});

test('what is past its days is not shown, whether it is still there or not', async () => {
  const { enter, asked, clock } = await setup();
  await enter();
  clock.pass({ days: 90 });
  expect((await asked()).body.value).toHaveLength(1);
  clock.pass({ seconds: 1 });
  expect((await asked()).body.value).toEqual([]);
});

test('only whoever may read the audit may read it', async () => {
  const { asked } = await setup();
  expect((await asked({}, { ...administrator, roles: ['User Administrator'] })).status).toBe(403);
  expect((await asked({}, { ...administrator, roles: ['Reports Reader'] })).status).toBe(200);
});
