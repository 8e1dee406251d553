/** Audit entries are found by what they tell of, by who acted and by time, newest first, each once. */
import { auditItem } from '../../../shared/aws/directory-items.ts';
import { type AuditEntry, type AuditTarget, auditPlace } from '../../../shared/domain/audit.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Actor } from '../../../shared/domain/principal.ts';
import { addSeconds, instant } from '../../../shared/domain/time.ts';
import type { Audits, AuditsOf } from '../../../shared/work/audit/audits.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf, person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

const actors: Actor[] = [
  { kind: 'operator', id: idOf('operator'), displayName: 'Operator' },
  { kind: 'person', id: idOf('helper'), displayName: 'Helper' },
  { kind: 'application', id: idOf('application'), displayName: 'Application' },
  { kind: 'system', id: 'enforce-policies', displayName: 'enforce-policies' },
];
const targets: AuditTarget[] = [
  { type: 'User', id: idOf('ada'), displayName: 'ada', userPrincipalName: 'ada@contoso.com' },
  { type: 'User', id: idOf('bob'), displayName: 'bob', userPrincipalName: 'bob@contoso.com' },
  { type: 'Domain', id: 'contoso.com', displayName: 'contoso.com' },
];

/** Entries of every actor and target, three at each second, in an order that is not theirs. */
const many = (count: number): AuditEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const n = (index * 7919) % count;
    return {
      id: idOf(`entry ${n}`),
      activityDateTime: addSeconds(monday, Math.floor(n / 3)),
      activityDisplayName: 'Update user',
      initiatedBy: actors[n % actors.length] as Actor,
      target: targets[Math.floor(n / 4) % targets.length] as AuditTarget,
      modifiedProperties: [{ displayName: 'city', newValue: `city ${n}` }],
    };
  });

const newestFirst = (entries: readonly AuditEntry[]) =>
  entries.toSorted((one, other) => (auditPlace(one) > auditPlace(other) ? -1 : 1));

const all = { from: '0', before: '~' };

const pagesOf = async (audits: Audits, of: AuditsOf, top: number, { from, before } = all) => {
  const pages: AuditEntry[][] = [];
  for (let end: string | undefined = before; end !== undefined; ) {
    const { entries, next }: Awaited<ReturnType<Audits['page']>> = await audits.page({ of, from, before: end, top });
    pages.push(entries);
    end = next;
  }
  return pages;
};

test('an entry expires so many days after what it tells of, by the second', () => {
  const [entry] = many(1) as [AuditEntry];
  const { expiresAt } = auditItem(entry, { auditDays: 30 });
  expect(expiresAt).toBe(Date.parse('2026-02-04T09:00:00Z') / 1000);
});

test('what Muster itself does is spread over more partitions than what anybody else does', () => {
  const partitions = (actor: Actor) =>
    new Set(many(400).map((entry) => auditItem({ ...entry, initiatedBy: actor }, defaultPolicy).actorShard)).size;
  expect(actors.map(partitions)).toEqual([4, 4, 4, 16]);
});

onEveryStore((open) => {
  const setup = async (count = 240) => {
    const { directory, audits } = await open();
    const entries = many(count);
    for (let start = 0; start < count; start += 80) {
      await directory.addPeople({ people: [], seatsFrom: 'free', audit: entries.slice(start, start + 80) });
    }
    return { directory, audits, entries: newestFirst(entries) };
  };

  test.each([7, 100, 1000])('all of them, through pages of %i', async (top) => {
    const { audits, entries } = await setup();
    const pages = await pagesOf(audits, { kind: 'everything' }, top);
    expect(pages.flat()).toEqual(entries);
    expect(pages.every((page) => page.length > 0 && page.length <= top)).toBe(true);
  });

  test.each(actors)('those of the $kind', async (actor) => {
    const { audits, entries } = await setup();
    const kind = ['person', 'operator'].includes(actor.kind) ? 'user' : 'app';
    const expected = entries.filter(({ initiatedBy }) => initiatedBy.id === actor.id);
    expect(expected).toHaveLength(60);
    for (const top of [4, 25, 100]) {
      expect((await pagesOf(audits, { kind, id: actor.id }, top)).flat()).toEqual(expected);
    }
  });

  test.each(targets)('those that tell of the $type $displayName', async ({ id }) => {
    const { audits, entries } = await setup();
    const expected = entries.filter(({ target }) => target.id === id);
    for (const top of [3, 1000]) expect((await pagesOf(audits, { kind: 'target', id }, top)).flat()).toEqual(expected);
  });

  test('a range takes in its beginning and not its end', async () => {
    const { audits, entries } = await setup();
    const [before = '', from = ''] = [entries[50], entries[150]].map((entry) => entry && auditPlace(entry));
    for (const whose of [{ kind: 'everything' }, { kind: 'user', id: idOf('operator') }] as AuditsOf[]) {
      const within = entries
        .slice(51, 151)
        .filter(({ initiatedBy }) => !('id' in whose) || initiatedBy.id === whose.id);
      expect((await pagesOf(audits, whose, 9, { from, before })).flat()).toEqual(within);
    }
  });

  test('of nobody, and of nothing, there is one empty page', async () => {
    const { audits } = await setup(3);
    for (const whose of [
      { kind: 'target', id: '' },
      { kind: 'user', id: 'nobody' },
      { kind: 'app', id: '#' },
    ] as const) {
      expect(await audits.page({ of: whose, top: 5, ...all })).toEqual({ entries: [] });
    }
    expect(await audits.page({ of: { kind: 'everything' }, top: 5, from: '9', before: '~' })).toEqual({ entries: [] });
  });

  test('one is read by what it tells of and its place; anything else is not there', async () => {
    const { audits, entries } = await setup(9);
    const entry = entries[4] as AuditEntry;
    expect(await audits.read({ target: entry.target, place: auditPlace(entry) })).toEqual(entry);
    expect(await audits.read({ target: entry.target, place: `${monday}#${idOf('other')}` })).toBeUndefined();
    const elsewhere = { type: 'Organization', id: entry.target.id } as const;
    expect(await audits.read({ target: elsewhere, place: auditPlace(entry) })).toBeUndefined();
  });

  test('an entry of a change that lost is not there', async () => {
    const { directory, audits } = await open();
    const ada = person('ada');
    await directory.addPeople({ people: [ada], seatsFrom: 'free' });
    await directory.changePeople([{ before: ada, after: { ...ada, city: 'Paris' } }]);
    const entry = { ...(many(1)[0] as AuditEntry), activityDateTime: instant('2026-01-06T00:00:00Z') };
    await directory.changePeople([{ before: ada, after: { ...ada, city: 'Rome' }, audit: [entry] }]);
    expect(await audits.page({ of: { kind: 'everything' }, top: 5, ...all })).toEqual({ entries: [] });
  });
});
