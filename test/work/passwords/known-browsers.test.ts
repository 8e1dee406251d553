/** Browsers that signed in before have a count of their own, so that a stranger locks nobody out. */
import { revokeSessions } from '../../../shared/work/passwords/revoke-sessions.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { mailed, own, refusalOf, setup } from './sign-in-setup.ts';

type System = Awaited<ReturnType<typeof setup>>;

/** A new browser of Ada's, as its cookie makes it known. */
const newBrowser = async ({ enter }: System) => {
  const { cookie } = await enter('ada', own, {});
  if (cookie === undefined) throw new Error('no cookie');
  return { cookie };
};

/** Locks a name for strangers for a minute. */
const lock = async ({ enter, clock }: System, name = 'ada') => {
  for (let index = 0; index < 10; index += 1) await refusalOf(enter(name, `guess ${index} ${clock.now()}`));
  expect(await refusalOf(enter(name, own))).toBe('TooManyAttempts');
};

/** So many wrong passwords, each as soon as it is looked at. */
const guess = async ({ enter, clock }: System, count: number, browser?: { cookie: string }, name = 'ada') => {
  const found: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    found.push(await refusalOf(enter(name, `guess ${index} ${clock.now()}`, browser)));
    clock.pass({ minutes: 61 });
  }
  return found;
};

test.each(['ada', 'nobody'])(
  'after a hundred wrong ones at %s only a reset helps; strangers learn nothing (weakness 9)',
  async (name) => {
    const system = await setup();
    expect(new Set(await guess(system, 100, undefined, name))).toEqual(new Set(['SignInFailed']));
    expect(await guess(system, 3, undefined, name)).toEqual(['SignInLocked', 'SignInLocked', 'SignInLocked']);
    expect(await refusalOf(system.enter(name, own))).toBe('SignInLocked');
    system.clock.pass({ days: 400 });
    expect(await refusalOf(system.enter(name, own))).toBe('SignInLocked');
  },
);

test('a stranger locks no browser that the person used before, and the person ends no count of strangers (weakness 9)', async () => {
  const system = await setup();
  const browser = await newBrowser(system);
  await guess(system, 100);
  expect(await system.enter('ada', own, browser)).toMatchObject({ kind: 'session' });
  expect(await refusalOf(system.enter('ada', own))).toBe('SignInLocked');
  expect(await refusalOf(system.enter('ada', own, {}))).toBe('SignInLocked');
  expect(await refusalOf(system.enter('ada', own, { cookie: 'x'.repeat(43) }))).toBe('SignInLocked');
});

test('a browser that is known has a count of its own, which its success ends, and which ends at a hundred too', async () => {
  const system = await setup();
  const browser = await newBrowser(system);
  await guess(system, 99, browser);
  expect((await system.enter('ada', own, browser)).kind).toBe('session');
  await guess(system, 100, browser);
  expect(await refusalOf(system.enter('ada', own, browser))).toBe('SignInLocked');
  expect((await system.enter()).kind).toBe('session');
});

test('a reset ends every count, and no browser is known any more', async () => {
  const system = await setup();
  const browser = await newBrowser(system);
  await guess(system, 100, browser);
  await guess(system, 100);
  const { newPassword = '' } = await system.reset({ show: true });
  expect((await system.enter('ada', newPassword)).kind).toBe('passwordChange');
  await guess(system, 100);
  expect(await refusalOf(system.enter('ada', newPassword, browser))).toBe('SignInLocked');
});

test('who is known by a cookie keeps it, is renewed in time, and is forgotten after half a year', async () => {
  const system = await setup((one) => ({
    ...one,
    password: { ...one.password, changedDateTime: '2026-12-01T00:00:00.000Z' as never },
  }));
  const browser = await newBrowser(system);
  expect((await system.enter('ada', own, browser)).cookie).toBeUndefined();
  system.clock.pass({ days: 40 });
  expect((await system.enter('ada', own, browser)).cookie).toBe(browser.cookie);
  system.clock.pass({ days: 179 });
  await lock(system);
  expect((await system.enter('ada', own, browser)).kind).toBe('session');
  system.clock.pass({ days: 181 });
  await lock(system);
  expect(await refusalOf(system.enter('ada', own, browser))).toBe('TooManyAttempts');
});

test('a mailed password makes a browser known, so that the change of it is its own; a wrong or blocked one does not', async () => {
  const { enter, alter, attempts } = await setup();
  expect((await enter('bob', mailed, {})).cookie).toMatch(/^[\w-]{43}$/);
  await refusalOf(enter('ada', 'wrong', {}));
  alter('ada', (one) => ({ ...one, accountEnabled: false }));
  expect(await refusalOf(enter('ada', own, {}))).toBe('AccountBlocked');
  const known = [...attempts.stored].filter(
    ([
      ,
      {
        attempts: { browsers = [] },
      },
    ]) => browsers.length > 0,
  );
  expect(known.map(([key]) => key)).toEqual(['bob@contoso.com\n']);
});

test('ten browsers are known at most, and a client of the API is none', async () => {
  const system = await setup();
  const first = await newBrowser(system);
  for (let count = 0; count < 10; count += 1) await system.enter();
  const nine = await Promise.all(Array.from({ length: 9 }, () => newBrowser(system)));
  await lock(system);
  expect((await system.enter('ada', own, first)).kind).toBe('session');
  system.clock.pass({ minutes: 61 });
  await system.enter();
  await newBrowser(system);
  await lock(system);
  expect(await refusalOf(system.enter('ada', own, first))).toBe('TooManyAttempts');
  expect((await system.enter('ada', own, nine[8])).kind).toBe('session');
});

test('signing somebody out everywhere forgets their browsers', async () => {
  const system = await setup();
  const browser = await newBrowser(system);
  await revokeSessions(idOf('ada'), administrator, system.ports);
  await lock(system);
  expect(await refusalOf(system.enter('ada', own, browser))).toBe('TooManyAttempts');
});

test('one cookie is known to each of those who share a browser', async () => {
  const system = await setup();
  const browser = await newBrowser(system);
  expect((await system.enter('bob', mailed, browser)).cookie).toBe(browser.cookie);
  await lock(system, 'bob');
  expect((await system.enter('bob', mailed, browser)).kind).toBe('passwordChange');
});

test('no stranger stops a person who is signed in from changing the password, and that opens the name again', async () => {
  const system = await setup();
  const ada = await system.principalOf();
  await guess(system, 100);
  await system.renew(ada, own, 'Difference-Engine-2');
  expect((await system.enter('ada', 'Difference-Engine-2')).kind).toBe('session');
});

test('person and administrators are told of the lock once (weakness 9)', async () => {
  const system = await setup((one) => ({
    ...one,
    otherMails: [`${one.displayName}@example.net`],
    credentialMail: { ...one.credentialMail, state: 'sent' },
  }));
  await guess(system, 102);
  expect(system.stored().pendingNotices).toMatchObject([{ kind: 'signInLocked' }]);
  await system.sweepUntilQuiet();
  expect(system.post.sent.map(({ to, subject }) => [to, subject])).toEqual([
    [['ada@example.net'], expect.stringContaining('locked')],
    [['admin@contoso.com'], expect.stringContaining('Locked')],
  ]);
  await guess(system, 2);
  expect(system.stored().pendingNotices).toEqual([]);
});
