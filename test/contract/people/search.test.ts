/** People are found by what is asked of them, in either order, each once. */

import { listName } from '../../../shared/domain/people/list-name.ts';
import { type Condition, matchesFilter, type PeopleFilter } from '../../../shared/domain/people/people-filter.ts';
import type { PeopleOrder } from '../../../shared/domain/people/people-order.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { PeopleQuestion } from '../../../shared/work/directory.ts';
import { monday } from '../../fakes/clock.ts';
import { byBytes } from '../../fakes/memory.ts';
import { idOf, person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

const any = (...value: PeopleFilter[]): Condition => ({ property: 'filters', test: 'any', value });
const not = (...value: Condition[]): Condition => ({ property: 'filters', test: 'not', value });

onEveryStore((open) => {
  const setup = async (people: readonly Person[] = []) => {
    const { directory } = await open();
    const add = async (some: readonly Person[]) => {
      for (let start = 0; start < some.length; start += 49) {
        const added = await directory.addPeople({ people: some.slice(start, start + 49), seatsFrom: 'free' });
        expect(added).toEqual({ kind: 'added' });
      }
    };
    await add(people);
    /** Everybody whom a question finds, page by page; `meanwhile` happens after each page. */
    const found = async (question: PeopleQuestion, meanwhile = async () => {}) => {
      const all: Person[] = [];
      for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
        const page = await directory.listPeople({ ...question, ...(after !== undefined && { after }) });
        expect(page.people.length).toBeLessThanOrEqual(question.top);
        all.push(...page.people);
        after = page.next;
        await meanwhile();
      }
      return all;
    };
    return { directory, add, found };
  };
  const names = (people: readonly Person[]) => people.map(({ displayName }) => displayName);
  const byName = (descending = false): PeopleOrder => ({ by: 'displayName', descending });

  /** 180 people: in every shard, with names in several scripts, of which some are the same, and facts of all kinds. */
  const crowd = Array.from({ length: 180 }, (_, n): Person => {
    const displayName = ['Zoë', 'zoe', 'Ann', 'Ann Lee', '密', '😀', 'ｱ', "O'Neil #1", '100% a_b*c?'][n % 9] ?? '';
    return {
      ...person(`p${(n * 7919) % 1000}-${n}`),
      displayName: n % 4 ? `${displayName} ${n % 7}` : displayName,
      ...(n % 3 && { department: n % 2 ? 'Research' : 'research' }),
      accountEnabled: n % 5 > 0,
      ...(n % 4 === 1 && { mailbox: { state: 'active' as const } }),
    };
  });
  const sorted = (people: readonly Person[], { by, descending }: PeopleOrder) => {
    const placeOf = (one: Person) => (by === 'displayName' ? listName(one) : one.userPrincipalName.toLowerCase());
    return people.toSorted((one, other) => byBytes(placeOf(one), placeOf(other)) * (descending ? -1 : 1));
  };

  test('people are in all 16 shards, or these tests would see less than they should', () => {
    expect(new Set(crowd.map(({ id }) => id.charAt(0))).size).toBe(16);
  });

  test.each([
    [20, byName()],
    [100, byName(true)],
    [999, byName()],
    [20, { by: 'userPrincipalName', descending: true } as const],
    [120, { by: 'userPrincipalName', descending: true } as const],
  ])('everybody through pages of %i in the order %j, those of one name too', async (top, order) => {
    const { found } = await setup(crowd);
    expect(await found({ top, order })).toEqual(sorted(crowd, order));
  });

  const filters: PeopleFilter[] = [
    [{ property: 'displayName', test: 'startswith', value: 'ZO' }],
    [{ property: 'displayName', test: 'startswith', value: 'Zoe\u0308' }],
    [{ property: 'displayName', test: 'eq', value: 'ann' }],
    [{ property: 'displayName', test: 'startswith', value: 'ann ' }],
    [{ property: 'displayName', test: 'startswith', value: "o'neil #" }],
    [{ property: 'displayName', test: 'startswith', value: '100% a_b*' }],
    [{ property: 'displayName', test: 'startswith', value: '😀' }],
    [{ property: 'displayName', test: 'startswith', value: '' }],
    [{ property: 'displayName', test: 'startswith', value: 'x'.repeat(3000) }],
    [{ property: 'userPrincipalName', test: 'startswith', value: 'P1' }],
    [{ property: 'userPrincipalName', test: 'startswith', value: '密'.repeat(2000) }],
    [{ property: 'mail', test: 'startswith', value: 'p2' }],
    [{ property: 'mail', test: 'eq', value: null }],
    [{ property: 'department', test: 'eq', value: 'RESEARCH' }],
    [{ property: 'department', test: 'eq', value: null }],
    [{ property: 'accountEnabled', test: 'eq', value: false }],
    [
      { property: 'userPrincipalName', test: 'startswith', value: 'p' },
      { property: 'department', test: 'eq', value: 'research' },
      { property: 'accountEnabled', test: 'eq', value: false },
    ],
    [
      { property: 'userPrincipalName', test: 'startswith', value: 'p1' },
      { property: 'userPrincipalName', test: 'startswith', value: 'p2' },
    ],
    [not({ property: 'accountEnabled', test: 'eq', value: true })],
    [
      not({ property: 'department', test: 'eq', value: null }),
      { property: 'mail', test: 'endswith', value: '7@CONTOSO.com' },
    ],
    [
      any(
        [
          { property: 'department', test: 'startswith', value: 'res' },
          { property: 'accountEnabled', test: 'eq', value: false },
        ],
        [{ property: 'userPrincipalName', test: 'startswith', value: 'p1' }],
      ),
    ],
    [{ property: 'assignedLicenses', test: 'count', value: 0 }],
    [{ property: 'assignedLicenses', test: 'more', value: 0 }],
    [any()],
    [any([])],
    [
      any(
        ...crowd
          .slice(0, 60)
          .map(
            (one): PeopleFilter => [
              one.id.charCodeAt(0) % 2
                ? { property: 'id', test: 'eq', value: one.id.toUpperCase() }
                : { property: 'userPrincipalName', test: 'eq', value: one.userPrincipalName.toUpperCase() },
            ],
          ),
        [{ property: 'mail', test: 'eq', value: 'nobody@contoso.com' }],
        [{ property: 'id', test: 'eq', value: crowd[0]?.id ?? '' }],
      ),
      { property: 'accountEnabled', test: 'eq', value: true },
    ],
  ];

  const groups = Array.from({ length: 6 }, (_, n) => filters.filter((__, index) => index % 6 === n));
  test.each(groups)(
    'filters find whom they mean, in any order and by any pages, and count them: %j, ...',
    async (...some) => {
      const { directory, found } = await setup(crowd);
      for (const filter of some) {
        const meant = crowd.filter((one) => matchesFilter(filter, one));
        const ids = (people: readonly Person[]) => people.map(({ id }) => id).toSorted();
        expect(ids(await found({ top: 50, filter }))).toEqual(ids(meant));
        expect(await directory.countPeople(filter)).toBe(meant.length);
        const order = {
          by: meant.length % 2 ? 'displayName' : 'userPrincipalName',
          descending: meant.length % 3 > 0,
        } as const;
        expect(await found({ top: 35, filter, order })).toEqual(sorted(meant, order));
      }
    },
  );

  test('a nickname finds everybody who has it, those first whose user name begins with it, each once', async () => {
    const named = crowd.map((one, n) => (n % 30 === 0 ? { ...one, mailNickname: 'Boss' } : one));
    const boss = { ...person('boss'), userPrincipalName: 'BOSS@contoso.com' };
    const other = { ...person('boss@fabrikam.com'), mailNickname: 'other' };
    const { directory, found } = await setup([...named, boss, other]);
    const filter = [{ property: 'mailNickname', test: 'eq', value: 'boss' }] as const;
    const meant = [...named.filter(({ mailNickname }) => mailNickname === 'Boss'), boss];
    for (const top of [1, 5, 100]) {
      const all = await found({ top, filter });
      expect(all.map(({ id }) => id).toSorted()).toEqual(meant.map(({ id }) => id).toSorted());
    }
    expect((await found({ top: 5, filter: [...filter, enabled] })).every((one) => one.accountEnabled)).toBe(true);
    const { people } = await directory.listPeople({ top: 5, filter });
    expect(people.map(({ id }) => id)).toContain(boss.id);
    expect(await directory.countPeople(filter)).toBeUndefined();
  });

  test('deleted people are found by what is asked of them, page by page', async () => {
    const deleted = { deleted: { dateTime: monday, licenses: [] } };
    const { directory } = await setup(crowd);
    for (let start = 0; start < 150; start += 25) {
      const some = crowd.slice(start, start + 25);
      await directory.changePeople(some.map((before) => ({ before, after: { ...before, ...deleted } })));
    }
    const gone = crowd.slice(0, 150);
    const questions: PeopleFilter[] = [
      [],
      [{ property: 'userPrincipalName', test: 'eq', value: gone[3]?.userPrincipalName.toUpperCase() ?? '' }],
      [{ property: 'userPrincipalName', test: 'startswith', value: 'P1' }],
      [{ property: 'userPrincipalName', test: 'eq', value: 'nobody@contoso.com' }],
      [{ property: 'department', test: 'eq', value: 'research' }],
      [{ property: 'mailNickname', test: 'eq', value: gone[5]?.mailNickname ?? '' }],
      [not({ property: 'accountEnabled', test: 'eq', value: true })],
    ];
    for (const filter of questions) {
      const meant = gone.filter((one) => matchesFilter(filter, one));
      for (const top of [7, 400]) {
        const all: Person[] = [];
        for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
          const page = await directory.listDeleted({ top, filter, ...(after !== undefined && { after }) });
          expect(page.people.length).toBeLessThanOrEqual(top);
          all.push(...page.people);
          after = page.next;
        }
        expect(all.map(({ id }) => id)).toEqual(
          sorted(meant, { by: 'userPrincipalName', descending: false }).map(({ id }) => id),
        );
      }
    }
  });

  test('one person is found by id, user name or mail, if the other conditions hold as well', async () => {
    const { directory, found } = await setup(crowd);
    const [, ada] = crowd as [Person, Person];
    const by = (property: 'id' | 'userPrincipalName' | 'mail', value: string) =>
      ({ property, test: 'eq', value }) as const;
    const enabled = (value: boolean) => ({ property: 'accountEnabled', test: 'eq', value }) as const;
    for (const condition of [
      by('id', ada.id),
      by('userPrincipalName', ada.userPrincipalName.toUpperCase()),
      by('mail', ada.userPrincipalName),
    ]) {
      expect(await found({ top: 5, filter: [condition] })).toEqual([ada]);
      expect(await found({ top: 5, filter: [condition, enabled(true)] })).toEqual([ada]);
      expect(await found({ top: 5, filter: [condition, enabled(false)] })).toEqual([]);
      expect(await directory.countPeople([condition])).toBe(1);
    }
    for (const value of ['', 'nobody', 'x'.repeat(3000)]) {
      for (const property of ['id', 'userPrincipalName', 'mail'] as const) {
        expect(await found({ top: 5, filter: [by(property, value)] })).toEqual([]);
      }
    }
    const withoutMail = crowd[2] as Person;
    expect(await found({ top: 5, filter: [by('mail', withoutMail.userPrincipalName)] })).toEqual([]);
  });

  test('while people are added, nobody who was there is left out, and nobody comes twice', async () => {
    const { add, found } = await setup(crowd);
    let n = 0;
    const meanwhile = async () => {
      n += 1;
      await add(
        ['Ann', 'zzz', '😀'].map((displayName) => ({
          ...person(`new-${n}-${displayName.length}${displayName.charCodeAt(0)}`),
          displayName,
        })),
      );
    };
    for (const order of [byName(), byName(true)]) {
      const ids = (await found({ top: 60, order }, meanwhile)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(crowd.map(({ id }) => id)));
    }
  });

  test('who is renamed moves, who is deleted is gone, who is restored is back', async () => {
    const { directory, found } = await setup([person('ada'), person('bob'), person('cem')]);
    const change = async (id: string, change: (before: Person) => Person | undefined) => {
      const [before] = await directory.readPeople([id]);
      if (!before) throw new Error('nobody has this id');
      const after = change(before);
      expect(await directory.changePeople([{ before, ...(after && { after }) }])).toEqual({ kind: 'changed' });
    };
    const everybody = async () => names(await found({ top: 9, order: byName() }));
    await change(idOf('ada'), (ada) => ({ ...ada, displayName: 'Zora' }));
    expect(await everybody()).toEqual(['bob', 'cem', 'Zora']);
    expect(await found({ top: 9, filter: [{ property: 'displayName', test: 'startswith', value: 'a' }] })).toEqual([]);
    await change(idOf('bob'), (bob) => ({ ...bob, deleted: { dateTime: monday, licenses: [] } }));
    expect(await everybody()).toEqual(['cem', 'Zora']);
    expect(await found({ top: 9, filter: [{ property: 'id', test: 'eq', value: idOf('bob') }] })).toEqual([]);
    expect([await directory.countPeople([]), await directory.countPeople([enabled])]).toEqual([2, 2]);
    await change(idOf('bob'), ({ deleted, ...bob }) => bob);
    expect(await everybody()).toEqual(['bob', 'cem', 'Zora']);
    await change(idOf('cem'), () => undefined);
    expect(await everybody()).toEqual(['bob', 'Zora']);
  });
  const enabled = { property: 'accountEnabled', test: 'eq', value: true } as const;

  test('a page may begin after any text: beyond the end, before the beginning, or nonsense', async () => {
    const { directory } = await setup(crowd.slice(0, 20));
    const filter = [{ property: 'displayName', test: 'startswith', value: 'ann' }] as const;
    for (const descending of [false, true]) {
      for (const after of ['zzz', ' ', '\u{10ffff}', '密', '\u0000', 'ann']) {
        const { people } = await directory.listPeople({ top: 9, filter, order: byName(descending), after });
        expect(people.every((one) => matchesFilter(filter, one))).toBe(true);
      }
    }
  });
});
