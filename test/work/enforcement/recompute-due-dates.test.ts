/** A walk dates people anew when a setting makes them due earlier, whatever stops it. */

import fc from 'fast-check';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy, type Policy } from '../../../shared/domain/policy.ts';
import type { DirectorySettings } from '../../../shared/domain/settings/directory-settings.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { recomputeDueDates, walkOf } from '../../../shared/work/enforcement/recompute-due-dates.ts';
import { changeDomain, type DomainChange } from '../../../shared/work/settings/change-settings.ts';
import { anybody, policy as anyPolicy } from '../../domain/anybody.ts';
import { settled } from '../../domain/enforcement/aging.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeDirectory } from '../../fakes/directory.ts';
import { fakeDueDates } from '../../fakes/due-dates.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { runs } from '../../property-runs.ts';
import { Life, mortal } from '../imports/mortal.ts';
import { newSystem, type System } from '../imports/system.ts';

const named = (one: Person, name: string): Person => ({
  ...one,
  id: idOf(name),
  userPrincipalName: `${name}@contoso.com`,
});

/** Adds people as functions with an older policy do. */
const addBy = async (policy: Policy, { memory }: System, people: readonly Person[]) => {
  const { addPeople } = fakeDirectory(memory, policy);
  for (let start = 0; start < people.length; start += 49) {
    await addPeople({ people: people.slice(start, start + 49), seatsFrom: 'free' });
  }
};

/** People whom the due index has later than the policy asks for. */
const datedLate = ({ memory }: System, policy: Policy) =>
  [...memory.people.values()].filter((one) => {
    const due = nextDue(one, policy);
    return due !== undefined && due < (memory.due.get(one.id) ?? '~');
  });

const strict: Policy = { ...defaultPolicy, domains: { 'contoso.com': { passwordValidityDays: 14 } } };
const several = (count: number) => Array.from({ length: count }, (_, n) => named(settled(), `p${n}`));

test('after a walk nobody is dated later than the policy asks for, whoever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anybody, { minLength: 1, maxLength: 20 }),
      anyPolicy,
      anyPolicy,
      async (some, old, fresh) => {
        const system = newSystem({ policy: fresh });
        const people = some.map((one, n) => named(one, `p${n}`));
        await addBy(old, system, people);
        await system.queues.sweeps(walkOf('contoso.com'));
        await system.drain();
        expect(datedLate(system, fresh)).toEqual([]);
        expect([...system.memory.people.values()]).toEqual(people);
      },
    ),
    { numRuns: runs(0.3) },
  );
}, 60_000);

test('killed after whichever call, a walk ends where it has to', async () => {
  for (let calls = 1; ; calls += 1) {
    const system = newSystem({ policy: strict });
    await addBy(defaultPolicy, system, several(12));
    expect(datedLate(system, strict)).toHaveLength(12);
    const life = new Life(calls);
    await system.queues.sweeps(walkOf('contoso.com'));
    await system.drain({ life });
    expect(datedLate(system, strict)).toEqual([]);
    if (!life.isOver) break;
  }
}, 60_000);

test('with little time left a walk goes on in another call, from where it stood', async () => {
  const system = newSystem({ policy: strict });
  await addBy(defaultPolicy, system, several(3000));
  const calls: string[] = [];
  const ports = { ...system.ports, shouldPause: () => true };
  for (let walk = { kind: 'redate', shard: 3 } as ReturnType<typeof walkOf>[number] | undefined; walk; ) {
    await recomputeDueDates(walk, ports);
    const [next] = system.queue.in('sweeps');
    system.queue.waiting.length = 0;
    walk = next;
    if (next) calls.push(next.after);
  }
  expect(calls.length).toBeGreaterThan(0);
  expect(calls).toEqual([...new Set(calls)].toSorted());
  const walked = 3000 - datedLate(system, strict).length;
  expect(walked).toBeGreaterThan(100 * calls.length);
});

test('a walk looks at every page of a shard', async () => {
  const system = newSystem({ policy: strict });
  await addBy(defaultPolicy, system, several(3000));
  await system.queues.sweeps(walkOf('contoso.com'));
  await system.drain();
  expect(datedLate(system, strict)).toEqual([]);
});

test('only people at the domain are looked at, where one is named', async () => {
  const both = { 'contoso.com': { passwordValidityDays: 14 }, 'example.com': { passwordValidityDays: 14 } };
  const system = newSystem({ policy: { ...defaultPolicy, domains: both } });
  const other = { ...named(settled(), 'other'), userPrincipalName: 'other@example.com' };
  await addBy(defaultPolicy, system, [named(settled(), 'one'), other]);
  await system.queues.sweeps(walkOf('contoso.com'));
  await system.drain();
  expect(datedLate(system, system.policy)).toEqual([other]);
  await system.queues.sweeps(Array.from({ length: 16 }, (_, shard) => ({ kind: 'redate', shard })));
  await system.drain();
  expect(datedLate(system, system.policy)).toEqual([]);
});

test('whoever is written by the old settings behind the walk is dated by the second one', async () => {
  const system = newSystem({ policy: strict });
  const [ada] = several(1) as [Person];
  await addBy(defaultPolicy, system, [ada]);
  await system.queues.sweeps(walkOf('contoso.com'));
  await system.drain();
  await fakeDirectory(system.memory, defaultPolicy).changePeople([{ before: ada, after: { ...ada, city: 'Paris' } }]);
  expect(datedLate(system, strict)).toHaveLength(1);
  await system.queues.sweeps(walkOf('contoso.com'));
  await system.drain();
  expect(datedLate(system, strict)).toEqual([]);
});

test('a walk by settings that are older than those of another leaves the earlier moment', async () => {
  const system = newSystem({ policy: strict });
  const [ada] = several(1) as [Person];
  await addBy(defaultPolicy, system, [ada]);
  await system.dates.dateEarlier(ada);
  const milder = { ...defaultPolicy, domains: { 'contoso.com': { passwordValidityDays: 60 } } };
  expect(await fakeDueDates(system.memory, milder).dateEarlier(ada)).toBe(false);
  expect(system.memory.due.get(ada.id)).toBe(addDays(monday, 7));
});

describe('a change of a domain', () => {
  const changed = async (change: DomainChange, before?: DirectorySettings['domains']) => {
    const system = newSystem();
    if (before) system.memory.settings = { organisation: {}, domains: before, version: 1 };
    await changeDomain({ domain: 'contoso.com', change, principal: administrator }, system.ports);
    const walks = system.queue.waiting.map(({ seconds }) => seconds);
    return { walks, settings: system.memory.settings };
  };
  const twice = [...Array(16).fill(900), ...Array(16).fill(0)];

  test.each([
    ['a shorter period', { passwordValidityDays: 30 }, undefined],
    ['a wider window', { passwordNotificationDays: 30 }, undefined],
    ['the return to a stricter policy', { passwordValidityDays: null }, { 'contoso.com': { passwordValidityDays: 0 } }],
  ])('%s is followed by two walks', async (_what, change, before) => {
    expect((await changed(change, before)).walks).toEqual(twice);
  });

  test.each([
    ['a longer period', { passwordValidityDays: 180 }, undefined],
    ['passwords that live for ever', { passwordValidityDays: 0 }, undefined],
    ['a narrower window', { passwordNotificationDays: 7 }, undefined],
    ['nothing', {}, undefined],
    ['what is set already', { passwordValidityDays: 20 }, { 'contoso.com': { passwordValidityDays: 20 } }],
  ])('%s needs none', async (_what, change, before) => {
    expect((await changed(change, before)).walks).toEqual([]);
  });

  test('killed after whichever call, it has done nothing, or the walk comes', async () => {
    for (let calls = 1; ; calls += 1) {
      const system = newSystem();
      await addBy(defaultPolicy, system, several(3));
      const life = new Life(calls);
      const change = { passwordValidityDays: 14 };
      const done = changeDomain(
        { domain: 'contoso.com', change, principal: administrator },
        mortal(system.ports, life),
      );
      await done.catch(() => undefined);
      const isSet = system.memory.settings !== undefined;
      expect(system.queue.in('sweeps').length).toBeGreaterThanOrEqual(isSet ? 16 : 0);
      expect(system.memory.audit).toHaveLength(isSet ? 1 : 0);
      if (!life.isOver) break;
    }
  });
});
