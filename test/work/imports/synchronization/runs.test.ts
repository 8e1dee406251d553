import { startRun } from '../../../../shared/work/imports/run/ask-run.ts';
import { resumeImport, undoImport } from '../../../../shared/work/imports/run/manage-imports.ts';
import { administrator, person } from '../../../fakes/people.ts';
import { imports } from '../ask-import.ts';
import { agent, gone, guidOf, newDirectory, upsert } from './runs.ts';

const counts = ({ progress }: { progress: Record<string, unknown> }) =>
  Object.fromEntries(
    ['created', 'updated', 'unchanged', 'refused', 'deleted', 'restored'].flatMap((name) =>
      progress[name] === 0 ? [] : [[name, progress[name]]],
    ),
  );
const names = Array.from({ length: 60 }, (_, index) => `p${index}`);

test('a first run adds everybody, and the same again changes nobody', async () => {
  const { run, system, people } = newDirectory();
  const first = await run(names.map((name) => upsert(name)));
  expect([first.job.status, counts(first)]).toEqual(['succeeded', { created: 60 }]);
  expect(system.memory.synchronization?.watermark?.text).toBe(first.watermark);
  expect(people()).toHaveLength(60);
  expect(people()[0]?.credentialMail.state).toBe('held');
  const again = await run(names.map((name) => upsert(name)));
  expect([again.job.status, counts(again)]).toEqual(['succeeded', { unchanged: 60 }]);
});

test('who is renamed on premises keeps id, licences and password', async () => {
  const { run, person: named, system } = newDirectory();
  await run([upsert('ann')]);
  const before = await named('ann@contoso.com');
  const second = await run(
    [upsert('ann', { userPrincipalName: 'anna@contoso.com', displayName: 'Anna', city: 'Delft' })],
    {
      scope: 'delta',
    },
  );
  expect(counts(second)).toEqual({ updated: 1 });
  const after = await named('anna@contoso.com');
  expect([after?.id, after?.displayName, after?.city]).toEqual([before?.id, 'Anna', 'Delft']);
  expect(after?.password).toEqual(before?.password);
  expect(await named('ann@contoso.com')).toBeUndefined();
  expect(system.memory.people.size).toBe(1);
});

test('a deletion deletes, coming back restores, and who is not known is passed over', async () => {
  const { run, person: named } = newDirectory();
  await run([upsert('ann'), upsert('bob')]);
  const before = await named('ann@contoso.com');
  expect(counts(await run([gone('ann'), gone('nobody')], { scope: 'delta' }))).toEqual({ deleted: 1, unchanged: 1 });
  expect(await named('ann@contoso.com')).toBeUndefined();
  const back = await run([upsert('ann', { city: 'Delft' })], { scope: 'delta' });
  expect(counts(back)).toEqual({ restored: 1 });
  const after = await named('ann@contoso.com');
  expect([after?.id, after?.city]).toEqual([before?.id, 'Delft']);
});

test('a full run deletes whom it does not name, and a run that names nobody deletes nobody', async () => {
  const { run, people, system } = newDirectory();
  await run(names.map((name) => upsert(name)));
  const without = await run(names.slice(2).map((name) => upsert(name)));
  expect(counts(without)).toEqual({ unchanged: 58, deleted: 2 });
  const mark = system.memory.synchronization?.watermark?.text;
  const empty = await run([]);
  expect([empty.job.status, empty.job.refusal?.code]).toEqual(['failed', 'SourceEmpty']);
  expect(people()).toHaveLength(58);
  expect(system.memory.synchronization?.watermark?.text).toBe(mark);
});

test('what is not whole changes nothing: no end, another count, an unknown line, no head', async () => {
  const { run, people } = newDirectory();
  const lines = [upsert('ann')];
  for (const how of [{ end: null }, { end: { end: true, rows: 2 } }, { head: { watermark: '' } }]) {
    expect((await run(lines, how)).job.refusal?.code).toBe('SynchronizationIncomplete');
  }
  expect((await run([{ ...upsert('ann'), secret: 1 }])).job.refusal?.code).toBe('SynchronizationIncomplete');
  expect(people()).toHaveLength(0);
});

test('a run that begins elsewhere than the last one ended changes nothing', async () => {
  const { run, people, hashOf } = newDirectory();
  expect((await run([upsert('ann')], { scope: 'delta', previous: null })).job.refusal?.code).toBe('WatermarkOutdated');
  const first = await run([upsert('ann')]);
  const late = await run([gone('ann')], { scope: 'delta', previous: hashOf('something else') });
  expect(late.job.refusal?.code).toBe('WatermarkOutdated');
  expect(people()).toHaveLength(1);
  expect((await run([gone('ann')], { scope: 'delta', previous: hashOf(first.watermark) })).job.status).toBe(
    'succeeded',
  );
});

test('more deletions than the threshold hold the whole run; mended, the next one goes through by itself', async () => {
  const guard = {
    accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 5 },
  } as const;
  const { run, people, read, system } = newDirectory({}, guard);
  await run(names.map((name) => upsert(name)));
  expect(counts(await run(names.slice(0, 5).map(gone), { scope: 'delta' }))).toEqual({ deleted: 5 });
  const held = await run([upsert('new'), ...names.slice(5, 11).map(gone)], { scope: 'delta' });
  expect([held.job.status, held.job.synchronization?.heldDeletions]).toEqual(['onHold', 6]);
  expect(people()).toHaveLength(55);
  const next = await run([upsert('new')], { scope: 'delta' });
  expect(counts(next)).toEqual({ created: 1 });
  expect((await read(held.id)).job.status).toBe('cancelled');
  expect(system.memory.synchronization?.heldImportId).toBeUndefined();
});

test('resumed, a held run deletes them, and they can be restored', async () => {
  const guard = {
    accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 5 },
  } as const;
  const { run, people, read, system, finish } = newDirectory({}, guard);
  await run(names.map((name) => upsert(name)));
  const held = await run(names.slice(6).map((name) => upsert(name)));
  expect(held.job.status).toBe('onHold');
  await resumeImport({ id: held.id, principal: administrator }, system.ports);
  await finish();
  const after = await read(held.id);
  expect([after.job.status, counts(after)]).toEqual(['succeeded', { unchanged: 54, deleted: 6 }]);
  expect(people()).toHaveLength(54);
  expect(system.memory.synchronization?.watermark?.text).toBe(held.watermark);
});

test('undoing a run puts everything back, the watermark too, and has the next run wait', async () => {
  const { run, person: named, system, finish, read } = newDirectory();
  const first = await run([upsert('ann'), upsert('bob')]);
  const second = await run([upsert('ann', { city: 'Delft' }), gone('bob'), upsert('cas')], { scope: 'delta' });
  expect(counts(second)).toEqual({ created: 1, updated: 1, deleted: 1 });
  const undo = await undoImport({ id: second.id, principal: administrator }, system.ports);
  await finish();
  expect(counts(await read(undo.id))).toEqual({ updated: 1, deleted: 1, restored: 1 });
  expect((await named('ann@contoso.com'))?.city).toBeUndefined();
  expect(await named('bob@contoso.com')).toBeDefined();
  expect(await named('cas@contoso.com')).toBeUndefined();
  expect(system.memory.synchronization).toMatchObject({
    undoneImportId: second.id,
    watermark: { text: first.watermark },
  });
  await expect(startRun({ scope: 'delta', dryRun: false, principal: agent }, system.ports)).rejects.toThrow(
    'SynchronizationOnHold',
  );
});

test('a dry run says what would become of everybody, and changes nobody', async () => {
  const { run, people, system } = newDirectory();
  const dry = await run([upsert('ann', { userPrincipalName: 'ann@corp.local' })], { dryRun: true });
  expect([counts(dry), dry.rows[0]?.userPrincipalName]).toEqual([{ created: 1 }, 'ann@contoso.com']);
  expect([people(), system.memory.synchronization?.watermark]).toEqual([[], undefined]);
});

test('a dry run comes before switching on, and changes nothing but its own record', async () => {
  const { run, switchTo, system, people } = newDirectory();
  switchTo(false);
  const how = { previous: null, dryRun: true };
  expect(counts(await run([upsert('ann')], how))).toEqual({ created: 1 });
  expect([people(), system.memory.synchronization]).toEqual([[], undefined]);
  switchTo(true);
  await run([upsert('ann'), upsert('bob')]);
  switchTo(false);
  // Off again: it shows what the first run of another time would do to those who are known.
  expect(counts(await run([upsert('ann', { city: 'Delft' })], how))).toEqual({ updated: 1, deleted: 1 });
  expect(people()).toHaveLength(2);
});

test('a person here is taken over once by user name; one with a role, or of another object, is not', async () => {
  const { run, person: named, system } = newDirectory();
  const { addPeople } = system.directory;
  await addPeople({ people: [person('ann'), person('boss', { roles: ['Reports Reader'] })], seatsFrom: 'free' });
  const taken = await run([upsert('ann', { city: 'Delft' }), upsert('boss')]);
  expect(counts(taken)).toEqual({ updated: 1, refused: 1 });
  expect(taken.rows.find(({ outcome }) => outcome === 'refused')?.code).toBe('PersonProtected');
  expect(await named('ann@contoso.com')).toMatchObject({ city: 'Delft', onPremisesObjectGuid: guidOf('ann') });
  const other = await run([upsert('ann2', { userPrincipalName: 'ann@contoso.com' })], { scope: 'delta' });
  expect(other.rows[0]).toMatchObject({ outcome: 'refused', code: 'InvalidSoftMatch' });
  expect([...system.memory.objectErrors.keys()].sort()).toEqual([guidOf('ann2'), guidOf('boss')].sort());
  // Mended on premises: it comes through, and is listed no more.
  await run([upsert('ann2')], { scope: 'delta' });
  expect([...system.memory.objectErrors.keys()]).toEqual([guidOf('boss')]);
});

test('an anchor never changes, and two people never have one', async () => {
  const { run, person: named } = newDirectory();
  await run([upsert('ann'), upsert('bob')]);
  const changed = await run([upsert('ann', { anchor: upsert('zoe').anchor, city: 'Delft' })], { scope: 'delta' });
  expect(changed.rows[0]).toMatchObject({ outcome: 'refused', code: 'AnchorChanged' });
  expect((await named('ann@contoso.com'))?.city).toBeUndefined();
  const both = await run([upsert('ann', { anchor: upsert('bob').anchor })], { scope: 'delta' });
  expect(both.rows[0]).toMatchObject({ outcome: 'refused', code: 'InvalidHardMatch' });
});

test('names that wander from one to another in one run come right, at the latest with the next', async () => {
  const { run, person: named } = newDirectory();
  await run([upsert('ann'), upsert('bob')]);
  const lines = [
    upsert('ann', { userPrincipalName: 'free@contoso.com' }),
    upsert('bob', { userPrincipalName: 'ann@contoso.com' }),
  ];
  for (const order of [lines.toReversed(), lines]) await run(order, { scope: 'delta' });
  expect((await named('ann@contoso.com'))?.onPremisesObjectGuid).toBe(guidOf('bob'));
  expect((await named('free@contoso.com'))?.onPremisesObjectGuid).toBe(guidOf('ann'));
});

test('two people who change user names in one delta both come through, in either order', async () => {
  const { run, person: named } = newDirectory();
  await run([upsert('ann'), upsert('bob')]);
  const swapped = [
    upsert('ann', { userPrincipalName: 'bob@contoso.com' }),
    upsert('bob', { userPrincipalName: 'ann@contoso.com' }),
  ];
  expect(counts(await run(swapped, { scope: 'delta' }))).toEqual({ updated: 2 });
  expect((await named('ann@contoso.com'))?.onPremisesObjectGuid).toBe(guidOf('bob'));
  expect(counts(await run([upsert('bob'), upsert('ann')], { scope: 'delta' }))).toEqual({ updated: 2 });
  expect((await named('ann@contoso.com'))?.onPremisesObjectGuid).toBe(guidOf('ann'));
});

test('two who change names far from each other in a long run are told so, and heal with the next', async () => {
  const { run, person: named } = newDirectory();
  await run(names.map((name) => upsert(name)));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const swapped = [
    upsert(first, { userPrincipalName: `${last}@contoso.com` }),
    upsert(last, { userPrincipalName: `${first}@contoso.com` }),
  ];
  const others = names.slice(1, -1).map((name) => upsert(name, { city: 'Delft' }));
  const long = await run([swapped[0] as object, ...others, swapped[1] as object], { scope: 'delta' });
  expect(counts(long)).toEqual({ updated: 58, refused: 2 });
  expect(long.rows[0]).toMatchObject({ code: 'UserNameTaken', fact: expect.stringContaining(last) });
  expect(counts(await run(swapped, { scope: 'delta' }))).toEqual({ updated: 2 });
  expect((await named(`${first}@contoso.com`))?.onPremisesObjectGuid).toBe(guidOf(last));
});

test('a suffix that is not verified becomes the initial domain, and the dry run says so', async () => {
  const { run, people } = newDirectory();
  const lines = [upsert('p000010', { userPrincipalName: 'p000010@corp.local' })];
  const shown = await run(lines, { dryRun: true });
  expect(shown.rows[0]).toMatchObject({ outcome: 'created', userPrincipalName: 'p000010@contoso.com' });
  expect(people()).toEqual([]);
  await run(lines);
  expect(people()[0]?.userPrincipalName).toBe('p000010@contoso.com');
});

test('two agents at once: one comes through, the other changes nobody', async () => {
  const { begin, system, read, people } = newDirectory();
  const [one, two] = [await begin([upsert('ann')]), await begin([upsert('bob')])];
  await system.drain({ twice: true });
  const ends = [(await read(one.id)).job, (await read(two.id)).job];
  expect(ends.map(({ status }) => status).sort()).toEqual(['failed', 'succeeded']);
  expect(['WatermarkOutdated', 'SynchronizationRunning']).toContain(
    ends.find(({ status }) => status === 'failed')?.refusal?.code,
  );
  expect(people()).toHaveLength(1);
});

test('nothing changed: one write moves the watermark, from where it is alone', async () => {
  const { run, confirm, hashOf, system } = newDirectory();
  const { watermark } = await run([upsert('ann')]);
  const { version = 0 } = system.memory.synchronization ?? {};
  await confirm(hashOf(watermark), 'later');
  expect(system.memory.synchronization).toMatchObject({ watermark: { text: 'later' }, version: version + 1 });
  await expect(confirm(hashOf(watermark), 'again')).rejects.toThrow('WatermarkOutdated');
});

test('switched off, everybody is managed here at once; on again, everybody is the same by a full run', async () => {
  const { run, switchTo, system, people } = newDirectory();
  const first = await run([upsert('ann')]);
  const [before] = people();
  switchTo(false);
  await expect(startRun({ scope: 'full', dryRun: false, principal: agent }, system.ports)).rejects.toThrow(
    'SynchronizationOff',
  );
  switchTo(true);
  const delta = await run([upsert('ann')], {
    scope: 'delta',
    previous: system.memory.synchronization?.watermark?.hash ?? '',
  });
  expect(delta.job.refusal?.code).toBe('WatermarkOutdated');
  const full = await run([upsert('ann', { city: 'Delft' })], { previous: null });
  expect([first.job.status, counts(full)]).toEqual(['succeeded', { updated: 1 }]);
  expect(people()).toMatchObject([{ id: before?.id, city: 'Delft' }]);
});

test('a file of people changes nothing that is decided on premises, and names it', async () => {
  const { run, system } = newDirectory();
  await run([upsert('ann')]);
  const csv = imports(system);
  const ends = await csv.run('User principal name,Display name,City\nann@contoso.com,ann,Delft', {
    existingPeople: 'update',
  });
  expect(ends.rows[0]).toMatchObject({ outcome: 'refused', code: 'OnPremisesMastered', target: 'city' });
});
