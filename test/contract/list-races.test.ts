/** A list is read before its people are: whoever left it in between is not on the page. */
import { directory } from '../../shared/aws/directory.ts';
import { deletedList, listPeople } from '../../shared/aws/list-people.ts';
import { deletedPerson } from '../../shared/domain/deletion.ts';
import { defaultPolicy } from '../../shared/policy.ts';
import { monday } from '../fakes/clock.ts';
import { person } from '../fakes/people.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

test.each(['deleted', 'restored'] as const)('who was %s meanwhile is left out, and the page goes on', async (what) => {
  const { client, ...tables } = await dynoxide.makeTables();
  const { addPeople, changePeople, readPeople } = directory(client, tables, defaultPolicy);
  const people = ['ada', 'bob', 'cas'].map((name) => person(name));
  const [ada] = people;
  if (!ada) throw new Error('nobody');
  await addPeople({ people, seatsFrom: 'free' });
  const flip = async () => {
    const [before] = await readPeople([ada.id]);
    if (!before) throw new Error('nobody');
    const { deleted, ...back } = before;
    await changePeople([{ before, after: deleted ? back : deletedPerson(before, monday) }]);
  };
  if (what === 'restored') {
    for (const before of people) await changePeople([{ before, after: deletedPerson(before, monday) }]);
  }
  const readLater = async (ids: readonly string[]) => {
    await flip();
    return readPeople(ids);
  };
  const list = listPeople(client, tables.directory, readLater, ...(what === 'restored' ? [deletedList] : []));
  const { people: found, next } = await list({ top: 2 });
  expect(found.map(({ displayName }) => displayName)).toEqual(['bob']);
  expect(next).toMatch(/^bob@contoso\.com/);
});
