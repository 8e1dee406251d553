/** Seats of licences are set by keyboard, with what it will do said before. */
import { english } from '../../clients/console/texts/english/english.ts';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { beginInConsole } from './in-console.ts';
import { pressOn, tabTo, typeInto } from './keyboard.ts';
import { openPage } from './looks.ts';
import { playedLicences } from './played/people.ts';
import { type PlayedConsole, refusal } from './played-console.ts';

const { licences } = english;
const [e3, f3] = playedLicences();

describeInChromium('licences', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  const sent = () => console.asked.filter(({ method }) => method === 'PUT');
  const open = (path: string) => openPage(chromium, console, { path });
  const typeSeats = async (page: Awaited<ReturnType<typeof open>>, seats: string) => {
    // Whoever comes to a field by Tab types over what is in it.
    await tabTo(page, licences.seats);
    await page.keyboard.type(seats);
  };

  test('seats are bought for part of the line: who is served is said before, and done after', async () => {
    const page = await open(`/licences/${f3?.skuId}`);
    await seeText(page, 'Tim Berners-Lee');
    await pressOn(page, licences.setSeats);
    await seeText(page, licences.now(1, '1', '0'));
    await typeSeats(page, '3');
    await seeText(page, licences.served(2));
    await seeText(page, 'Tim Berners-Lee and Radia Perlman');
    await seeText(page, licences.stillWaiting(1));
    await seeText(page, licences.free(0));
    expect(await findings(page)).toEqual([]);
    await pressOn(page, licences.setSeats);
    await seeText(page, licences.seatsSet('Microsoft 365 F3', 3));
    expect(sent().map(({ path, body }) => [path, body])).toEqual([
      [`subscribedSkus/${f3?.skuId}`, { skuPartNumber: 'SPE_F1', carriesMailbox: true, prepaidUnits: { enabled: 3 } }],
    ]);
    await page.waitForFunction(`document.querySelectorAll('main tbody tr').length === 1`);
    await page.browserContext().close();
  });

  test('a number that cannot be set stands beside its field, which keeps what was typed and has the focus', async () => {
    const page = await open('/licences');
    await pressOn(page, `${licences.setSeats}: Microsoft 365 E3`);
    await seeText(page, licences.now(25, '4', '0'));
    await typeSeats(page, 'many');
    await pressOn(page, licences.setSeats);
    await seeText(page, licences.seatsInvalid('100,000,000'));
    expect(await page.evaluate('document.activeElement.value')).toBe('many');
    await typeSeats(page, '2');
    await seeText(page, licences.seatsBelow(4));
    await pressOn(page, licences.setSeats);
    await page.waitForFunction(`document.activeElement.value === '2'`);
    expect(sent()).toEqual([]);
    await page.browserContext().close();
  });

  test('a refusal of the server stands there too: somebody was given a seat meanwhile', async () => {
    const page = await open('/licences');
    const message = '7 seats are in use, so no lower number can be set.';
    console.place.routes['PUT subscribedSkus/*'] = () =>
      refusal(409, 'SeatsBelowAssigned', message, 'prepaidUnits.enabled');
    await pressOn(page, `${licences.setSeats}: Microsoft 365 E3`);
    await typeSeats(page, '5');
    await pressOn(page, licences.setSeats);
    await seeText(page, message);
    expect(await page.evaluate('document.activeElement.value')).toBe('5');
    await page.browserContext().close();
  });

  test('what somebody else has set meanwhile is told and stays, and a lost answer is asked for again', async () => {
    const page = await open('/licences');
    await pressOn(page, `${licences.setSeats}: Microsoft 365 E3`);
    await typeSeats(page, '30');
    await seeText(page, licences.difference(5));
    // Somebody else says now that it carries no mailbox.
    await page.evaluate(`fetch('/v1.0/subscribedSkus/${e3?.skuId}', { method: 'PUT', body: JSON.stringify({
      skuPartNumber: 'SPE_E3', carriesMailbox: false, prepaidUnits: { enabled: 25 } }) })`);
    const answer = console.place.routes['PUT subscribedSkus/*'];
    let isLost = true;
    console.place.routes['PUT subscribedSkus/*'] = (asked) => {
      const played = answer?.(asked) ?? refusal(500, 'Failed', '');
      return isLost ? { hangUp: true } : played;
    };
    isLost = false;
    await pressOn(page, licences.setSeats);
    await seeText(page, english.problems.changed.title);
    isLost = true;
    await pressOn(page, licences.setSeats);
    await seeText(page, english.problems.offline.title);
    isLost = false;
    await pressOn(page, licences.setSeats);
    await seeText(page, licences.seatsSet('Microsoft 365 E3', 30));
    expect(sent().at(-1)?.body).toMatchObject({ carriesMailbox: false, prepaidUnits: { enabled: 30 } });
    await page.browserContext().close();
  });

  test('a licence is added by the name of its product', async () => {
    const page = await open('/licences');
    await pressOn(page, licences.add);
    await seeText(page, licences.productHint);
    await pressOn(page, licences.add);
    await seeText(page, licences.productInvalid);
    await seeText(page, licences.seatsInvalid('100,000,000'));
    await page.keyboard.type('Office 365 E1');
    await page.keyboard.press('Escape');
    await typeInto(page, licences.seats, '10');
    await pressOn(page, licences.add);
    await seeText(page, licences.added('Office 365 E1'));
    expect(sent()[0]?.body).toMatchObject({ skuPartNumber: 'STANDARDPACK', prepaidUnits: { enabled: 10 } });
    await page.browserContext().close();
  });

  test('who holds it is a list of people that is filtered by it', async () => {
    const page = await open(`/licences/${e3?.skuId}`);
    await pressOn(page, licences.holders);
    await seeText(page, 'Grace Hopper');
    const asked = console.asked.filter(({ path }) => path === 'users').at(-1);
    expect(asked?.query.get('$filter')).toBe(`assignedLicenses/any(s:s/skuId eq '${e3?.skuId}')`);
    await page.browserContext().close();
  });

  test('whoever may not set seats is not offered it', async () => {
    const page = await openPage(chromium, console, { path: '/licences', roles: ['Directory Readers'] });
    await seeText(page, 'Microsoft 365 E3');
    const text = String(await page.evaluate('document.body.innerText'));
    expect(text).not.toContain(licences.setSeats);
    expect(text).not.toContain(licences.add);
    await page.browserContext().close();
  });
});
