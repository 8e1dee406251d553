/** A list is read before its people are: whoever left it in between is not on the page. */
import { directory } from '../../../shared/aws/people/directory.ts';
import { listDeleted } from '../../../shared/aws/people/list-deleted.ts';
import { listPeople } from '../../../shared/aws/people/list-people.ts';
import { deletedPerson } from '../../../shared/domain/people/deletion.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

const [ada, bob, cas] = [person('ada'), person('bob'), person('cas')];

/** Three people, all there or all deleted, and a reader of people who finds that Ada's state has just changed. */
const setup = async (what: 'there' | 'deleted') => {
  const { client, ...tables } = await dynoxide.makeTables();
  const { addPeople, changePeople, readPeople, findByUserName } = directory(client, tables, defaultPolicy);
  await addPeople({ people: [ada, bob, cas], seatsFrom: 'free' });
  const flip = async (id: string) => {
    for (const before of await readPeople([id])) {
      const { deleted, ...back } = before;
      await changePeople([{ before, after: deleted ? back : deletedPerson(before, monday) }]);
    }
  };
  if (what === 'deleted') for (const { id } of [ada, bob, cas]) await flip(id);
  const readLater: typeof readPeople = async (ids) => {
    if (ids.includes(ada.id)) await flip(ada.id);
    return readPeople(ids);
  };
  return { client, table: tables.directory, readLater, findByUserName };
};

test('who was deleted meanwhile is left out, and the page holds the others', async () => {
  const { client, table, readLater: readPeople, findByUserName } = await setup('there');
  const { people } = await listPeople(client, table, {
    readPeople,
    findByUserName,
    keyHolders: async () => new Map(),
  }).listPeople({ top: 2 });
  expect(people.map(({ displayName }) => displayName)).toEqual(expect.arrayContaining(['bob']));
  expect(people.map(({ displayName }) => displayName)).not.toContain('ada');
});

test('who was restored meanwhile is left out, and the next page goes on behind them', async () => {
  const { client, table, readLater } = await setup('deleted');
  const { people, next } = await listDeleted(client, table, readLater)({ top: 2 });
  expect(people.map(({ displayName }) => displayName)).toEqual(['bob']);
  expect(next).toMatch(/^bob@contoso\.com/);
});
