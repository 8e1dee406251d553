/** Who gets in with what, what a stranger learns, and what it costs. */
import { setImmediate } from 'node:timers/promises';
import { addSeconds } from '../../../shared/domain/time.ts';
import { hashChosenPassword, verifyPassword } from '../../../shared/work/passwords/password-hash.ts';
import { signIn } from '../../../shared/work/passwords/sign-in.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { somewhere } from '../../fakes/sign-ins.ts';
import { mailed, own, refusalOf, setup } from './sign-in-setup.ts';

test('the right password opens a session of eight hours', async () => {
  const { enter, whoIs, stored, clock } = await setup();
  const session = await enter();
  expect(session).toMatchObject({
    kind: 'session',
    expiresDateTime: addSeconds(monday, 8 * 3600),
    person: { id: stored().id },
  });
  expect(await whoIs(session.token)).toEqual({ kind: 'person', id: stored().id, displayName: 'ada', roles: [] });
  clock.pass({ seconds: 8 * 3600 - 1 });
  expect(await whoIs(session.token)).toBeDefined();
  clock.pass({ seconds: 1 });
  expect(await whoIs(session.token)).toBeUndefined();
});

test('a name is typed in any case, with spaces around it', async () => {
  const { enter } = await setup();
  expect((await enter(' ADA@Contoso.COM ')).kind).toBe('session');
});

test('a mailed password opens the change of it for ten minutes, and nothing else', async () => {
  const { enter, whoIs, clock } = await setup();
  const answer = await enter('bob', mailed);
  expect(answer).toMatchObject({
    kind: 'passwordChange',
    reason: 'firstSignIn',
    expiresDateTime: addSeconds(monday, 600),
  });
  expect(await whoIs(answer.token)).toMatchObject({ kind: 'person', restrictedTo: 'passwordChange' });
  clock.pass({ seconds: 600 });
  expect(await whoIs(answer.token)).toBeUndefined();
});

test('an expired password opens the change of it, before the sweep has marked it and after', async () => {
  const { enter, clock, alter } = await setup();
  clock.pass({ days: 90 });
  expect(await enter()).toMatchObject({ kind: 'passwordChange', reason: 'expired' });
  alter('ada', (one) => ({ ...one, password: { ...one.password, expired: true, mustChange: true } }));
  expect(await enter()).toMatchObject({ kind: 'passwordChange', reason: 'expired' });
});

test('a lapsed password and a blocked account are told to who has the right password, and to nobody else', async () => {
  const { enter, alter } = await setup();
  alter('bob', (one) => ({ ...one, password: { ...one.password, temporaryUntil: monday } }));
  alter('ada', (one) => ({ ...one, accountEnabled: false }));
  expect(await refusalOf(enter('bob', mailed))).toBe('PasswordLapsed');
  expect(await refusalOf(enter('ada', own))).toBe('AccountBlocked');
  expect(await refusalOf(enter('bob', 'guess'))).toBe('SignInFailed');
  expect(await refusalOf(enter('ada', 'guess'))).toBe('SignInFailed');
});

describe('a stranger learns nothing', () => {
  const cases = [
    ['a wrong password', 'ada@contoso.com'],
    ['a wrong one where a mailed one is right', 'bob@contoso.com'],
    ['a name that nobody has', 'nobody@contoso.com'],
    ['a name of somebody deleted', 'carl@contoso.com'],
    ['a person whose credentials were never mailed', 'dora@contoso.com'],
    ['a name of a foreign domain', 'ada@elsewhere.example'],
    ['text that is no name', '\ud800 "><script>'],
    ['an empty name', ''],
    ['a key of the table', 'USER#x'],
  ] as const;

  const withAll = async () => {
    const system = await setup();
    const carl = person('carl');
    await system.directory.addPeople({ people: [carl, person('dora')], seatsFrom: 'free' });
    await system.directory.changePeople([
      { before: carl, after: { ...carl, deleted: { dateTime: monday, licenses: [] } } },
    ]);
    return system;
  };

  test.each(cases)(
    '%s: the same words after one slow hash, and as many reads (case 35)',
    async (_what, userPrincipalName) => {
      const { ports, hashed } = await withAll();
      const calls: string[] = [];
      const directory = {
        ...ports.directory,
        readPeople: (ids: readonly string[]) => {
          calls.push('person');
          return ports.directory.readPeople(ids);
        },
        changePeople: () => Promise.reject(new Error('nobody is changed')),
      };
      const entrance: typeof ports.entrance = {
        begin: (...asked) => {
          calls.push('name');
          return ports.entrance.begin(...asked);
        },
        open: () => Promise.reject(new Error('nothing is opened')),
      };
      const outcome = refusalOf(
        signIn({ userPrincipalName, password: 'A guess of 7', source: somewhere }, { ...ports, directory, entrance }),
      );
      expect(await outcome).toBe('SignInFailed');
      expect(hashed).toEqual(['A guess of 7']);
      // Where nobody has the name, nobody is read all the same.
      expect(calls).toEqual(['name', 'person']);
    },
  );

  test.each(cases)(
    '%s: locked after ten guesses, whether or not somebody is there',
    async (_what, userPrincipalName) => {
      const { ports } = await withAll();
      const guess = (password: string) => refusalOf(signIn({ userPrincipalName, password, source: somewhere }, ports));
      for (let count = 0; count < 10; count += 1) expect(await guess(`guess ${count}`)).toBe('SignInFailed');
      expect(await guess('guess 10')).toBe('TooManyAttempts');
    },
  );
});

test('the same wrong password again and again locks nobody out', async () => {
  const { enter } = await setup();
  for (const name of ['ada', 'bob', 'nobody']) {
    for (let count = 0; count < 15; count += 1) expect(await refusalOf(enter(name, 'CAPS LOCK'))).toBe('SignInFailed');
  }
  expect((await enter()).kind).toBe('session');
});

test('while a name is locked the right password is not looked at either, and then it is', async () => {
  const { enter, hashed, clock } = await setup();
  for (let count = 0; count < 10; count += 1) await refusalOf(enter('ada', `guess ${count}`));
  hashed.length = 0;
  await expect(enter()).rejects.toMatchObject({ refusals: [{ code: 'TooManyAttempts', fact: '60' }] });
  expect(hashed).toEqual([]);
  clock.pass({ seconds: 60 });
  expect((await enter()).kind).toBe('session');
  for (let count = 0; count < 9; count += 1) await refusalOf(enter('ada', `other ${count}`));
  expect((await enter()).kind).toBe('session');
});

test('what is kept of wrong passwords is of the slow hash, and none of their text', async () => {
  const { enter, attempts } = await setup();
  await refusalOf(enter('ada', 'Engine-No-1-Analytica'));
  await refusalOf(enter('nobody', 'Engine-No-1-Analytica'));
  const kept = [...(attempts as unknown as { stored: Map<string, { attempts: { wrong: string[] } }> }).stored.values()];
  const traces = kept.flatMap((one) => one.attempts.wrong);
  expect(traces).toHaveLength(2);
  // Salted: the same guess at two names leaves two traces.
  expect(new Set(traces).size).toBe(2);
  expect(JSON.stringify(kept)).not.toContain('Engine');
});

test('fifty sign-ins of one person at once all succeed, and write the day once', async () => {
  const { enter, stored, ports } = await setup();
  // However long the turns of a crowd take: what waits too long is told so elsewhere.
  Object.assign(ports, { pace: { elapsed: () => 0, sleep: setImmediate } });
  const sessions = await Promise.all(Array.from({ length: 50 }, () => enter()));
  expect(new Set(sessions.map(({ token }) => token)).size).toBe(50);
  expect(stored()).toMatchObject({ lastSignInDateTime: '2026-01-05T00:00:00.000Z', version: 2 });
});

test('the day of the last sign-in is written once a day, and not for a password that must be changed', async () => {
  const { enter, stored, clock, memory } = await setup();
  await enter();
  clock.pass({ minutes: 60 });
  await enter();
  expect(stored().version).toBe(2);
  clock.pass({ days: 1 });
  await enter();
  expect(stored()).toMatchObject({ version: 3, lastSignInDateTime: '2026-01-06T00:00:00.000Z' });
  await enter('bob', mailed);
  expect(stored('bob')).not.toHaveProperty('lastSignInDateTime');
  expect(memory.audit).toEqual([]);
});

test('a person whose day cannot be written gets in all the same', async () => {
  const { ports } = await setup();
  const directory = { ...ports.directory, changePeople: () => Promise.reject(new Error('away')) };
  const answer = signIn(
    { userPrincipalName: 'ada@contoso.com', password: own, source: somewhere },
    { ...ports, directory },
  );
  expect((await answer).kind).toBe('session');
});

test('with the real slow hash: right, wrong and nobody', async () => {
  const { ports, alter } = await setup();
  const hash = await hashChosenPassword(own);
  expect(await verifyPassword(own, hash, hashChosenPassword)).toBe(true);
  alter('ada', (one) => ({ ...one, password: { ...one.password, hash } }));
  const hashed: string[] = [];
  const hashSlowly = (password: string, salt?: Buffer) => {
    hashed.push(password);
    return hashChosenPassword(password, salt);
  };
  const real = { ...ports, hashSlowly };
  const outcomeOf = (userPrincipalName: string, password: string) =>
    refusalOf(signIn({ userPrincipalName, password, source: somewhere }, real));
  expect(await outcomeOf('ada@contoso.com', own)).toMatchObject({ kind: 'session' });
  expect(await outcomeOf('ada@contoso.com', 'wrong')).toBe('SignInFailed');
  expect(await outcomeOf('nobody@contoso.com', 'another')).toBe('SignInFailed');
  // One slow hash each, so that neither takes a multiple of the other's time.
  expect(hashed).toEqual([own, 'wrong', 'another']);
  expect(await outcomeOf('bob@contoso.com', mailed)).toMatchObject({ kind: 'passwordChange' });
});

test('a password moved on while it was looked at opens no session: its generation is over', async () => {
  const { ports, whoIs, reset } = await setup();
  const hashSlowly = async (password: string, salt?: Buffer) => {
    const hash = await ports.hashSlowly(password, salt);
    await reset({ show: true });
    return hash;
  };
  const { token } = await signIn(
    { userPrincipalName: 'ada@contoso.com', password: own, source: somewhere },
    { ...ports, hashSlowly },
  );
  expect(await whoIs(token)).toBeUndefined();
});
