/** Attempts to sign in are counted one after the other, however many come at once. */
import { noAttempts, type SignInAttempts } from '../../../shared/domain/passwords/lockout.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { longestWait } from '../../../shared/work/passwords/attempt-pace.ts';
import { countedAttempt, forgetFailures } from '../../../shared/work/passwords/sign-in-attempts.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { ownPace } from '../../fakes/pace.ts';
import { onEveryStore } from '../stores.ts';

const name = { userName: 'ada@contoso.com' };
const once: SignInAttempts = {
  failures: 1,
  wrong: ['trace'],
  trying: { a: addSeconds(monday, 30) },
  found: { wrong: 1, right: 0 },
};

const neverLooks = () => Promise.reject(new Error('looked'));

/** A crowd at one item takes its time on a machine that others use. */
const patience = 120_000;

onEveryStore((open) => {
  const setup = async () => {
    const { attempts: store } = await open();
    const clock = clockAt();
    const ports = { attempts: store, policy: defaultPolicy, now: clock.now };
    let looks = 0;
    const attempt = (trace: string, isRight = false) =>
      countedAttempt(name, { ...ports, pace: ownPace() }, async () => {
        looks += 1;
        return { isRight, trace };
      }).then(
        () => 'looked' as const,
        (error) => error.refusals[0] as { code: string; fact: string },
      );
    return { store, clock, ports, attempt, looks: () => looks };
  };

  test('the first writer wins, who read at the same time loses and changes nothing, who reads again wins', async () => {
    const { store } = await setup();
    const first = await store.read(name, monday);
    expect(first).toEqual({ attempts: noAttempts, version: 0 });
    expect(await store.write(name, { ...first, attempts: once }, monday)).toBe(true);
    expect(await store.write(name, { ...first, attempts: noAttempts }, monday)).toBe(false);
    const second = await store.read(name, monday);
    expect(second).toEqual({ attempts: once, version: 1 });
    expect(await store.write(name, { ...second, attempts: { ...once, failures: 2 } }, monday)).toBe(true);
    expect(await store.write(name, { ...second, attempts: noAttempts }, monday)).toBe(false);
    expect((await store.read(name, monday)).attempts.failures).toBe(2);
  });

  test('a name is one in any spelling, and another name is another', async () => {
    const { store } = await setup();
    await store.write({ userName: ' ADA@Contoso.com ' }, { attempts: once, version: 0 }, monday);
    expect((await store.read(name, monday)).attempts).toEqual(once);
    expect((await store.read({ userName: 'ada@contoso.co' }, monday)).version).toBe(0);
  });

  test('any text can be a name', async () => {
    const { store } = await setup();
    for (const userName of ['', ' ', '\ud800', '密'.repeat(5000), '__proto__']) {
      const odd = { userName };
      expect(await store.write(odd, { attempts: once, version: (await store.read(odd, monday)).version }, monday)).toBe(
        true,
      );
    }
  });

  test('four days after a lone failure, or a lock, nothing is known any more, and a new count can begin (case 33)', async () => {
    const { store } = await setup();
    const lockedUntil = addSeconds(monday, 3600);
    await store.write(name, { attempts: { ...once, lockedUntil }, version: 0 }, monday);
    expect((await store.read(name, addDays(lockedUntil, 3.99))).attempts.failures).toBe(1);
    const over = await store.read(name, addDays(lockedUntil, 4));
    expect(over.attempts).toEqual(noAttempts);
    expect(await store.write(name, { ...over, attempts: once }, addDays(lockedUntil, 4))).toBe(true);
    expect((await store.read(name, addDays(lockedUntil, 4))).attempts).toEqual(once);
  });

  test('each count of a name is its own', async () => {
    const { store } = await setup();
    const browser = { ...name, by: 'browser-1' };
    await store.write(name, { attempts: once, version: 0 }, monday);
    expect(await store.read(browser, monday)).toEqual({ attempts: noAttempts, version: 0 });
    expect(await store.write(browser, { attempts: { ...once, failures: 7 }, version: 0 }, monday)).toBe(true);
    expect((await store.read(name, monday)).attempts.failures).toBe(1);
    expect((await store.read(browser, monday)).attempts.failures).toBe(7);
  });

  test('nine wrong ones a day lock after the hundredth, until a reset; whom it concerns is told once (weakness 9)', async () => {
    const { ports, clock, looks } = await setup();
    const told: string[] = [];
    const attempt = (trace: string) =>
      countedAttempt({ ...name }, ports, async () => ({ isRight: false, trace }), {
        tellLockedOut: async (at) => void told.push(at),
      }).then(
        () => 'looked',
        (error) => error.refusals[0].code as string,
      );
    let looked = 0;
    for (let day = 0; day < 30; day += 1) {
      for (let count = 0; count < 9; count += 1) {
        if ((await attempt(`wrong ${day} ${count}`)) === 'looked') looked += 1;
        clock.pass({ minutes: 61 });
      }
      clock.pass({ days: 1 });
    }
    expect(looked).toBe(100);
    expect(told).toHaveLength(1);
    clock.pass({ days: 365 });
    expect(await attempt('')).toBe('SignInLocked');
    expect(looks()).toBe(0);
    await forgetFailures(name.userName, ports);
    expect(await attempt('another')).toBe('looked');
  });

  test('who dies before whom it concerns is told, leaves it to the next attempt', async () => {
    const { ports, store } = await setup();
    await store.write(name, { attempts: { ...once, failures: 100, lockedOutAt: monday }, version: 0 }, monday);
    let told = 0;
    const attempt = (tellLockedOut: () => Promise<void>) =>
      countedAttempt(name, ports, neverLooks, { tellLockedOut }).catch((error) => error.message as string);
    expect(await attempt(() => Promise.reject(new Error('died')))).toBe('died');
    const tells = async () => {
      told += 1;
    };
    expect(await attempt(tells)).toBe('SignInLocked');
    expect(await attempt(tells)).toBe('SignInLocked');
    expect(told).toBe(1);
  });

  test(
    'of a hundred wrong passwords and a right one at once ten at most are looked at (case 35)',
    async () => {
      const { attempt, looks } = await setup();
      const wrong = (count: number) => Array.from({ length: count }, (_, index) => attempt(`wrong ${count} ${index}`));
      const outcomes = await Promise.all([...wrong(40), attempt('', true), ...wrong(60)]);
      expect(looks()).toBeLessThanOrEqual(10);
      expect(looks()).toBeGreaterThan(5);
      const refused = outcomes.filter((outcome) => outcome !== 'looked');
      expect(refused).toHaveLength(101 - looks());
      expect(new Set(refused.map((outcome) => typeof outcome === 'object' && outcome.code))).toEqual(
        new Set(['TooManyAttempts']),
      );
    },
    patience,
  );

  test(
    'after ten wrong ones at once the name is locked, and after the lock one more is looked at',
    async () => {
      const { attempt, looks, clock } = await setup();
      await Promise.all(Array.from({ length: 30 }, (_, index) => attempt(`wrong ${index}`)));
      expect(looks()).toBe(10);
      expect(await attempt('', true)).toEqual({ code: 'TooManyAttempts', fact: '60' });
      clock.pass({ seconds: 60 });
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(`later ${index}`)));
      expect(outcomes.filter((outcome) => outcome === 'looked')).toHaveLength(1);
      expect(await attempt('', true)).toEqual({ code: 'TooManyAttempts', fact: '120' });
    },
    patience,
  );

  test(
    'of fifty right ones at once each gets through, or is told to come again in a second',
    async () => {
      const { attempt } = await setup();
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => attempt('', true)));
      const comeAgain = { code: 'TooManyAttempts', fact: '1' };
      expect(outcomes).toContain('looked');
      expect(outcomes.filter((outcome) => outcome !== 'looked')).toEqual(
        outcomes.filter((outcome) => outcome !== 'looked').map(() => comeAgain),
      );
    },
    patience,
  );

  test('who finds every place taken waits half a second at most, and is told to come again (weakness 3)', async () => {
    const { ports } = await setup();
    let end = () => {};
    const ending = new Promise<void>((resolve) => {
      end = resolve;
    });
    const looking: Promise<unknown>[] = [];
    for (let index = 0; index < 10; index += 1) {
      // Each has its place before the next one comes.
      await new Promise<void>((placed) => {
        const look = () => {
          placed();
          return ending.then(() => ({ isRight: false, trace: `${index}` }));
        };
        looking.push(countedAttempt(name, { ...ports, pace: ownPace() }, look));
      });
    }
    const late = ownPace();
    await expect(countedAttempt(name, { ...ports, pace: late }, neverLooks)).rejects.toMatchObject({
      refusals: [{ code: 'TooManyAttempts', fact: '1' }],
    });
    expect(late.elapsed()).toBeLessThanOrEqual(longestWait);
    end();
    await Promise.all(looking);
  });

  test('a place that its attempt never gave back is free after half a minute', async () => {
    const { store, ports, attempt, clock } = await setup();
    const died = () => countedAttempt(name, ports, async () => Promise.reject(new Error('killed')));
    // One after the other: at once, some would wait too long on a slow machine, and never have a place.
    for (let index = 0; index < 10; index += 1) await died().catch(() => undefined);
    expect(Object.keys((await store.read(name, monday)).attempts.trying)).toHaveLength(10);
    clock.pass({ seconds: 30 });
    expect(await attempt('', true)).toBe('looked');
  });

  test('a reset lifts the lock, and counts no guess at the old password', async () => {
    const { attempt, ports } = await setup();
    for (let count = 0; count < 10; count += 1) await attempt(`wrong ${count}`);
    expect(await attempt('', true)).toMatchObject({ code: 'TooManyAttempts' });
    await forgetFailures(name.userName, ports);
    expect(await attempt('', true)).toBe('looked');
  });
});
