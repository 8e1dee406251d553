/** What is due is done once, however late, by however many sweeps, whatever dies. */

import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { sweep } from '../../../shared/work/enforcement/sweep.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, idOf, person } from '../../fakes/people.ts';
import { Life } from '../imports/mortal.ts';
import { newSystem } from '../imports/system.ts';

/** People whose credentials arrived, so that only their clocks are left. */
const arrived = (name: string) => {
  const one = person(name, { otherMails: [`${name}@example.net`], mustChangePassword: false });
  const { retryAt: _retry, ...mail } = one.credentialMail;
  return { ...one, credentialMail: { ...mail, state: 'sent' as const, sentDateTime: monday } };
};
const names = ['ada', 'bob', 'carl', 'dora', 'emil'];

const setup = async () => {
  const system = newSystem();
  await system.directory.addPeople({ people: names.map(arrived), seatsFrom: 'free' });
  const start = () => system.ports.queues.sweeps([{ kind: 'sweep' }]);
  const everybody = () => names.map((name) => system.memory.people.get(idOf(name)));
  const subjectsTo = (name: string) => system.post.sent.filter(({ to }) => to.includes(`${name}@example.net`)).length;
  return { ...system, start, everybody, subjectsTo };
};

test('a sweep hands out every shard, the licences with free seats, and the imports', async () => {
  const { start, take, ports, queue, directory } = await setup();
  await directory.putSku({ ...e3, enabled: 3 });
  await start();
  await take.sweeps({ kind: 'sweep' }, ports);
  const all = queue.in('sweeps').slice(1);
  const parts = all.filter(({ kind }) => kind !== 'count');
  expect(parts.filter(({ kind }) => kind === 'shard').map(({ shard }) => shard)).toEqual([...Array(16).keys()]);
  expect(parts.filter(({ kind }) => kind === 'waiting')).toEqual([{ kind: 'waiting', skuId: e3.skuId }]);
  expect(parts.at(-1)).toEqual({ kind: 'imports' });
  const counts = all.filter(({ kind }) => kind === 'count');
  expect(counts).toEqual([...Array(16).keys()].map((shard) => ({ kind: 'count', day: '2026-01-05', shard })));
});

test('nobody is touched before the time', async () => {
  const { start, drain, clock, memory, post } = await setup();
  clock.pass({ days: 75 });
  await start();
  await drain();
  expect([...memory.people.values()].every(({ version }) => version === 1)).toBe(true);
  expect(post.sent).toEqual([]);
});

test('everybody who is due is warned once, with an entry in the audit', async () => {
  const { start, drain, clock, everybody, subjectsTo, memory } = await setup();
  clock.pass({ days: 76 });
  await start();
  await start();
  await drain();
  expect(everybody()).toMatchObject(names.map(() => ({ password: { warnedDays: 14 }, pendingNotices: [] })));
  expect(names.map(subjectsTo)).toEqual(names.map(() => 1));
  expect(memory.audit).toHaveLength(names.length);
});

test('two sweeps at once, every message twice: one state, one mail (cases 10, 32)', async () => {
  const { start, drain, clock, subjectsTo, memory } = await setup();
  clock.pass({ days: 76 });
  await Promise.all([start(), start()]);
  await drain({ twice: true });
  expect(names.map(subjectsTo)).toEqual(names.map(() => 1));
  expect(memory.audit).toHaveLength(names.length);
});

test('two sweeps whose clocks are ten minutes apart: everybody is warned once (case 29)', async () => {
  const { start, drain, clock, everybody, subjectsTo, memory, take, ports, queue } = await setup();
  clock.pass({ days: 76, minutes: -5 });
  await start();
  await take.sweeps({ kind: 'sweep' }, ports);
  const shards = queue.in('sweeps').filter(({ kind }) => kind === 'shard');
  queue.waiting.length = 0;
  const fast = { ...ports, now: () => addSeconds(clock.now(), 600) };
  await Promise.all(shards.flatMap((part) => [take.sweeps(part, fast), take.sweeps(part, ports)]));
  await drain();
  clock.pass({ minutes: 15 });
  await start();
  await drain();
  expect(everybody()).toMatchObject(names.map(() => ({ password: { warnedDays: 14 }, pendingNotices: [] })));
  expect(names.map(subjectsTo)).toEqual(names.map(() => 1));
  expect(memory.audit).toHaveLength(names.length);
});

test('killed after whichever call: the mail is still owed, the state changed once, and the next sweep mails (case 8)', async () => {
  for (let calls = 1; ; calls += 1) {
    const { start, drain, clock, sweepUntilQuiet, everybody, subjectsTo, memory } = await setup();
    const life = new Life(calls);
    clock.pass({ days: 76 });
    await start();
    await drain({ life });
    await sweepUntilQuiet();
    expect(everybody()).toMatchObject(names.map(() => ({ password: { warnedDays: 14 }, pendingNotices: [] })));
    expect(names.every((name) => subjectsTo(name) >= 1 && subjectsTo(name) <= 2)).toBe(true);
    expect(memory.audit).toHaveLength(names.length);
    if (!life.isOver) break;
  }
}, 60_000);

test('the year of a person who never signs in, swept every quarter of an hour', async () => {
  const { drain, clock, memory, subjectsTo, start } = await setup();
  const moments: string[] = [];
  for (let before = ''; clock.now() < addDays(monday, 100); clock.pass({ days: 0.5 })) {
    await start();
    await drain();
    const state = JSON.stringify(memory.people.get(idOf('ada'))?.password);
    if (state !== before) moments.push(clock.now().slice(0, 10));
    before = state;
  }
  expect(moments).toEqual(['2026-01-05', '2026-03-22', '2026-03-29', '2026-04-04', '2026-04-05']);
  expect(subjectsTo('ada')).toBe(4);
});

test('who was dated by a shorter policy is dated anew, and is not looked at by every sweep from then on', async () => {
  const { directory, clock, ports } = await setup();
  clock.pass({ days: 76 });
  let found = 0;
  const asked = {
    ...directory,
    // As the index has it, from the days of the shorter policy.
    due: async function* (shard: number) {
      const due = names.map(idOf).filter((id) => Number.parseInt(id.charAt(0), 16) === shard);
      found += due.length;
      if (due.length > 0) yield due;
    },
  };
  const policy = { ...defaultPolicy, passwordValidityDays: 180 };
  for (let shard = 0; shard < 16; shard += 1)
    await sweep({ kind: 'shard', shard }, { ...ports, directory: asked, policy });
  const people = await directory.readPeople(names.map(idOf));
  expect(found).toBe(names.length);
  expect(people.map(({ version }) => version)).toEqual(names.map(() => 2));
  expect(people.every(({ pendingNotices }) => pendingNotices.length === 0)).toBe(true);
});

test('with little time left a shard goes on in another call', async () => {
  const system = newSystem();
  const many = Array.from({ length: 130 }, (_, n) => ({ ...arrived(`p${n}`), id: `0${idOf(`p${n}`).slice(1)}` }));
  for (let n = 0; n < 130; n += 26)
    await system.directory.addPeople({ people: many.slice(n, n + 26), seatsFrom: 'free' });
  system.clock.pass({ days: 76 });
  await system.take.sweeps({ kind: 'shard', shard: 0 }, { ...system.ports, shouldPause: () => true });
  const warned = [...system.memory.people.values()].filter(({ password }) => password.warnedDays === 14);
  expect(warned).toHaveLength(100);
  expect(system.queue.in('sweeps')).toEqual([{ kind: 'shard', shard: 0, calls: 2 }]);
});

describe('somebody whose change always fails', () => {
  const poison = idOf('poisoned');
  /** 60 people of one shard who are all due, one of them poisoned; `failing` names who fails. */
  const crowd = async (failing: (id: string) => boolean = (id) => id === poison, name = 'ValidationException') => {
    const system = newSystem();
    const shard = Number.parseInt(poison.charAt(0), 16);
    const ids = Array.from({ length: 59 }, (_, n) => `${poison.charAt(0)}${idOf(`p${n}`).slice(1)}`);
    const all = [{ ...arrived('poisoned'), id: poison }, ...ids.map((id, n) => ({ ...arrived(`p${n}`), id }))];
    for (let n = 0; n < 60; n += 30)
      await system.directory.addPeople({ people: all.slice(n, n + 30), seatsFrom: 'free' });
    system.clock.pass({ days: 76 });
    const tried: string[] = [];
    const directory: typeof system.directory = {
      ...system.directory,
      changePeople: async (changes) => {
        tried.push(...changes.map(({ before }) => before.id));
        if (changes.some(({ before }) => failing(before.id))) throw Object.assign(new Error('no'), { name });
        return system.directory.changePeople(changes);
      },
    };
    const sweepOnce = () => system.take.sweeps({ kind: 'shard', shard }, { ...system.ports, directory });
    const warned = () => [...system.memory.people.values()].filter(({ password }) => password.warnedDays === 14).length;
    return { ...system, sweepOnce, warned, tried };
  };

  test('is set aside and told of; all others are warned, and nothing is lost (mistake 8)', async () => {
    const { sweepOnce, warned, aside, memory, tried, clock } = await crowd();
    await sweepOnce();
    expect([warned(), aside.map(({ about }) => about)]).toEqual([59, [{ userId: poison }]]);
    // Not looked at by each sweep from now on, and not forgotten.
    tried.length = 0;
    clock.pass({ minutes: 15 });
    await sweepOnce();
    expect(tried).not.toContain(poison);
    expect(memory.due.get(poison)).toBe(addSeconds(addDays(monday, 76), 3600));
    clock.pass({ minutes: 45 });
    await sweepOnce();
    expect([tried.includes(poison), aside]).toMatchObject([true, [{}, { about: { userId: poison } }]]);
  });

  test('is done with when it succeeds again (mistake 8)', async () => {
    let isPoisoned = true;
    const { sweepOnce, warned, clock, memory } = await crowd((id) => isPoisoned && id === poison);
    await sweepOnce();
    isPoisoned = false;
    clock.pass({ minutes: 60 });
    await sweepOnce();
    expect([warned(), memory.people.get(poison)?.pendingNotices.length]).toEqual([60, 1]);
  });

  test('is no matter of many: where everybody fails, the message comes again, and few were put off', async () => {
    const { sweepOnce, warned, aside } = await crowd(() => true);
    await expect(sweepOnce()).rejects.toThrow('no');
    expect([warned(), aside.length]).toEqual([0, 10]);
  });

  test('for a reason that passes leaves all to the next try (mistake 9)', async () => {
    const { sweepOnce, aside, tried } = await crowd(undefined, 'Transient');
    await expect(sweepOnce()).rejects.toThrow('no');
    expect([aside, tried.length <= 60]).toEqual([[], true]);
  });
});

test('a sweep of a shard that asks to be called for ever has an end: the next sweep goes on', async () => {
  const system = newSystem();
  const many = Array.from({ length: 130 }, (_, n) => ({ ...arrived(`p${n}`), id: `0${idOf(`p${n}`).slice(1)}` }));
  for (let n = 0; n < 130; n += 26)
    await system.directory.addPeople({ people: many.slice(n, n + 26), seatsFrom: 'free' });
  system.clock.pass({ days: 76 });
  await system.take.sweeps({ kind: 'shard', shard: 0, calls: 100 }, { ...system.ports, shouldPause: () => true });
  expect(system.queue.in('sweeps')).toEqual([]);
});
