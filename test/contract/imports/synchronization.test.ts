/** What is kept of synchronisation: one of two who write at once wins, and a run's watermark moves with its end or not at all. */
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import { startRun } from '../../../shared/work/imports/run/ask-run.ts';
import type { ObjectError } from '../../../shared/work/imports/synchronization-store.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, contoso, idOf, job, person } from '../../fakes/people.ts';
import { fileOf, gone, guidOf, upsert } from '../../work/imports/synchronization/runs.ts';
import { newSystem } from '../../work/imports/system.ts';
import { gathered, onEveryStore } from '../stores.ts';

const state = { since: monday, version: 0 };
const error = (name: string): ObjectError => ({
  ...{ objectGuid: guidOf(name), userPrincipalName: `${name}@contoso.com`, code: 'UserNameTaken' },
  ...{ occurredDateTime: monday, importId: idOf('run') },
});

onEveryStore((open) => {
  test('of two who write the record at once one wins; the other finds it when it reads again', async () => {
    const { synchronization } = await open();
    expect(await synchronization.read()).toBeUndefined();
    const first = [synchronization.write(undefined, state), synchronization.write(undefined, state)];
    expect((await Promise.all(first)).toSorted()).toEqual([false, true]);
    const before = await synchronization.read();
    const both = ['one', 'two'].map((id) => synchronization.write(before, { ...state, latestImportId: id }));
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
    expect(await synchronization.write(before, state)).toBe(false);
    expect((await synchronization.read())?.version).toBe(2);
  });

  test('a run settles together with its watermark: both, or neither', async () => {
    const { imports, synchronization } = await open();
    const run: ImportJob = { ...job('run.jsonl', { id: idOf('run') }), kind: 'synchronization', stage: 'provisioning' };
    await imports.begin(run);
    await synchronization.write(undefined, { ...state, runningImportId: run.id });
    const before = await synchronization.read();
    const settled: ImportJob = { ...run, stage: 'settled', status: 'succeeded' };
    const after = { ...state, watermark: { text: 'mark', hash: 'hash' } };
    await synchronization.write(before, { ...state, runningImportId: run.id, latestImportId: 'other' });
    expect(await imports.settle(run, settled, {}, { moved: { before, after } })).toBe(false);
    expect((await imports.read(run.id))?.stage).toBe('provisioning');
    const now = await synchronization.read();
    expect(await imports.settle(run, settled, {}, { moved: { before: now, after } })).toBe(true);
    expect((await synchronization.read())?.watermark?.text).toBe('mark');
    expect(await imports.settle(run, settled, {}, { moved: { before: now, after } })).toBe(false);
  });

  test('errors come in pages, each object once, and go when they are mended', async () => {
    const { synchronization } = await open();
    const names = Array.from({ length: 130 }, (_, index) => `p${index}`);
    await synchronization.putErrors({ put: names.map(error), remove: [] });
    await synchronization.putErrors({ put: names.map(error), remove: [guidOf('nobody')] });
    const found: string[] = [];
    for (let after: string | undefined, pages = 0; pages < 10; pages += 1) {
      const page = await synchronization.errors({ top: 50, ...(after !== undefined && { after }) });
      found.push(...page.errors.map(({ objectGuid }) => objectGuid));
      after = page.next;
      if (after === undefined) break;
    }
    expect(found).toEqual(names.map(guidOf).toSorted());
    const asked = ['p1', 'p129', 'p1', 'nobody'].map(guidOf);
    const expected = ['p1', 'p129'].map((name): [string, ObjectError] => [guidOf(name), error(name)]);
    expect(await synchronization.errorsOf(asked)).toEqual(new Map(expected));
    expect(await synchronization.errorsOf([])).toEqual(new Map());
    await synchronization.putErrors({ put: [], remove: names.slice(1).map(guidOf) });
    expect((await synchronization.errors({ top: 50 })).errors).toEqual([error('p0')]);
  });

  test('anchors are claimed with their people, kept by the deleted, and listed', async () => {
    const { directory } = await open();
    const { anchor } = upsert('ann');
    const ann = person('ann', { onPremisesImmutableId: anchor, onPremisesObjectGuid: guidOf('ann') });
    await directory.addPeople({ people: [ann], seatsFrom: 'free' });
    const other = person('bob', { onPremisesImmutableId: anchor, onPremisesObjectGuid: guidOf('bob') });
    const lost = await directory.addPeople({ people: [other], seatsFrom: 'free' });
    expect(lost).toMatchObject({ keysTaken: [{ id: other.id, source: 'onPremises', holders: [ann.id] }] });
    const deleted = { ...ann, deleted: { dateTime: monday, licenses: [] } };
    expect((await directory.changePeople([{ before: ann, after: deleted }])).kind).toBe('changed');
    const claims = (await gathered(directory.keyClaims('onPremises'))).flat();
    expect(claims).toEqual([{ key: anchor, holders: [ann.id] }]);
    const [before] = await directory.readPeople([ann.id]);
    await directory.changePeople([{ before: before ?? ann }]);
    expect((await gathered(directory.keyClaims('onPremises'))).flat()).toEqual([]);
  });

  test('a whole run, on these stores: people, a name that wanders, a deletion, and who comes back', async () => {
    const { directory, imports, synchronization } = await open();
    const system = newSystem({ stores: { directory, imports, synchronization } });
    const own = system.ports as { organisation: typeof contoso };
    own.organisation = { ...contoso, onPremisesSync: { isEnabled: true, since: system.clock.now() } };
    const run = async (scope: 'delta' | 'full', lines: object[]) => {
      const { job: asked } = await startRun({ scope, dryRun: false, principal: administrator }, system.ports);
      const previous = (await synchronization.read())?.watermark?.hash ?? null;
      const source = { id: guidOf('corp'), domainName: 'corp.local' };
      await system.announce(asked.file.key, fileOf(lines, { source, scope, previous, watermark: asked.id }));
      await system.drain({ twice: true });
      const { created, updated, deleted, restored, refused } = await imports.progress(asked.id);
      return [(await imports.read(asked.id))?.status, { created, updated, deleted, restored, refused }];
    };
    const none = { created: 0, updated: 0, deleted: 0, restored: 0, refused: 0 };
    const people = Array.from({ length: 70 }, (_, index) => upsert(`p${index}`));
    expect(await run('full', people)).toEqual(['succeeded', { ...none, created: 70 }]);
    const wandering = [
      upsert('p1', { userPrincipalName: 'free@contoso.com' }),
      upsert('p2', { userPrincipalName: 'p1@contoso.com' }),
      gone('p3'),
      upsert('p4', { userPrincipalName: 'p3@contoso.com' }),
    ];
    expect(await run('delta', wandering)).toEqual(['succeeded', { ...none, updated: 3, deleted: 1 }]);
    expect((await directory.findByUserName('p3@contoso.com'))?.onPremisesObjectGuid).toBe(guidOf('p4'));
    expect(await run('delta', [upsert('p3', { userPrincipalName: 'p333@contoso.com' })])).toEqual([
      'succeeded',
      { ...none, restored: 1 },
    ]);
    const [last] = await run('full', people.slice(0, 60));
    expect(last).toBe('succeeded');
  });
});
