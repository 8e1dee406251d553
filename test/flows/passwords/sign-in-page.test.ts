/** From the mail to the own account and the quick-start guide: a new person signs in on the page, in a real browser, against the real system. */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, type Look, startChromium } from '../../pages/chromium.ts';
import { fill, problems, seen, untilHeading, untilProblem } from '../../pages/reading.ts';
import { passwordIn } from '../driver/mailbox.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { sharedMuster, testLocally } from '../driver/shared-muster.ts';

/** The organisation's guide (infra/settings/contoso.json): elsewhere, so the browser gets it from here. */
const guide = 'https://intranet.contoso.com/quick-start';

/** What the page says at each step. */
type Words = Record<'signIn' | 'wrong' | 'choose' | 'banned' | 'repeated' | 'differ' | 'short' | 'changed', string>;

const english: Words = {
  signIn: 'Sign in',
  wrong: 'The user name or the password is wrong.',
  choose: 'Choose a new password',
  banned: 'too easy to guess',
  repeated: 'your present or your last password',
  differ: 'The two fields differ.',
  short: 'does not have all that it needs',
  changed: 'Your password has been changed',
};

const dutch: Words = {
  signIn: 'Aanmelden',
  wrong: 'De gebruikersnaam of het wachtwoord is onjuist.',
  choose: 'Kies een nieuw wachtwoord',
  banned: 'te makkelijk te raden',
  repeated: 'uw huidige of vorige wachtwoord',
  differ: 'De twee velden verschillen.',
  short: 'heeft nog niet alles wat nodig is',
  changed: 'Uw wachtwoord is gewijzigd',
};

/** A password that nobody had before. */
const ownPassword = () => `Kestrel-${unique()}-Meadow`;

describeInChromium('the sign-in page', () => {
  let chromium: Chromium;
  let muster: Muster;
  beforeAll(async () => {
    [chromium, muster] = await Promise.all([startChromium(), sharedMuster()]);
  });
  afterAll(async () => {
    await chromium?.close();
    muster?.close();
  });
  afterEach(() => expect(chromium.complaints).toEqual([]));

  /** Opens the page of a system, as a mail may link to it. */
  const open = async ({ outputs }: Muster, userName: string, look: Look): Promise<Page> => {
    const page = await chromium.newPage(look);
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url() === guide
        ? request.respond({ contentType: 'text/html', body: '<title>Quick start</title>' })
        : request.continue(),
    );
    const answer = await page.goto(`${outputs.ApiUrl}/signin?userName=${encodeURIComponent(userName)}`);
    expect(answer?.status()).toBe(200);
    return page;
  };

  const signIn = async (page: Page, password: string): Promise<void> => {
    await fill(page, 'password', password);
    await page.click('#sign-in-button');
  };

  const change = async (page: Page, password: string, repeated = password): Promise<void> => {
    await fill(page, 'new-password', password);
    await fill(page, 'repeated-password', repeated);
    await page.click('#change-button');
  };

  const arrivesAtAccount = async (page: Page, name: string): Promise<void> => {
    await page.waitForFunction("location.pathname.endsWith('/account')", { timeout: 60_000 });
    await page.waitForSelector('#session-list li', { timeout: 60_000 });
    expect(await seen(page, '#person-name')).toBe(name);
  };

  const opensGuide = async (page: Page): Promise<void> => {
    await page.click('#guide');
    await page.waitForFunction(`location.href === '${guide}'`, { timeout: 60_000 });
    expect(await page.title()).toBe('Quick start');
  };

  test.each([
    ['English', 'en', 'en-GB', english],
    ['Dutch', 'nl', 'nl-NL,nl;q=0.9', dutch],
  ] as const)('from the mail to the guide in %s, past every mistake', async (_, preferredLanguage, language, words) => {
    const person = someone('Lena');
    await muster.api.addUser({ ...person, preferredLanguage });
    const mailed = passwordIn(await muster.mailbox.mail({ to: person.otherMails[0] }));

    const page = await open(muster, person.userPrincipalName, { language });
    await untilHeading(page, words.signIn);
    await signIn(page, 'Not-the-mailed-1');
    await untilProblem(page, words.wrong);
    await signIn(page, mailed);
    await untilHeading(page, words.choose);

    await change(page, 'Ab1-');
    await untilProblem(page, words.short);
    await change(page, ownPassword(), ownPassword());
    await untilProblem(page, words.differ);
    await change(page, 'Welcome-01');
    await untilProblem(page, words.banned);
    await change(page, mailed);
    await untilProblem(page, words.repeated);
    expect(await problems(page)).toHaveLength(1);

    const own = ownPassword();
    await change(page, own);
    await untilHeading(page, words.changed);
    await opensGuide(page);

    // From now on it is the own password that opens, and the mailed one that does not.
    const later = await open(muster, person.userPrincipalName, { language });
    await signIn(later, mailed);
    await untilProblem(later, words.wrong);
    await signIn(later, own);
    await arrivesAtAccount(later, person.displayName);
    await opensGuide(later);
  });

  test('whoever is warned chooses a new password before the old one expires', async () => {
    const person = someone('Mira');
    const old = ownPassword();
    const passwordProfile = { password: old, forceChangePasswordNextSignIn: false };
    await muster.api.addUser({ ...person, passwordProfile });
    const page = await open(muster, person.userPrincipalName, {});
    await page.click('.choice');
    await signIn(page, old);
    await untilHeading(page, english.choose);
    await change(page, old);
    await untilProblem(page, english.repeated);
    await change(page, ownPassword());
    await untilHeading(page, english.changed);
  });

  testLocally(
    'an expired password is changed on the page, in Dutch',
    async () => {
      const engine = ownEngine();
      try {
        const own = await engine.start();
        const person = someone('Noor');
        const old = ownPassword();
        const passwordProfile = { password: old, forceChangePasswordNextSignIn: false };
        const { createdDateTime } = await own.api.addUser({ ...person, passwordProfile, preferredLanguage: 'nl' });
        await controlOf(own).daysAfter(createdDateTime, 91);
        const page = await open(own, person.userPrincipalName, { language: 'nl' });
        await signIn(page, old);
        await untilHeading(page, dutch.choose);
        expect(await seen(page, '#change-reason')).toContain('verlopen');
        await change(page, ownPassword());
        await untilHeading(page, dutch.changed);
      } finally {
        await engine.end();
      }
      // It starts an engine of its own.
    },
    300_000,
  );
});
