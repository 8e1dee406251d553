/** People are listed a page at a time, by user name, each once. */
import { hash } from 'node:crypto';
import { person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  /** 250 people whose names share beginnings, differ in case, and fall unevenly into any partition. */
  const names = Array.from(
    { length: 250 },
    (_, index) => `${index % 3 ? 'A' : 'a'}${(index * 7919) % 1000}.x-${index}`,
  );
  const setup = async (people = names) => {
    const { directory } = await open();
    for (let start = 0; start < people.length; start += 49) {
      const some = people.slice(start, start + 49).map((name) => person(name));
      await directory.addPeople({ people: some, seatsFrom: 'free' });
    }
    const pages = async (top: number) => {
      const found: string[][] = [];
      let after: string | undefined;
      do {
        const page = await directory.listPeople({ top, ...(after !== undefined && { after }) });
        found.push(page.people.map(({ userPrincipalName }) => userPrincipalName.toLowerCase()));
        after = page.next;
      } while (after !== undefined);
      return found;
    };
    return { directory, pages };
  };
  const sorted = names.map((name) => `${name}@contoso.com`.toLowerCase()).toSorted();

  test.each([7, 100, 999])('250 people through pages of %i: in order, nobody twice, nobody left out', async (top) => {
    const { pages } = await setup();
    const found = await pages(top);
    expect(found.flat()).toEqual(sorted);
    expect(found.every((page) => page.length > 0 && page.length <= top)).toBe(true);
  });

  test('names that all fall into one partition, but for a few, are in order too', async () => {
    const isTogether = (name: string) => (hash('sha256', `${name}@contoso.com`, 'buffer')[0] ?? 0) % 16 === 3;
    const candidates = Array.from({ length: 1200 }, (_, n) => `p${1000 + n}`);
    const uneven = candidates.filter((name, n) => isTogether(name) || n % 97 === 0);
    const { pages } = await setup(uneven);
    expect((await pages(7)).flat()).toEqual(uneven.map((name) => `${name}@contoso.com`));
    expect((await pages(40)).flat()).toHaveLength(uneven.length);
  });

  test('nobody at all is one empty page', async () => {
    const { directory } = await setup([]);
    expect(await directory.listPeople({ top: 5 })).toEqual({ people: [] });
  });

  test('a page begins after any text, also one that is nobody', async () => {
    const { directory } = await setup();
    const { people } = await directory.listPeople({ top: 1, after: 'a5' });
    expect(people[0]?.userPrincipalName.toLowerCase()).toBe(sorted.find((name) => name > 'a5'));
    expect((await directory.listPeople({ top: 5, after: '~' })).people).toEqual([]);
  });
});
