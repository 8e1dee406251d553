/** What is on record of sign-ins, and what it costs: in memory and in DynamoDB. */
import type { SignInRecord } from '../../../shared/domain/passwords/sign-in-record.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { signIn } from '../../../shared/work/passwords/sign-in.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { somewhere } from '../../fakes/sign-ins.ts';
import { onEveryStore } from '../stores.ts';

const own = 'Engine-No-1-Analytical';
const always = { from: '', before: '~', top: 100 };

onEveryStore((open) => {
  const setup = async () => {
    const { directory, attempts, entrance, signIns } = await open();
    const clock = clockAt();
    const ada = person('ada');
    const password = { ...ada.password, hash: await hashCheaply(own), source: 'chosen', mustChange: false } as const;
    await directory.addPeople({ people: [{ ...ada, password }, person('bob')], seatsFrom: 'free' });
    const ports = {
      ...{ directory, attempts, entrance, signIns, hashSlowly: hashCheaply, policy: defaultPolicy, now: clock.now },
    };
    /** Signs in, and a minute passes, or an hour where the name is locked. */
    const enter = async (text = own, userPrincipalName = 'ada@contoso.com', minutes = 61) => {
      const ended = await signIn({ userPrincipalName, password: text, source: somewhere }, ports).catch(
        (error) => error,
      );
      clock.pass({ minutes });
      return ended;
    };
    const recordsOf = async (subjectId?: string) =>
      (await signIns.page({ ...always, ...(subjectId !== undefined && { subjectId }) })).records;
    return { ada, ports, signIns, clock, enter, recordsOf };
  };

  const shown = ({ outcome, count }: SignInRecord) => (count === undefined ? outcome : `${outcome} x ${count}`);

  test('a session, a failure and their order, by person and by time (weakness 7)', async () => {
    const { ada, enter, recordsOf } = await setup();
    await enter('wrong');
    await enter();
    const [newest, older] = await recordsOf(ada.id);
    const subject = { kind: 'person', id: ada.id, displayName: 'ada', principalName: 'ada@contoso.com' };
    expect(newest).toEqual({
      ...{ id: expect.any(String), createdDateTime: '2026-01-05T10:01:00.000Z', outcome: 'SignedIn' },
      ...{ subject, source: somewhere },
    });
    expect(older).toMatchObject({ createdDateTime: monday, outcome: 'SignInFailed', subject, source: somewhere });
    expect(await recordsOf()).toEqual([newest, older]);
    expect(await recordsOf(person('bob').id)).toEqual([]);
  });

  test('ten failures one by one, then a count for each quarter of an hour, and what locks until a reset (weakness 7)', async () => {
    const { ada, enter, recordsOf, clock } = await setup();
    for (let count = 0; count < 10; count += 1) await enter(`wrong ${count}`, ada.userPrincipalName, 0);
    expect((await recordsOf(ada.id)).map(shown)).toEqual(Array.from({ length: 10 }, () => 'SignInFailed'));
    expect((await recordsOf(ada.id)).map(({ lockedUntil }) => lockedUntil).filter(Boolean)).toEqual([
      '2026-01-05T09:01:00.000Z',
    ]);
    clock.pass({ minutes: 1 });
    for (let count = 10; count < 14; count += 1) await enter(`wrong ${count}`);
    for (let count = 0; count < 3; count += 1) await enter('wrong 13', ada.userPrincipalName, 1);
    const [after] = await recordsOf(ada.id);
    expect(after).toMatchObject({ outcome: 'SignInFailed', count: 3 });
    for (let count = 14; count < 100; count += 1) await enter(`wrong ${count}`);
    const [last] = await recordsOf(ada.id);
    expect(shown(last as SignInRecord)).toBe('SignInLocked');
    await enter();
    expect(await recordsOf(ada.id)).toContainEqual(last);
    expect((await recordsOf(ada.id)).length).toBeLessThan(102);
  });

  test('a right password that opens nothing begins no new ten', async () => {
    const { ada, ports, enter, recordsOf } = await setup();
    const [found] = await ports.directory.readPeople([ada.id]);
    if (!found) throw new Error('nobody');
    await ports.directory.changePeople([{ before: found, after: { ...found, accountEnabled: false } }]);
    for (let count = 0; count < 14; count += 1) await enter(own, ada.userPrincipalName, 0);
    expect((await recordsOf(ada.id)).map(shown).sort()).toEqual([
      ...Array.from({ length: 10 }, () => 'AccountBlocked'),
      'AccountBlocked x 4',
    ]);
  });

  test('of a name that nobody has there is a count, and nothing of what was typed (weakness 7)', async () => {
    const { enter, recordsOf } = await setup();
    for (let count = 0; count < 3; count += 1) await enter('x', `my-password-${count}`, 1);
    const records = await recordsOf();
    expect(records.map(shown)).toEqual(['UserUnknown x 3']);
    expect(Object.keys(records[0] as object).sort()).toEqual(['count', 'createdDateTime', 'id', 'outcome']);
    expect(JSON.stringify(records)).not.toContain('my-password');
  });

  test('those who are counted at once are all counted', async () => {
    const { signIns, recordsOf } = await setup();
    await Promise.all(
      Array.from({ length: 20 }, () => signIns.count({ createdDateTime: monday, outcome: 'UserUnknown' })),
    );
    expect((await recordsOf()).map(shown)).toEqual(['UserUnknown x 20']);
  });

  test('pages join without gap or overlap, within a range', async () => {
    const { ada, enter, signIns } = await setup();
    for (let count = 0; count < 7; count += 1) await enter();
    for (const subjectId of [ada.id, undefined]) {
      const found: SignInRecord[] = [];
      let before: string | undefined = '2026-01-05T15:00:00.000Z#';
      while (before !== undefined) {
        const range = { from: `${monday}#~`, before, top: 2, ...(subjectId !== undefined && { subjectId }) };
        const page: { records: SignInRecord[]; next?: string } = await signIns.page(range);
        found.push(...page.records);
        before = page.next;
      }
      expect(found.map(({ createdDateTime }) => createdDateTime.slice(11, 16))).toEqual([
        ...['14:05', '13:04', '12:03', '11:02', '10:01'],
      ]);
    }
  });
});
