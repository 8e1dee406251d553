/** What ends is told from the due index, of people as they were last written. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { personKey } from '../../shared/aws/directory-items.ts';
import { directory as directoryOf } from '../../shared/aws/people/directory.ts';
import { dueAhead } from '../../shared/aws/reports/due-ahead.ts';
import { deletedPerson } from '../../shared/domain/people/deletion.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { addDays } from '../../shared/domain/time.ts';
import { forecast } from '../../shared/work/reports/forecast.ts';
import { settled } from '../domain/enforcement/aging.ts';
import { monday } from '../fakes/clock.ts';
import { idOf } from '../fakes/people.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';
import { onEveryStore } from './stores.ts';

const named = (name: string, change: Partial<Person> = {}): Person => ({
  ...settled(),
  id: idOf(name),
  userPrincipalName: `${name}@contoso.com`,
  ...change,
});

onEveryStore((open) => {
  test('passwords, temporary ones, graces and deletions, on their days, though warnings come before', async () => {
    const { directory, due } = await open();
    const { password } = settled();
    const temporary = { ...password, temporaryUntil: addDays(monday, 70) };
    const people = [
      named('ada'),
      named('bob'),
      named('carl', { password: temporary }),
      named('dora', {
        mailbox: { state: 'grace', graceSince: addDays(monday, 50) },
        passwordPolicies: 'DisablePasswordExpiration',
      }),
      named('emil'),
    ];
    await directory.addPeople({ people, seatsFrom: 'free' });
    const emil = people[4] as Person;
    await directory.changePeople([{ before: emil, after: deletedPerson(emil, addDays(monday, 65)) }]);
    const days = await forecast(due, addDays(monday, 66));
    expect(days).toHaveLength(30);
    const told = days.flatMap(({ day, ...counts }) =>
      Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? [`${day} ${kind} ${count}`] : [])),
    );
    expect(told).toEqual([
      '2026-03-16 temporaryPassword 1',
      '2026-03-26 grace 1',
      '2026-04-05 password 2',
      '2026-04-10 deletion 1',
    ]);
  });
});

describe('an entry of an earlier release', () => {
  let dynoxide: Dynoxide;
  beforeAll(async () => {
    dynoxide = await startDynoxide();
  });
  afterAll(() => dynoxide.stop());

  test.each([
    ['has the moment alone', ''],
    ['has the id behind the moment', `#${idOf('ada')}`],
  ])('%s: something falls due on its day, and it is found due', async (_what, behind) => {
    const { client, directory: table } = await dynoxide.makeTables();
    const people = directoryOf(client, { directory: table }, defaultPolicy);
    const ada = named('ada');
    await people.addPeople({ people: [ada], seatsFrom: 'free' });
    const warned = addDays(monday, 76);
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: personKey(ada.id),
        UpdateExpression: 'SET dueAt = :at',
        ExpressionAttributeValues: { ':at': `${warned}${behind}` },
      }),
    );
    const days = await forecast(dueAhead(client, table), addDays(monday, 70));
    expect(days.filter(({ unknown }) => unknown > 0)).toMatchObject([{ day: '2026-03-22', unknown: 1, password: 0 }]);
    for await (const ids of people.due(Number.parseInt(ada.id.charAt(0), 16), warned)) expect(ids).toEqual([ada.id]);
  });
});
