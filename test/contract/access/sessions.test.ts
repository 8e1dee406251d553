/** Sessions and passwords against what happens at the same moment, or since: who is nobody any more is so at once. */

import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { resolvePrincipal } from '../../../shared/work/access/resolve-principal.ts';
import { changePeople } from '../../../shared/work/change-people.ts';
import { changePassword } from '../../../shared/work/passwords/change-password.ts';
import { resetPassword } from '../../../shared/work/passwords/reset-password.ts';
import { revokeOwnSessions, revokeSessions } from '../../../shared/work/passwords/revoke-sessions.ts';
import { signIn } from '../../../shared/work/passwords/sign-in.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { administrator, contoso, person } from '../../fakes/people.ts';
import { somewhere } from '../../fakes/sign-ins.ts';
import { onEveryStore } from '../stores.ts';

const own = 'Engine-No-1-Analytical';

/** A crowd at one item takes its time on a machine that others use. */
const patience = 120_000;

onEveryStore((open) => {
  const setup = async () => {
    const { directory, attempts, entrance, applications, tokens, signIns } = await open();
    const clock = clockAt();
    const born = person('ada', { roles: ['User Administrator'] });
    const password = { ...born.password, hash: await hashCheaply(own), source: 'chosen', mustChange: false } as const;
    const ada: Person = { ...born, password };
    await directory.addPeople({ people: [ada, person('bob', { roles: ['Global Administrator'] })], seatsFrom: 'free' });
    const queues = { credentials: async () => {}, notices: async () => {} };
    const ports = {
      directory,
      attempts,
      entrance,
      tokens,
      signIns,
      applications,
      queues,
      hashSlowly: hashCheaply,
      isCommonPassword,
      organisation: contoso,
      policy: defaultPolicy,
      now: clock.now,
    };
    const enter = (text = own) =>
      signIn({ userPrincipalName: 'ada@contoso.com', password: text, source: somewhere }, ports);
    const whoIs = (token: string) => resolvePrincipal(token, ports);
    const alter = (change: (one: Person) => Person) => changePeople([ada.id], change, directory);
    const principal: Principal = { kind: 'person', id: ada.id, displayName: 'ada', roles: [] };
    const renew = (newPassword: string) => changePassword(principal, { currentPassword: own, newPassword }, ports);
    const read = async () => (await directory.readPeople([ada.id]))[0] as Person;
    return { ada, ports, clock, enter, whoIs, alter, renew, read };
  };

  test.each<[string, (one: Person) => Person]>([
    ['blocked', (one) => ({ ...one, accountEnabled: false })],
    ['deleted', (one) => ({ ...one, deleted: { dateTime: monday, licenses: [] } })],
  ])('who was %s is nobody with the session that they had', async (_what, change) => {
    const { enter, whoIs, alter } = await setup();
    const { token } = await enter();
    expect(await whoIs(token)).toMatchObject({ kind: 'person', roles: ['User Administrator'] });
    await alter(change);
    expect(await whoIs(token)).toBeUndefined();
  });

  test('who was demoted is still somebody, without the role', async () => {
    const { enter, whoIs, alter } = await setup();
    const { token } = await enter();
    await alter((one) => ({ ...one, roles: [] }));
    expect(await whoIs(token)).toMatchObject({ kind: 'person', roles: [] });
  });

  test('who was removed for good is nobody', async () => {
    const { enter, whoIs, ada, ports, read } = await setup();
    const { token } = await enter();
    await ports.directory.changePeople([{ before: await read() }]);
    expect(await whoIs(token)).toBeUndefined();
    expect(await ports.directory.readPeople([ada.id])).toEqual([]);
  });

  test('a session that was forgotten, revoked, or has had its hours is nobody', async () => {
    const { enter, whoIs, ports, clock, ada } = await setup();
    const [first, second] = [(await enter()).token, (await enter()).token];
    await ports.tokens.forget(first);
    expect([await whoIs(first), (await whoIs(second))?.id]).toEqual([undefined, ada.id]);
    await revokeSessions(ada.id, administrator, ports);
    expect(await whoIs(second)).toBeUndefined();
    const third = (await enter()).token;
    await revokeOwnSessions((await whoIs(third)) as Principal, ports);
    expect(await whoIs(third)).toBeUndefined();
    const fourth = (await enter()).token;
    clock.pass({ seconds: defaultPolicy.sessionHours * 3600 });
    expect(await whoIs(fourth)).toBeUndefined();
  });

  test('of two changes of one password at once one is made', async () => {
    const { renew, enter } = await setup();
    const ends = await Promise.allSettled([renew('First-Password-11'), renew('Other-Password-22')]);
    const lost = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason.message);
    expect(lost).toHaveLength(1);
    expect(['ConcurrentChange', 'PasswordWrong']).toContain(lost[0]);
    const opened = await Promise.allSettled([enter('First-Password-11'), enter('Other-Password-22')]);
    expect(opened.map(({ status }) => status)).toEqual(ends.map(({ status }) => status));
  });

  test('a reset and a change at once: the password is that of the last, and never a mixture', async () => {
    const { renew, ports, read, enter, ada } = await setup();
    const given = { newPassword: 'Given-By-Somebody-5' };
    const [changed] = await Promise.allSettled([
      renew('First-Password-11'),
      resetPassword(ada.id, given, administrator, ports),
    ]);
    const { password, sessions } = await read();
    // The reset never loses: it is asked again on top of the change.
    expect(password).toMatchObject({ mustChange: true, source: 'chosen' });
    expect(await enter('Given-By-Somebody-5')).toMatchObject({ kind: 'passwordChange' });
    expect(sessions?.generation).toBe(changed.status === 'fulfilled' ? 2 : 1);
  });

  test('two revocations at once are two generations', async () => {
    const { ports, read, ada } = await setup();
    await Promise.all([1, 2].map(() => revokeSessions(ada.id, administrator, ports)));
    expect((await read()).sessions?.generation).toBe(2);
  });

  test(
    'of fifty sign-ins at once of one person each succeeds, or is told to come again; the day is written once',
    async () => {
      const { enter, read, whoIs } = await setup();
      const ends = await Promise.allSettled(Array.from({ length: 50 }, () => enter()));
      const tokens = ends.flatMap((end) => (end.status === 'fulfilled' ? end.value.token : []));
      expect(await Promise.all(tokens.map(whoIs))).not.toContain(undefined);
      const refused = ends.flatMap((end) => (end.status === 'rejected' ? end.reason.refusals : []));
      expect(tokens.length).toBeGreaterThan(0);
      expect(refused).toEqual(refused.map(() => ({ code: 'TooManyAttempts', fact: '1' })));
      expect((await read()).version).toBe(2);
    },
    patience,
  );

  test('a password that is kept for its days opens until their end', async () => {
    const { enter, clock } = await setup();
    clock.pass({ days: 90 });
    expect(clock.now()).toBe(addDays(monday, 90));
    expect(await enter()).toMatchObject({ kind: 'passwordChange', reason: 'expired' });
  });
});
