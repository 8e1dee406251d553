/** What a sign-in reads first and writes last: all or nothing, against whoever writes the count or the person meanwhile. */
import { noAttempts } from '../../../shared/domain/passwords/lockout.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Opening } from '../../../shared/work/passwords/entrance.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { somewhere } from '../../fakes/sign-ins.ts';
import { onEveryStore } from '../stores.ts';

const of = { userName: 'ada@contoso.com' };
const right = { ...noAttempts, found: { wrong: 0, right: 1 } };

onEveryStore((open) => {
  const setup = async () => {
    const stores = await open();
    const ada = person('ada');
    await stores.directory.addPeople({ people: [ada], seatsFrom: 'free' });
    const subject = { kind: 'person', id: ada.id, displayName: 'ada', principalName: of.userName } as const;
    const openingOf = (id: string, version: number, change: Partial<Opening> = {}): Opening => ({
      grant: { kind: 'person', userId: ada.id, generation: 0 },
      good: { from: monday, seconds: 3600 },
      record: { id, createdDateTime: monday, outcome: 'SignedIn', subject, source: somewhere },
      count: { of, stored: { attempts: right, version } },
      policy: defaultPolicy,
      ...change,
    });
    const signedIn = { before: ada, after: { ...ada, lastSignInDateTime: monday as Instant } };
    const records = async () =>
      (await stores.signIns.page({ subjectId: ada.id, from: '', before: '~', top: 9 })).records.map(({ id }) => id);
    const day = async () => (await stores.directory.readPeople([ada.id]))[0]?.lastSignInDateTime;
    return { ...stores, ada, openingOf, signedIn, records, day };
  };

  test('begins with the count of strangers and with who has the name, in any spelling, or nobody', async () => {
    const { entrance, attempts, ada } = await setup();
    await attempts.write(of, { attempts: right, version: 0 }, monday);
    const strangers = { attempts: right, version: 1 };
    expect(await entrance.begin(' ADA@contoso.com', 'ADA@contoso.com', monday)).toEqual({
      strangers,
      holderId: ada.id,
    });
    const nobody = { strangers: { attempts: noAttempts, version: 0 }, holderId: undefined };
    expect(await entrance.begin('bob@contoso.com', 'nobody@nowhere', monday)).toEqual(nobody);
  });

  test('opens once with a count: who read it at the same time writes nothing of theirs', async () => {
    const { entrance, tokens, openingOf, signedIn, records, day, attempts } = await setup();
    const first = await entrance.open(openingOf('one', 0, { person: signedIn }));
    expect(first.kind).toBe('opened');
    expect(await entrance.open(openingOf('two', 0))).toEqual({ kind: 'lost', count: true, person: false });
    expect([await records(), await day()]).toEqual([['one'], monday]);
    expect(await tokens.read(first.kind === 'opened' ? first.token : '', monday)).toMatchObject({ kind: 'person' });
    expect(await attempts.read(of, monday)).toEqual({ attempts: right, version: 1 });
    expect((await entrance.open(openingOf('three', 1))).kind).toBe('opened');
  });

  test('who was written meanwhile is not written over, and neither count nor session is there', async () => {
    const { entrance, directory, ada, openingOf, signedIn, records, attempts } = await setup();
    await directory.changePeople([{ before: ada, after: { ...ada, accountEnabled: false } }]);
    const lost = { kind: 'lost', count: false, person: true };
    expect(await entrance.open(openingOf('one', 0, { person: signedIn }))).toEqual(lost);
    expect([await records(), (await attempts.read(of, monday)).version]).toEqual([[], 0]);
    expect((await directory.readPeople([ada.id]))[0]?.accountEnabled).toBe(false);
    expect((await entrance.open(openingOf('two', 0))).kind).toBe('opened');
  });

  test('of twenty at once one opens', async () => {
    const { entrance, openingOf, records } = await setup();
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => entrance.open(openingOf(`r${n}`, 0))));
    expect(all.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
    expect(await records()).toHaveLength(1);
  }, 60_000);
});
