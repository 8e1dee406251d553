/**
 * Random changes of a directory, of which a source tells in deltas: after each round the people known from them are those
 * that a plain enumeration finds. The seed is printed; SYNC_SEED repeats one, SYNC_ROUNDS tries longer.
 */
import { randomInt } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { peopleAtOnce } from '../../clients/sync/source/account-source.ts';
import { readAll, type Seen, type World } from './world.ts';
import { describeWorlds } from './worlds.ts';

const seed = Number(process.env.SYNC_SEED ?? randomInt(1, 2 ** 31));
const rounds = Number(process.env.SYNC_ROUNDS ?? 6);
const changesInRound = 25;
jest.setTimeout(120_000 + rounds * 20_000);

type Tree = { units: string[]; people: string[]; groups: string[]; scope: { organizationalUnits: string[] } };

/** Two units in scope and two beside them, each with one in it, and people in all. */
const planted = async (world: World): Promise<Tree> => {
  const tops: string[] = [];
  for (const name of ['Staff', 'Plant', 'Guests', 'Left']) tops.push(await world.addUnit(name));
  const inner: string[] = [];
  for (const [at, top] of tops.entries()) inner.push(await world.addUnit(`Inner ${at}`, top));
  const units = [...tops, ...inner];
  const people: string[] = [];
  for (let at = 0; at < 24; at += 1) people.push(await world.addPerson(`p${at}`, units[at % units.length] as string));
  return { units, people, groups: [], scope: { organizationalUnits: tops.slice(0, 2) } };
};

/** One change of a kind and a place that the numbers choose. */
const changeSomething = async (
  world: World,
  tree: Tree,
  chance: (below: number) => number,
  at: string,
): Promise<void> => {
  const one = <Item>(list: readonly Item[]): Item => list[chance(list.length)] as Item;
  const { units, people } = tree;
  const inner = units.slice(4);
  const kinds: Record<string, () => Promise<unknown>> = {
    change: () => world.change(one(people), { displayName: `Name ${at}` }),
    empty: () => world.change(one(people), { displayName: null }),
    rename: () => world.rename(one(people), `r${at}`),
    move: () => world.move(one(people), one(units)),
    add: async () => people.push(await world.addPerson(`n${at}`, one(units))),
    remove: async () => {
      if (people.length > 5) await world.remove(people.splice(chance(people.length), 1)[0] as string);
    },
    renameUnit: () => world.rename(one(units), `U${at}`),
    // Inner ones among the outer ones, so that none comes to lie in itself.
    moveUnit: () => world.move(one(inner), one(units.slice(0, 4))),
  };
  await one(Object.values(kinds))();
};

/** Brings what is known up to date as a run does, and gives the next cookie. */
const follow = async (
  source: Awaited<ReturnType<World['source']>>,
  known: Map<string, Seen>,
  cookie?: string,
): Promise<string> => {
  await source.state();
  const told = await readAll(source, cookie);
  if (told.scope === 'full') known.clear();
  const ids = [...told.ids];
  for (let at = 0; at < ids.length; at += peopleAtOnce) {
    const batch = ids.slice(at, at + peopleAtOnce);
    const found = await source.people(batch);
    for (const id of batch) known.delete(id);
    for (const { objectGuid, distinguishedName, attributes } of found)
      known.set(objectGuid, { distinguishedName, displayName: attributes.displayname?.[0] ?? '' });
  }
  return told.cookie;
};

const inOrder = (seen: Map<string, Seen>) => [...seen].toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Gives the round after which they differed; undefined when they never did. */
const tortured = async (world: World, blind?: 'blind'): Promise<number | undefined> => {
  const random = xoroshiro128plus(seed);
  const chance = (below: number) => uniformInt(random, 0, below - 1);
  const tree = await planted(world);
  const source = await world.source(tree.scope, blind);
  try {
    const known = new Map<string, Seen>();
    let cookie = await follow(source, known);
    for (let round = 0; round < rounds; round += 1) {
      for (let at = 0; at < changesInRound; at += 1) await changeSomething(world, tree, chance, `${round}-${at}`);
      cookie = await follow(source, known, cookie);
      const there = await world.enumerate(tree.scope);
      if (JSON.stringify(inOrder(known)) !== JSON.stringify(inOrder(there))) return round;
    }
    return undefined;
  } finally {
    await source.close();
  }
};

describeWorlds(`deltas of a tortured directory (SYNC_SEED=${seed})`, (newWorld) => {
  test('come to what a plain enumeration finds, after each round', async () => {
    expect(await tortured(await newWorld())).toBeUndefined();
  });

  test('do not, when nobody looks below containers that were renamed', async () => {
    expect(await tortured(await newWorld(), 'blind')).toBeDefined();
  });
});
