/** Whoever an undo deletes is on record by person and by import, though no entry is written until the record goes. */
import { entryChain } from '../../../clients/check/invariants/audit/entry-chain.ts';
import { seenItem } from '../../../clients/check/state/seen-item.ts';
import { auditItem } from '../../../shared/aws/directory-items.ts';
import { personItem } from '../../../shared/aws/people/person-item.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { type AuditQuestion, listAudits, readAudit } from '../../../shared/work/audit/list-audits.ts';
import { purgePeople } from '../../../shared/work/people/deleted-people.ts';
import { administrator, e3, idOf, person } from '../../fakes/people.ts';
import { fileOf, imports } from '../imports/ask-import.ts';
import { problemsOf } from '../imports/check-a.ts';
import { newSystem, type System } from '../imports/system.ts';

const owner: Principal = { kind: 'person', id: idOf('owner'), displayName: 'Olga', roles: ['Global Administrator'] };

/** Some people of a file, whom its undo deleted. */
const undone = async (count = 3) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 100 });
  await system.directory.addPeople({
    people: [{ ...person('owner', { displayName: 'Olga' }), roles: ['Global Administrator'] }],
    seatsFrom: 'free',
  });
  const { run, undo } = imports(system);
  const rows = Array.from({ length: count }, (_, n) => `p${n}@contoso.com,Person ${n},ENTERPRISEPACK`);
  const first = await run(fileOf('User Name,Display Name,Licenses', rows), {}, owner);
  system.memory.audit.length = 0;
  const before = [...system.memory.people.values()].filter(({ importId }) => importId === first.id);
  const { job } = await undo(first.id);
  const asked = async (question: AuditQuestion) => (await listAudits(question, { top: 100 }, system.ports)).entries;
  const written = () => system.memory.audit.filter(({ target }) => target.type === 'User');
  return { system, job, before, asked, written, undo };
};

/** What an operator would be told of the audit's chains. */
const brokenChains = ({ memory, clock, policy }: System) => {
  const setting = { now: clock.now(), policy, lateSeconds: 3600, secrets: [], isStrict: false, isSettled: true };
  const watch = entryChain.watch(setting);
  for (const one of memory.people.values()) watch.see(seenItem('directory', personItem(one, policy)));
  for (const entry of memory.audit) watch.see(seenItem('directory', auditItem(entry, policy)));
  return [...watch.doubts()];
};

const deletions = (entries: readonly AuditEntry[]) =>
  entries.filter(({ activityDisplayName }) => activityDisplayName === 'Delete user');

test('by person and by import each deletion is told, with who undid it and what went', async () => {
  const { system, job, before, asked, written } = await undone();
  expect(written()).toEqual([]);
  const byImport = deletions(await asked({ correlation: job.id }));
  expect(byImport.map(({ target }) => target.id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  for (const { id, assignedLicenses } of before) {
    const [entry, ...others] = deletions(await asked({ target: id }));
    expect(others).toEqual([]);
    expect(byImport).toContainEqual(entry);
    const { id: actor, kind, displayName } = job.owner;
    expect(entry).toMatchObject({ initiatedBy: { kind, id: actor, displayName }, correlationId: job.id });
    const changes = entry?.modifiedProperties.map(({ displayName: name, oldValue }) => [name, oldValue]);
    expect(Object.fromEntries(changes ?? [])).toMatchObject({ assignedLicenses, deletedDateTime: undefined });
    const [again] = (await readAudit(addressOf(entry), system.ports))?.entries ?? [];
    expect(again).toEqual(entry);
  }
  expect(await problemsOf(system)).toEqual([]);
  expect(brokenChains(system)).toEqual([]);
});

const addressOf = (entry: AuditEntry | undefined) => {
  if (!entry) throw new Error('there is no entry');
  return { target: { type: entry.target.type, id: entry.target.id }, place: `${entry.activityDateTime}#${entry.id}` };
};

test('restored, the same deletion is written before the restoration, and linked to it', async () => {
  const { system, job, before, asked, written, undo } = await undone();
  const [{ id = '' } = {}] = before;
  const [told] = deletions(await asked({ target: id }));
  system.clock.pass({ minutes: 1 });
  await undo(job.id);
  const { chain: _chain, ...kept } = deletions(written()).find(({ target }) => target.id === id) ?? {};
  expect(kept).toEqual(told);
  const entries = await asked({ target: id });
  expect(entries.map(({ activityDisplayName }) => activityDisplayName)).toEqual([
    'Restore user',
    'Delete user',
    'Add user',
  ]);
  expect(deletions(await asked({ correlation: job.id }))).toHaveLength(before.length);
  expect(await problemsOf(system)).toEqual([]);
  expect(brokenChains(system)).toEqual([]);
});

test('removed for good, birth, deletion and removal stay; also of more people than one transaction takes', async () => {
  const { system, before, written } = await undone(45);
  system.clock.pass({ days: 31 });
  const purge = { initiatedBy: administrator, now: system.clock.now() };
  const ids = before.map(({ id }) => id);
  expect(await purgePeople(ids, purge, system.directory)).toHaveLength(45);
  for (const activity of ['Add user', 'Delete user', 'Hard Delete user']) {
    const entries = written().filter(({ activityDisplayName }) => activityDisplayName === activity);
    expect(new Set(entries.map(({ target }) => target.id))).toEqual(new Set(ids));
  }
  expect(await problemsOf(system)).toEqual([]);
  expect(brokenChains(system)).toEqual([]);
});
