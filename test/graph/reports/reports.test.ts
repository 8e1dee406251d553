/** Reports over HTTP: days that were, and what is ahead. */
import { countShard, startCount } from '../../../shared/work/reports/count-directory.ts';
import { administrator, e3 } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { setup as routes } from '../routes.ts';

collectLog();

const setup = async () => {
  const system = routes();
  await system.directory.putSku({ ...e3, enabled: 3 });
  const count = async () => {
    system.queue.waiting.length = 0;
    await startCount(system.ports);
    for (const part of system.queue.in('sweeps')) await countShard(part, system.ports);
  };
  const ask = (report: string, query: Record<string, string> = {}, roles = ['Directory Readers']) =>
    system.call({ route: `GET /v1.0/reports/${report}`, query, principal: { ...administrator, roles } });
  return { ...system, count, ask };
};

test('the directory by day, oldest first, with what licences are called', async () => {
  const { create, count, ask, clock } = await setup();
  await count();
  clock.pass({ days: 1 });
  await create({ usageLocation: 'NL', assignedLicenses: [{ skuId: e3.skuId }], accountEnabled: false });
  await count();
  const { status, body } = await ask('directory');
  expect(status).toBe(200);
  const names = { skuId: e3.skuId, skuPartNumber: 'ENTERPRISEPACK', displayName: 'Office 365 E3' };
  expect(body.value).toEqual([
    {
      reportPeriod: 90,
      reportDate: '2026-01-05',
      countedDateTime: '2026-01-05T09:00:00.000Z',
      ...{ people: 0, blocked: 0, deleted: 0 },
      licenses: [{ ...names, prepaidUnits: { enabled: 3 }, consumedUnits: 0, reservedUnits: 0 }],
    },
    {
      reportPeriod: 90,
      reportDate: '2026-01-06',
      countedDateTime: '2026-01-06T09:00:00.000Z',
      ...{ people: 1, blocked: 1, deleted: 0 },
      licenses: [{ ...names, prepaidUnits: { enabled: 3 }, consumedUnits: 1, reservedUnits: 0 }],
    },
  ]);
});

test('a period is so many days, today among them', async () => {
  const { count, ask, clock } = await setup();
  for (let day = 0; day < 9; day += 1) {
    await count();
    clock.pass({ days: 1 });
  }
  const days = async (period?: string) => (await ask('directory', period ? { period } : {})).body.value.length;
  expect([await days('D7'), await days('d7'), await days('D365'), await days()]).toEqual([6, 6, 9, 9]);
  expect((await ask('directory', { period: 'D8' })).body.error).toMatchObject({
    code: 'QueryInvalid',
    target: 'period',
  });
});

test('a day that was not counted to its end is not told', async () => {
  const { ports, queue, ask } = await setup();
  await startCount(ports);
  for (const part of queue.in('sweeps').slice(1)) await countShard(part, ports);
  expect((await ask('directory')).body.value).toEqual([]);
});

test('what ends on each of 30 days', async () => {
  const { create, ask, clock } = await setup();
  const passwordProfile = { password: 'Lighthouse-77-Zebra', forceChangePasswordNextSignIn: false };
  expect((await create({ passwordProfile })).body).toMatchObject({
    passwordExpiresDateTime: '2026-04-05T09:00:00.000Z',
  });
  clock.pass({ days: 70 });
  const { body } = await ask('directoryForecast');
  expect(body.value).toHaveLength(30);
  expect(body.value[0].date).toBe('2026-03-16');
  expect(body.value[20]).toEqual({
    date: '2026-04-05',
    passwordsExpiring: 1,
    temporaryPasswordsLapsing: 0,
    mailboxGracesEnding: 0,
    deletionsBecomingFinal: 0,
    otherwiseDue: 0,
  });
});
