/** Who holds a role follows the people, and one Global Administrator who can sign in is always left. */

import type { RoleName } from '../../../shared/domain/access/roles.ts';
import { roleNames } from '../../../shared/domain/access/roles.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { type Change, changePeople } from '../../../shared/work/change-people.ts';
import type { RowDecision } from '../../../shared/work/imports/rows/decided-row.ts';
import { recordRows } from '../../../shared/work/imports/rows/record-rows.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf, job, person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

const administrator = (name: string, ...more: RoleName[]) => person(name, { roles: ['Global Administrator', ...more] });
const ids = (people: readonly Person[]) => people.map(({ id }) => id).toSorted();

const demoted: Change = (one) => ({ ...one, roles: [] });
const blocked: Change = (one) => ({ ...one, accountEnabled: false });
const deleted: Change = (one) => ({ ...one, deleted: { dateTime: monday, licenses: [] } });
const restored: Change = ({ deleted: _gone, ...one }) => one;

const ok = { short: [], nameTaken: [], keysTaken: [], lastAdministrator: false };
const refused = { ...ok, changed: [], lastAdministrator: true };

onEveryStore((open) => {
  const setup = async (...people: Person[]) => {
    const { directory, imports } = await open();
    if (people.length > 0) await directory.addPeople({ people, seatsFrom: 'free' });
    const change = (how: Change, ...whom: Person[]) => changePeople(ids(whom), how, directory);
    const membersOf = async (role: RoleName, top = 100) => {
      const pages: string[][] = [];
      let after: string | undefined;
      do {
        const page = await directory.membersOf(role, { top, ...(after !== undefined && { after }) });
        pages.push(page.people.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      return pages;
    };
    const members = async (role: RoleName) => (await membersOf(role)).flat();
    return { directory, imports, change, membersOf, members };
  };

  describe('members', () => {
    test('follow what people hold, from birth to removal', async () => {
      const ada = person('ada', { roles: ['User Administrator', 'Reports Reader'] });
      const { change, members } = await setup(ada, administrator('root'));
      const held = async () => {
        const found = await Promise.all(roleNames.map(async (role) => [role, await members(role)] as const));
        return found.filter(([, people]) => people.includes(ada.id)).map(([role]) => role);
      };
      expect(await held()).toEqual(['User Administrator', 'Reports Reader']);
      await change((one) => ({ ...one, roles: ['Reports Reader', 'Helpdesk Administrator'] }), ada);
      expect(await held()).toEqual(['Helpdesk Administrator', 'Reports Reader']);
      await change(blocked, ada);
      expect(await held()).toEqual(['Helpdesk Administrator', 'Reports Reader']);
      await change(deleted, ada);
      expect(await held()).toEqual([]);
      await change(restored, ada);
      expect(await held()).toEqual(['Helpdesk Administrator', 'Reports Reader']);
      await change(deleted, ada);
      await change(() => 'remove', ada);
      expect(await held()).toEqual([]);
    });

    test.each([1, 4, 100])('come in pages of %i, by id, each once', async (top) => {
      const people = Array.from({ length: 12 }, (_, n) => person(`p${n}`, { roles: ['Reports Reader'] }));
      const { membersOf } = await setup(...people, administrator('root'));
      const pages = await membersOf('Reports Reader', top);
      expect(pages.flat()).toEqual(ids(people));
      expect(pages.map((page) => page.length)).toEqual(
        Array.from({ length: Math.ceil(12 / top) }, () => Math.min(top, 12)),
      );
    });

    test('a role that nobody holds is one empty page', async () => {
      const { membersOf } = await setup(person('ada'));
      expect(await membersOf('Global Administrator')).toEqual([[]]);
    });

    test('the people are as they are now', async () => {
      const ada = administrator('ada');
      const { directory, change } = await setup(ada);
      await change((one) => ({ ...one, city: 'London' }), ada);
      const { people } = await directory.membersOf('Global Administrator', { top: 5 });
      expect(people).toEqual([{ ...ada, city: 'London', version: 2 }]);
    });
  });

  describe('the last Global Administrator', () => {
    test.each([
      ['demoted', demoted],
      ['blocked', blocked],
      ['deleted', deleted],
      ['removed for good', () => 'remove'],
    ] as [string, Change][])('is not %s, and nothing of that is written', async (_, change) => {
      const [ada, bob] = [administrator('ada'), person('bob', { roles: ['Reports Reader'] })];
      const { directory, change: ask, members } = await setup(ada, bob);
      expect(await ask(change, ada)).toEqual(refused);
      expect(await ask(change, ada, bob)).toEqual(refused);
      expect(await directory.readPeople([ada.id, bob.id])).toEqual([ada, bob]);
      expect([await members('Global Administrator'), await members('Reports Reader')]).toEqual([[ada.id], [bob.id]]);
    });

    test.each([
      ['demote', demoted],
      ['block', blocked],
      ['delete', deleted],
    ] as [string, Change][])('of two who %s each other at once, one does', async (_, change) => {
      for (let round = 0; round < 8; round += 1) {
        const [ada, bob] = [administrator(`ada${round}`), administrator(`bob${round}`)];
        const { change: ask, directory } = await setup(ada, bob);
        const outcomes = await Promise.all([ask(change, bob), ask(change, ada)]);
        expect(outcomes.map(({ lastAdministrator }) => lastAdministrator).toSorted()).toEqual([false, true]);
        const left = (await directory.readPeople(ids([ada, bob]))).filter(({ version }) => version === 1);
        expect(left).toHaveLength(1);
      }
    });

    test('of many who are demoted, blocked and deleted at once, one is left', async () => {
      const people = Array.from({ length: 9 }, (_, n) => administrator(`p${n}`));
      const { change, directory } = await setup(...people);
      const hows = [demoted, blocked, deleted];
      const outcomes = await Promise.all(people.map((one, n) => change(hows[n % 3] as Change, one)));
      expect(outcomes.filter(({ lastAdministrator }) => lastAdministrator)).toHaveLength(1);
      expect((await directory.readPeople(ids(people))).filter(({ version }) => version === 1)).toHaveLength(1);
    });

    test('is counted over a whole transaction: all at once is refused, all but one is not', async () => {
      const people = Array.from({ length: 4 }, (_, n) => administrator(`p${n}`));
      const { change } = await setup(...people);
      expect(await change(demoted, ...people)).toEqual(refused);
      expect(await change(demoted, ...people.slice(1))).toMatchObject(ok);
    });

    test('may go in the transaction that makes another one', async () => {
      const [ada, bob] = [administrator('ada'), person('bob')];
      const { change, members } = await setup(ada, bob);
      const swap: Change = (one) => ({ ...one, roles: one.id === ada.id ? [] : ['Global Administrator'] });
      expect(await change(swap, ada, bob)).toMatchObject(ok);
      expect(await members('Global Administrator')).toEqual([bob.id]);
      expect(await change(blocked, bob)).toEqual(refused);
    });

    test('is not stood for by one who is blocked or deleted, until that is undone', async () => {
      const [ada, bob, cas] = [administrator('ada'), administrator('bob'), administrator('cas')];
      const { change } = await setup(ada, bob, cas);
      await change(blocked, bob);
      await change(deleted, cas);
      expect(await change(demoted, ada)).toEqual(refused);
      // Who counts no more is taken away without counting again.
      expect(await change(() => 'remove', cas)).toMatchObject(ok);
      expect(await change(demoted, ada)).toEqual(refused);
      expect(await change((one) => ({ ...one, accountEnabled: true }), bob)).toMatchObject(ok);
      expect(await change(demoted, ada)).toMatchObject(ok);
    });

    test('is counted again when restored', async () => {
      const [ada, bob] = [administrator('ada'), administrator('bob')];
      const { change } = await setup(ada, bob);
      await change(deleted, bob);
      await change(restored, bob);
      expect(await change(deleted, ada)).toMatchObject(ok);
      expect(await change(deleted, bob)).toEqual(refused);
    });

    test('changes in every other way, and a directory without one gets its first', async () => {
      const ada = person('ada');
      const { change, members } = await setup(ada);
      expect(await change((one) => ({ ...one, roles: ['Global Administrator'] }), ada)).toMatchObject(ok);
      const busy: Change = (one) => ({ ...one, city: 'London', roles: [...one.roles, 'Reports Reader'] });
      expect(await change(busy, ada)).toMatchObject(ok);
      expect(await members('Reports Reader')).toEqual([ada.id]);
    });

    test('who loses both to another writer and the count is looked at again first', async () => {
      const [ada, bob] = [administrator('ada'), administrator('bob')];
      const { directory, change } = await setup(ada, bob);
      await change(demoted, bob);
      // Seen before: bob still counts. The write is stale, and the count is not to be believed.
      const seen = await directory.changePeople([{ before: bob, after: { ...bob, roles: [] } }]);
      expect(seen).toMatchObject({ kind: 'lost', stale: [bob.id] });
      expect(await change((one) => (one.roles.length > 0 ? { ...one, roles: [] } : undefined), bob)).toMatchObject(ok);
    });
  });

  describe('people who are added with roles', () => {
    test('one person may hold every role from birth', async () => {
      const ada = person('ada', { roles: [...roleNames] });
      const { members } = await setup(ada);
      const found = await Promise.all(roleNames.map(members));
      expect(found).toEqual(roleNames.map(() => [ada.id]));
    });

    test('a chunk full of people with three roles each takes several transactions, and counts once', async () => {
      const roles: RoleName[] = ['Global Administrator', 'User Administrator', 'Reports Reader'];
      const { directory, imports, members, change } = await setup();
      const { id: importId } = await imports.begin(job());
      const people = Array.from({ length: 20 }, (_, n) => person(`p${n + 1}`, { roles }));
      const place = { importId, importedAt: monday, resumption: 0, firstRow: 1, lastRow: 20 };
      const decisions = async (open: readonly number[]) =>
        people.slice(-open.length).map((add, index): RowDecision => {
          const rowNumber = (open[index] ?? 0) as number;
          return { add, result: { rowNumber, userPrincipalName: add.userPrincipalName, outcome: 'created' } };
        });
      const ports = { directory, imports, now: () => monday };
      const recorded = await recordRows(place, 'reserved', { decisions, learn: () => {} }, ports);
      expect(recorded.rows).toHaveLength(20);
      expect((await imports.readResults(importId, 1, 20)).length).toBeGreaterThan(1);
      expect(await imports.progress(importId)).toMatchObject({ chunks: 1, created: 20 });
      for (const role of roles) expect(await members(role)).toEqual(ids(people));
      expect(await change(demoted, ...people.slice(1))).toMatchObject(ok);
      expect(await change(demoted, people[0] as Person)).toEqual(refused);
    });

    test('who was not added is no member and does not count', async () => {
      const [ada, twin] = [administrator('ada'), { ...administrator('ada'), id: idOf('twin') }];
      const { directory, members, change } = await setup(ada);
      const bob = administrator('bob');
      expect(await directory.addPeople({ people: [twin, bob], seatsFrom: 'free' })).toMatchObject({ kind: 'lost' });
      expect(await members('Global Administrator')).toEqual([ada.id]);
      expect(await change(demoted, ada)).toEqual(refused);
    });
  });
});
