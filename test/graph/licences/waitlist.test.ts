/** Who waits for a licence, page by page, and what a person holds of one. */
import { Refused } from '../../../shared/domain/refusals.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { licenseDetails } from '../../../shared/graph/licences/license-details.ts';
import { readWaitlist, type WaitingEnd } from '../../../shared/graph/licences/waitlist.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, ems, exchange, idOf, person, teams } from '../../fakes/people.ts';
import { newSystem } from '../../work/imports/system.ts';

const names = Array.from({ length: 7 }, (_, n) => `p${n}`);

const setup = async () => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 0, servicePlans: [exchange, teams] });
  await system.directory.putSku({ ...ems, enabled: 5 });
  // The last of them asked first.
  const people = names.map((name, n) =>
    person(name, { skuIds: [e3.skuId] }, { short: [e3.skuId], now: addSeconds(monday, 10 - n) }),
  );
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const page = (top: number, after?: WaitingEnd) => readWaitlist(e3.skuId, { top, after }, system.ports);
  return { ...system, page };
};

const refusedBy = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason);
  return error instanceof Refused ? error.refusals : error;
};

test('in their order, through pages, with running places; how many to buy is told once', async () => {
  const { page } = await setup();
  const first = await page(3);
  const second = await page(3, first.next);
  const third = await page(3, second.next);
  const shown = [first, second, third].flatMap(({ value }) => value);
  expect(shown.map(({ displayName }) => displayName)).toEqual(names.toReversed());
  expect(shown.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(shown[0]).toMatchObject({ id: idOf('p6'), waitingSinceDateTime: addSeconds(monday, 4) });
  expect([first.seatsToBuy, second.seatsToBuy, third.next]).toEqual([7, undefined, undefined]);
  expect((await page(7)).next).toBeUndefined();
});

test('who is served while the page is read is not shown as waiting', async () => {
  const { page, directory, memory } = await setup();
  const { waitingPage } = directory;
  directory.waitingPage = async (...asked) => {
    const found = await waitingPage(...asked);
    const served = memory.people.get(idOf('p5'));
    if (served) memory.people.set(served.id, { ...served, waitingLicenses: [] });
    memory.people.delete(idOf('p4'));
    return found;
  };
  const { value } = await page(4);
  expect(value.map(({ displayName, place }) => [displayName, place])).toEqual([
    ['p6', 1],
    ['p3', 4],
  ]);
});

test('nobody waits for a licence that has seats; one that is unknown is not found', async () => {
  const { ports } = await setup();
  expect(await readWaitlist(ems.skuId, { top: 5 }, ports)).toEqual({ value: [], seatsToBuy: 0 });
  expect(await refusedBy(readWaitlist('sku-unknown', { top: 5 }, ports))).toEqual([{ code: 'NotFound' }]);
});

test('details of the licences that a person holds, by id and by name, and of nobody else', async () => {
  const { directory, ports } = await setup();
  const ada = {
    ...person('ada', { skuIds: [ems.skuId] }),
    assignedLicenses: [{ skuId: ems.skuId }, { skuId: e3.skuId, disabledPlans: [teams.servicePlanId] }],
  };
  await directory.addPeople({ people: [ada], seatsFrom: 'reserved' });
  const details = await licenseDetails(ada.id, ports);
  expect(details).toMatchObject([
    { skuId: ems.skuId, skuPartNumber: 'EMS', servicePlans: [] },
    {
      skuId: e3.skuId,
      servicePlans: [
        { servicePlanName: 'EXCHANGE_S_ENTERPRISE', provisioningStatus: 'Success' },
        { servicePlanName: 'TEAMS1', provisioningStatus: 'Disabled' },
      ],
    },
  ]);
  expect(await licenseDetails('ADA@contoso.com', ports)).toEqual(details);
  expect(await licenseDetails(idOf('p0'), ports)).toEqual([]);
  for (const name of ['nobody', 'nobody@contoso.com', 'x'.repeat(9999), `${'x'.repeat(9999)}@contoso.com`]) {
    expect(await refusedBy(licenseDetails(name, ports))).toEqual([{ code: 'NotFound' }]);
  }
  const deleted = { ...ada, assignedLicenses: [], deleted: { dateTime: monday, licenses: [] } };
  await directory.changePeople([{ before: ada, after: deleted }]);
  expect(await refusedBy(licenseDetails(ada.id, ports))).toEqual([{ code: 'NotFound' }]);
});
