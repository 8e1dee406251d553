/** Whatever a file does to people and roles is on record: by time, by actor, by person and by import. */
import { type Application, auditOfApplication } from '../../../shared/domain/access/application.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { actorOf, type Principal } from '../../../shared/domain/principal.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { type AuditQuestion, listAudits, readAudit } from '../../../shared/work/audit/list-audits.ts';
import { requestImport } from '../../../shared/work/imports/run/request-import.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, idOf, person } from '../../fakes/people.ts';
import { fileOf, imports } from '../imports/ask-import.ts';
import { newSystem, type System } from '../imports/system.ts';

const headings = 'User Name,Display Name,City,Roles';
const rowOf = (n: number, role = '', city = 'Delft') => `p${n}@contoso.com,Person ${n},${city},${role}`;
const rows = (count: number, roles: Record<number, string>) =>
  Array.from({ length: count }, (_, index) => rowOf(index + 1, roles[index + 1]));

const owner: Principal = { kind: 'person', id: idOf('owner'), displayName: 'Olga', roles: ['Global Administrator'] };
const application: Principal = { ...owner, kind: 'application', id: idOf('sync'), displayName: 'Sync' };
const sync: Application = {
  id: application.id,
  displayName: 'Sync',
  roles: ['Global Administrator'],
  createdDateTime: monday,
  secrets: [{ keyId: 'key', hint: 'abc', hash: 'hash', startDateTime: monday, endDateTime: addDays(monday, 90) }],
  version: 1,
};

const setup = async () => {
  const system = newSystem();
  const olga = { ...person('owner', { displayName: 'Olga' }), roles: ['Global Administrator'] };
  await system.directory.addPeople({ people: [olga], seatsFrom: 'free' });
  const byOlga = { id: 'made', now: monday, activity: 'Add application' as const, initiatedBy: actorOf(owner) };
  await system.ports.applications.write({ after: sync, audit: auditOfApplication({ after: sync }, byOlga) });
  system.memory.audit.length = 0;
  system.clock.pass({ minutes: 1 });
  return { system, ...imports(system), ...asking(system) };
};

/** Everything that the audit answers, through pages of so many. */
const asking = (system: System) => ({
  asked: async (question: AuditQuestion, top = 100): Promise<AuditEntry[]> => {
    const all: AuditEntry[] = [];
    let after: string | undefined;
    do {
      const page = await listAudits(question, { top, after }, system.ports);
      expect(page.entries.length).toBeLessThanOrEqual(top);
      all.push(...page.entries);
      after = page.next;
    } while (after !== undefined);
    return all;
  },
});

const told = (entries: readonly AuditEntry[]) =>
  entries.map(
    ({ activityDisplayName, target }) => `${activityDisplayName}: ${target.userPrincipalName ?? target.type}`,
  );
const detailsOf = ({ additionalDetails = [] }: AuditEntry) =>
  Object.fromEntries(additionalDetails.map(({ key, value }) => [key, value]));
const rolesIn = ({ modifiedProperties }: AuditEntry) =>
  modifiedProperties.find(({ displayName }) => displayName === 'roles')?.newValue;

test('by time and by actor a file is its beginning, its end with counts, and each role that it gave (weakness 2)', async () => {
  const { run, asked } = await setup();
  const file = fileOf(headings, rows(120, { 40: 'Global Administrator', 90: 'User Administrator' }));
  const { id } = await run(file, {}, owner);
  const everything = ['Add user: p40@contoso.com', 'Add user: p90@contoso.com', 'End import: Import'];
  for (const question of [{}, { user: owner.id }]) {
    const entries = await asked(question);
    expect(told(entries).toSorted()).toEqual(everything);
    const [first, second] = entries.filter(({ target }) => target.type === 'User').toSorted(byName);
    expect([first, second].map((entry) => entry && rolesIn(entry))).toEqual([
      ['Global Administrator'],
      ['User Administrator'],
    ]);
    expect(first).toMatchObject({
      initiatedBy: { kind: 'person', id: owner.id, displayName: 'Olga' },
      correlationId: id,
    });
    const end = entries.find(({ activityDisplayName }) => activityDisplayName === 'End import');
    expect(end).toMatchObject({ target: { id }, initiatedBy: { kind: 'person', displayName: 'Olga' } });
    expect(end && detailsOf(end)).toMatchObject({ status: 'succeeded', rows: '120', created: '120', refused: '0' });
  }
  expect(await asked({ app: owner.id })).toEqual([]);
});

const byName = (one: AuditEntry, other: AuditEntry) =>
  (one.target.userPrincipalName ?? '') < (other.target.userPrincipalName ?? '') ? -1 : 1;

test.each([
  ['a person', owner],
  ['an application', application],
  ['an operator', administrator],
])('by person a birth by file names %s who owns the import, by kind and name (weakness 2)', async (_, principal) => {
  const { run, asked, system } = await setup();
  const { id } = await run(fileOf(headings, rows(3, { 2: 'Directory Readers' })), {}, principal);
  const actor = { kind: principal.kind, id: principal.id, displayName: principal.displayName };
  for (const one of [...system.memory.people.values()].filter(({ importId }) => importId === id)) {
    const [birth, ...others] = await asked({ target: one.id });
    expect(others).toEqual([]);
    expect(birth).toMatchObject({ activityDisplayName: 'Add user', initiatedBy: actor, correlationId: id });
    expect(birth && rolesIn(birth)).toEqual(one.roles.length > 0 ? one.roles : undefined);
    const address = { target: { type: 'User', id: one.id }, place: `${birth?.activityDateTime}#${one.id}` } as const;
    expect((await readAudit(address, system.ports))?.entries).toEqual([birth]);
  }
});

test('the owner is known when the import is not kept any more, and so is one whose birth was written down at removal', async () => {
  const { asked, system, begin, finish } = await setup();
  const { job } = await requestImport({ fileName: 'a.csv', options: {}, principal: application }, system.ports);
  await system.announce(job.file.key, fileOf(headings, rows(1, {})));
  await finish();
  const one = [...system.memory.people.values()].find(({ importId }) => importId === job.id);
  expect(one).toBeDefined();
  system.memory.jobs.clear();
  const actor = { kind: 'application', id: application.id, displayName: 'Sync' };
  expect((await asked({ target: one?.id ?? '' }))[0]?.initiatedBy).toEqual(actor);
  // Nothing is known of the import: then of whoever has the id.
  system.memory.audit.length = 0;
  expect((await asked({ target: one?.id ?? '' }))[0]?.initiatedBy.kind).toBe('application');
  await begin(fileOf(headings, rows(1, {})));
});

test('every import that is asked for, begun, cancelled, resumed, applied and undone is on record, by whoever did it (weakness 2)', async () => {
  const { system, asked, run, finish } = await setup();
  const { id: dry } = await run(fileOf(headings, rows(2, {})), { dryRun: true }, owner);
  const work = imports(system);
  const applied = await work.apply(dry);
  const undone = await work.undo(applied.id);
  const never = await requestImport({ fileName: 'never.csv', options: {}, principal: owner }, system.ports);
  system.clock.pass({ days: 2 });
  await system.sweepUntilQuiet();
  const { job } = await requestImport({ fileName: 'late.csv', options: {}, principal: owner }, system.ports);
  await system.announce(job.file.key, fileOf(headings, rows(3, {})));
  await work.cancel(job.id);
  await work.cancel(job.id);
  await finish();
  await work.resume(job.id);
  await finish();

  const life = async (id: string) =>
    (await asked({ target: id }))
      .toReversed()
      .map(({ activityDisplayName, initiatedBy }) => `${activityDisplayName} by ${initiatedBy.displayName}`)
      .toSorted();
  expect(await life(dry)).toEqual(['Apply import by Admin', 'End import by Olga']);
  expect(await life(applied.id)).toEqual(['Begin import by Admin', 'End import by Admin', 'Undo import by Admin']);
  expect(await life(undone.id)).toEqual(['Begin import by Admin', 'End import by Admin']);
  expect(await life(never.job.id)).toEqual(['End import by import-users', 'Request import by Olga']);
  expect(await life(job.id)).toEqual([
    'Begin import by Olga',
    'Cancel import by Admin',
    'End import by Olga',
    'End import by Olga',
    'Request import by Olga',
    'Resume import by Admin',
  ]);
  const [undo] = (await asked({ target: applied.id })).filter((one) => one.activityDisplayName === 'Undo import');
  expect(undo && detailsOf(undo)).toMatchObject({ applies: dry, undoneBy: undone.id });
});

test.each([3, 100])(
  'by correlationId an import has its life and each of its rows once, in pages of %i (weakness 2)',
  async (top) => {
    const { run, asked, begin, finish, system } = await setup();
    await run(fileOf(headings, rows(20, {})), {}, owner);
    const file = fileOf(headings, [
      ...[1, 2].map((n) => rowOf(n, '', 'Gouda')),
      rowOf(3),
      'no name@contoso.com,X,,',
      ...[31, 32, 33, 34].map((n) => rowOf(n, n === 33 ? 'User Administrator' : '')),
    ]);
    const id = await begin(file, { existingPeople: 'update' }, owner);
    await finish();
    const entries = await asked({ correlation: id }, top);
    expect(told(entries)).toEqual([
      'End import: Import',
      'Update user: p1@contoso.com',
      'Update user: p2@contoso.com',
      'Add user: p31@contoso.com',
      'Add user: p32@contoso.com',
      'Add user: p33@contoso.com',
      'Add user: p34@contoso.com',
    ]);
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(7);
    expect(entries.every(({ initiatedBy }) => initiatedBy.displayName === 'Olga')).toBe(true);
    const written = system.memory.audit.filter(({ correlationId }) => correlationId === id);
    expect(written.map((entry) => entries.find((one) => one.id === entry.id))).toEqual(written);
    expect(written).toHaveLength(3);

    const { id: undo } = await imports(system).undo(id);
    expect((await system.imports.roleRows(undo, 9)).rows).toMatchObject([{ given: [], taken: ['User Administrator'] }]);
    expect(told(await asked({ correlation: undo }, top)).slice(2)).toEqual([
      ...['Update user: p1@contoso.com', 'Update user: p2@contoso.com'],
      ...[31, 32, 33, 34].map((n) => `Delete user: p${n}@contoso.com`),
    ]);
    expect(told(await asked({ correlation: id, activity: 'Add user' }, top))).toHaveLength(4);
    expect(await asked({ correlation: id, app: owner.id }, top)).toEqual([]);
    const { personId } = (await imports(system).read(undo)).rows[7] ?? {};
    expect(told(await asked({ correlation: undo, target: personId ?? '' }, top))).toEqual([
      'Delete user: p34@contoso.com',
    ]);
  },
);

test('rows are told of from the results alone where people are gone and no entry is found', async () => {
  const { run, asked, system } = await setup();
  const { id } = await run(fileOf(headings, rows(2, {})), {}, owner);
  for (const one of [...system.memory.people.values()]) system.memory.people.delete(one.id);
  expect(told(await asked({ correlation: id }))).toEqual([
    ...['End import: Import', 'Add user: p1@contoso.com', 'Add user: p2@contoso.com'],
  ]);
});
